import { Temporal } from 'temporal-polyfill';
import type { Frequency, MailHours } from '#protocol';

/**
 * When the next mail of this frequency is due, after a moment. Hours are those of the reader's clock: across a change to or
 * from summer time nine o'clock stays nine o'clock, an hour that is skipped falls to the next one there is, and one that comes
 * twice counts once. `undefined` for never.
 *
 * @param after ISO 8601.
 */
export function nextDue(
  frequency: Frequency,
  { timeZone, hour, weekday }: MailHours,
  after: string,
): string | undefined {
  const now = Temporal.Instant.from(after).toZonedDateTimeISO(timeZone);
  switch (frequency) {
    case 'never':
      return undefined;
    case 'immediate':
      return after;
    case 'hourly':
      return now.round({ smallestUnit: 'hour', roundingMode: 'floor' }).add({ hours: 1 }).toInstant().toString();
    case 'daily':
    case 'weekly': {
      const day = now.toPlainDate().add({ days: frequency === 'weekly' ? (weekday - now.dayOfWeek + 7) % 7 : 0 });
      const step = frequency === 'weekly' ? { weeks: 1 } : { days: 1 };
      const at = (date: Temporal.PlainDate) => date.toZonedDateTime({ timeZone, plainTime: { hour } });
      const due = Temporal.ZonedDateTime.compare(at(day), now) > 0 ? at(day) : at(day.add(step));
      return due.toInstant().toString();
    }
  }
}

/** Is this a time zone that the program knows? */
export function isTimeZone(name: string): boolean {
  try {
    Temporal.Now.zonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** 'Every Monday at 9:00, Europe/Copenhagen'. */
export function inWords(frequency: Frequency, { timeZone, hour, weekday }: MailHours): string {
  switch (frequency) {
    case 'never':
      return 'Never';
    case 'immediate':
      return 'At once';
    case 'hourly':
      return 'Every hour';
    case 'daily':
      return `Every day at ${hour}:00, ${timeZone}`;
    case 'weekly':
      return `Every ${WEEKDAYS[weekday - 1]} at ${hour}:00, ${timeZone}`;
  }
}
