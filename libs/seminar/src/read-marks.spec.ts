import fc from 'fast-check';
import { type Audience, EVERYONE, onlyFor } from './audience.ts';
import { MemberId } from './ids.ts';
import {
  allRead,
  beginVisit,
  isRead,
  lookedAt,
  mergeMarks,
  noMarks,
  type Readable,
  readUpTo,
  tidyMarks,
  unreadFrom,
} from './read-marks.ts';
import type { ReadMarks } from './read-marks-schema.ts';

const own = onlyFor(MemberId.parse('00000000-0000-4000-8000-000000000001'));
const at = (position: number, subject = 't1', audience: Audience = EVERYONE): Readable => ({
  audience,
  subject,
  position,
});
const everywhere = () => EVERYONE;

describe('what has been read', () => {
  it('is what was there on the first visit, and what has been opened since', () => {
    const first = beginVisit(noMarks, { [EVERYONE]: 10 }, new Date(0));
    expect([isRead(first, at(10)), isRead(first, at(11)), isRead(first, at(1, 't1', own))]).toEqual([
      true,
      false,
      false,
    ]);
    const opened = readUpTo(first, at(12));
    expect([isRead(opened, at(12)), isRead(opened, at(13)), isRead(opened, at(11, 't2'))]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('can be unread again, and then be read', () => {
    const unread = unreadFrom(readUpTo(noMarks, at(12)), at(11));
    expect([isRead(unread, at(10)), isRead(unread, at(11)), isRead(unread, at(12))]).toEqual([true, false, false]);
    expect(isRead(readUpTo(unread, at(12)), at(12))).toBe(true);
    expect(isRead(allRead(unread, { [EVERYONE]: 20 }, everywhere), at(12))).toBe(true);
  });

  it('knows no subject by an accident of its name', () => {
    expect(isRead(noMarks, at(1, 'constructor'))).toBe(false);
    expect(mergeMarks(noMarks, readUpTo(noMarks, at(3, 'valueOf'))).subjects).toMatchObject({ valueOf: { upTo: 3 } });
  });
});

describe('a visit', () => {
  it('goes on within half an hour, on whichever device', () => {
    const first = beginVisit(noMarks, { [EVERYONE]: 10 }, new Date('2026-01-01T10:00:00Z'));
    const later = beginVisit(
      lookedAt(first, 14, new Date('2026-01-01T10:20:00Z')),
      { [EVERYONE]: 20 },
      new Date('2026-01-01T10:40:00Z'),
    );
    expect(later.before).toBeUndefined();
    const back = beginVisit(later, { [EVERYONE]: 30 }, new Date('2026-01-03T10:00:00Z'));
    expect(back.before).toEqual({ head: 20, at: '2026-01-01T10:40:00.000Z' });
    expect(isRead(back, at(25))).toBe(false);
  });
});

const act = fc.oneof(
  fc.record({
    does: fc.constant('read' as const),
    subject: fc.constantFrom('t1', 't2'),
    position: fc.integer({ min: 1, max: 30 }),
  }),
  fc.record({
    does: fc.constant('unread' as const),
    subject: fc.constantFrom('t1', 't2'),
    position: fc.integer({ min: 1, max: 30 }),
  }),
  fc.record({ does: fc.constant('all' as const), subject: fc.constant(''), position: fc.integer({ min: 1, max: 30 }) }),
  fc.record({
    does: fc.constant('look' as const),
    subject: fc.constant(''),
    position: fc.integer({ min: 1, max: 30 }),
  }),
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

function acted(marks: ReadMarks, { does, subject, position }: Act): ReadMarks {
  if (does === 'read') return readUpTo(marks, at(position, subject));
  if (does === 'unread') return unreadFrom(marks, at(position, subject));
  if (does === 'look') return lookedAt(marks, position, new Date(position * 60_000));
  return allRead(marks, { [EVERYONE]: position }, everywhere);
}

const marksAfter = fc.array(act, { maxLength: 8 }).map((acts) => acts.reduce(acted, noMarks));
const all = ['t1', 't2'].flatMap((subject) => Array.from({ length: 31 }, (_, n) => at(n + 1, subject)));

describe('merging two devices', () => {
  it('comes to the same in any order and however often', () => {
    fc.assert(
      fc.property(marksAfter, marksAfter, marksAfter, (a, b, c) => {
        expect(mergeMarks(a, b)).toEqual(mergeMarks(b, a));
        expect(mergeMarks(mergeMarks(a, b), c)).toEqual(mergeMarks(a, mergeMarks(b, c)));
        expect(mergeMarks(mergeMarks(a, b), b)).toEqual(mergeMarks(a, b));
      }),
    );
  });

  it('forgets nothing that was read after it, on the device where it was read', () => {
    fc.assert(
      fc.property(marksAfter, fc.array(act, { maxLength: 5 }), (common, more) => {
        const here = more.filter(({ does }) => does !== 'unread').reduce(acted, common);
        const merged = mergeMarks(common, here);
        for (const word of all) expect(isRead(merged, word)).toBe(isRead(here, word));
      }),
    );
  });

  it('is not changed by tidying', () => {
    fc.assert(
      fc.property(marksAfter, marksAfter, (a, b) => {
        const tidied = mergeMarks(tidyMarks(a, everywhere), b);
        for (const word of all) expect(isRead(tidied, word)).toBe(isRead(mergeMarks(a, b), word));
      }),
    );
  });
});
