import fc from 'fast-check';
import { isoTime } from './iso-time.ts';

/** As Postgres writes it: no fraction where there is none, no trailing zeros. */
const written = (date: Date) =>
  date
    .toISOString()
    .replace('T', ' ')
    .replace(/\.?0*Z$/, '+00');

it('reads whatever Postgres writes in UTC', () => {
  expect(isoTime('2026-11-12 14:02:00+00')).toBe('2026-11-12T14:02:00.000Z');
  expect(isoTime('2026-11-12 14:02:00.5+00')).toBe('2026-11-12T14:02:00.500Z');
  expect(isoTime('2026-11-12 14:02:00.123456+00')).toBe('2026-11-12T14:02:00.123Z');
  const dates = fc.date({ min: new Date('1970-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
  fc.assert(fc.property(dates, (date) => expect(isoTime(written(date))).toBe(date.toISOString())));
});

it('reads it in other time zones, and far from our day', () => {
  expect(isoTime('2026-11-12 14:02:00.5+05:30')).toBe('2026-11-12T08:32:00.500Z');
  expect(isoTime('2026-11-12 14:02:00-03')).toBe('2026-11-12T17:02:00.000Z');
  expect(isoTime('10000-01-01 00:00:00+00')).toBe('+010000-01-01T00:00:00.000Z');
});
