import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { inWords, isTimeZone, nextDue } from './schedule.ts';

const inCopenhagen = { timeZone: 'Europe/Copenhagen', hour: 9, weekday: 1 };

describe('the next mail', () => {
  it.each([
    ['daily', '2026-11-25T07:59:00Z', '2026-11-25T08:00:00Z', 'later today'],
    ['daily', '2026-11-25T08:00:00Z', '2026-11-26T08:00:00Z', 'tomorrow once its hour has come'],
    ['weekly', '2026-11-25T08:00:00Z', '2026-11-30T08:00:00Z', 'on the next Monday'],
    ['weekly', '2026-11-30T07:00:00Z', '2026-11-30T08:00:00Z', 'on this Monday before its hour'],
    ['weekly', '2026-11-30T08:00:00Z', '2026-12-07T08:00:00Z', 'a week later after it'],
    ['hourly', '2026-11-25T08:20:00Z', '2026-11-25T09:00:00Z', 'at the full hour'],
    ['immediate', '2026-11-25T08:20:00Z', '2026-11-25T08:20:00Z', 'now'],
  ] as const)('%s after %s is at %s: %s', (frequency, after, due, _why) => {
    expect(Temporal.Instant.from(nextDue(frequency, inCopenhagen, after) ?? '').equals(due)).toBe(true);
  });

  it('is none for never', () => expect(nextDue('never', inCopenhagen, '2026-11-25T08:00:00Z')).toBeUndefined());

  it('stays at nine when the clocks go back', () => {
    expect(nextDue('daily', inCopenhagen, '2026-10-24T08:00:00Z')).toBe('2026-10-25T08:00:00Z');
    expect(nextDue('daily', inCopenhagen, '2026-10-23T08:00:00Z')).toBe('2026-10-24T07:00:00Z');
  });

  it('takes the next hour there is where its own is skipped, and the first of two', () => {
    const atTwo = { ...inCopenhagen, hour: 2 };
    expect(nextDue('daily', atTwo, '2027-03-27T12:00:00Z')).toBe('2027-03-28T01:00:00Z');
    expect(nextDue('daily', atTwo, '2026-10-24T12:00:00Z')).toBe('2026-10-25T00:00:00Z');
    expect(nextDue('daily', atTwo, '2026-10-25T00:30:00Z')).toBe('2026-10-26T01:00:00Z');
  });

  it('is always ahead, within its span, and at the hour that was chosen where the day has it', () => {
    const zones = [
      'UTC',
      'Europe/Copenhagen',
      'America/St_Johns',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'Pacific/Apia',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 1, max: 7 }),
        fc.date({ min: new Date('2024-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
        fc.constantFrom('daily', 'weekly'),
        (timeZone, hour, weekday, date, frequency) => {
          const due = Temporal.Instant.from(nextDue(frequency, { timeZone, hour, weekday }, date.toISOString()) ?? '');
          const ahead = due.epochMilliseconds - date.getTime();
          expect(ahead).toBeGreaterThan(0);
          expect(ahead).toBeLessThanOrEqual((frequency === 'daily' ? 25 : 7 * 24 + 1) * 3_600_000);
          const there = due.toZonedDateTimeISO(timeZone);
          if (frequency === 'weekly') expect(there.dayOfWeek).toBe(weekday);
          expect([hour, hour + 1]).toContain(there.hour);
        },
      ),
    );
  });
});

it('is said in words', () => {
  expect(inWords('weekly', inCopenhagen)).toBe('Every Monday at 9:00, Europe/Copenhagen');
  expect(inWords('daily', inCopenhagen)).toBe('Every day at 9:00, Europe/Copenhagen');
});

it('knows a time zone when it sees one', () => {
  expect(['Asia/Tokyo', 'UTC', 'Mars/Olympus', ''].map(isTimeZone)).toEqual([true, true, false, false]);
});
