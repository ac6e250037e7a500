import { describeSettings, readAppSettings, readSettings } from './read-settings.ts';

const problems = (env: Record<string, string>) => {
  const read = readSettings(env);
  return read.ok ? [] : read.problems;
};

test('an empty environment gives every default', () => {
  const read = readSettings({});
  expect(read).toMatchObject({
    ok: true,
    settings: { PORT: 3000, HOST: '127.0.0.1', DATA_DIR: '.data', PUBLIC_URL: 'http://localhost:3000', DEMO: 'on' },
  });
});

test('a variable set to nothing counts as not set', () => {
  expect(readSettings({ PORT: '', DATABASE_URL: '' })).toEqual(readSettings({}));
});

test('the public address follows the port, and loses its last slash', () => {
  expect(readSettings({ PORT: '8080' })).toMatchObject({ settings: { PUBLIC_URL: 'http://localhost:8080' } });
  expect(readSettings({ PUBLIC_URL: 'https://read.example.org/' })).toMatchObject({
    settings: { PUBLIC_URL: 'https://read.example.org' },
  });
});

test.each([
  [{ PORT: 'http' }, 'PORT is "http"; it must be a whole number from 0 to 65535.'],
  [{ PORT: '65536' }, 'PORT is "65536"; it must be a whole number from 0 to 65535.'],
  [{ PORT: '-1' }, 'PORT is "-1"; it must be a whole number from 0 to 65535.'],
  [{ PORT: '3000.5' }, 'PORT is "3000.5"; it must be a whole number from 0 to 65535.'],
  [{ DEMO: 'yes' }, 'DEMO is "yes"; it must be one of on, off.'],
  [{ SESSION_DAYS: '0' }, 'SESSION_DAYS is "0"; it must be a whole number from 1 to 3650 (days).'],
])('one sentence for %j', (env, sentence) => {
  expect(problems(env)).toEqual([sentence]);
});

test.each(['not an address', 'ftp://example.org', 'https://example.org/catena', 'https://a:b@example.org'])(
  'the public address cannot be %s',
  (given) => {
    expect(problems({ PUBLIC_URL: given })).toHaveLength(1);
  },
);

test('what may hold a password is not repeated', () => {
  expect(problems({ DATABASE_URL: 'mysql://me:hunter2@db' })).toEqual([
    'DATABASE_URL is set to something else; it must be an address that begins with postgres:// or postgresql://.',
  ]);
  expect(problems({ SESSION_SECRET: 'hunter2' })).toEqual([
    'SESSION_SECRET is set to something else; it must be at least 32 characters.',
  ]);
});

test('every wrong variable is named, each once', () => {
  expect(problems({ PORT: 'a', TAGS_MAX: 'b' })).toHaveLength(2);
});

test('an app of its own needs a database, and takes it for the queue too', () => {
  expect(readAppSettings({})).toMatchObject({ ok: false });
  expect(readAppSettings({ DATABASE_URL: 'postgres://db/catena' })).toMatchObject({
    ok: true,
    settings: { QUEUE_URL: 'postgres://db/catena' },
  });
  expect(readAppSettings({ DATABASE_URL: 'postgres://db/catena', QUEUE_URL: 'redis://cache' })).toMatchObject({
    settings: { QUEUE_URL: 'redis://cache' },
  });
});

test('every setting says what it is about', () => {
  for (const { description, allowed, otherwise } of describeSettings()) {
    expect(description).toMatch(/\.$/);
    expect(allowed).not.toBe('');
    expect(otherwise).not.toBe('');
  }
});
