import { CURRENT_VERSIONS, upcast } from './upcasters.ts';

const upcasters = {
  'note.taken': {
    1: (event: { data: unknown; type: string; personal: unknown }) => ({
      ...event,
      version: 2,
      data: { words: event.data },
    }),
    2: (event: { data: unknown; type: string; personal: unknown }) => ({ ...event, type: 'note.written', version: 1 }),
  },
};
const current = new Map([['note.written', 1]]);

describe('reading an old event', () => {
  it('lifts it version by version, over a change of name too', () => {
    expect(upcast({ type: 'note.taken', version: 1, data: 'hello', personal: null }, upcasters, current)).toEqual({
      type: 'note.written',
      version: 1,
      data: { words: 'hello' },
      personal: null,
    });
  });
  it('leaves a new one alone', () => {
    const event = { type: 'note.written', version: 1, data: {}, personal: null };
    expect(upcast(event, upcasters, current)).toBe(event);
  });
  it('says so where it comes from a later release', () => {
    expect(() => upcast({ type: 'note.written', version: 9, data: {}, personal: null }, upcasters, current)).toThrow(
      'No way to read note.written version 9',
    );
  });
  it('knows the version of every event type', () => {
    expect(CURRENT_VERSIONS.size).toBe(37);
  });
});
