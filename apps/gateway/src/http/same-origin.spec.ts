import { isOwnOrigin, mayChange } from './same-origin.ts';

const publicUrl = 'https://catena.example.org';

it.each([
  [{ host: 'localhost:3000' }, true],
  [{ host: 'localhost:3000', origin: 'http://localhost:3000' }, true],
  [{ host: 'internal', origin: 'https://catena.example.org' }, true],
  [{ host: 'internal', origin: 'https://catena.example.org.evil.example' }, false],
  [{ host: 'internal', origin: 'https://evil.example' }, false],
  [{ host: 'internal', origin: 'null' }, false],
])('%j is ours: %p', (headers, own) => {
  expect(isOwnOrigin(headers, publicUrl)).toBe(own);
  expect(mayChange('POST', headers, publicUrl)).toBe(own);
  expect(mayChange('GET', headers, publicUrl)).toBe(true);
});
