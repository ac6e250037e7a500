/** The words for the hours of mails, and the time zones that a browser knows. */
import type { MailSettings } from '#protocol';

/** 'Monday' for 1. */
export const weekdayInWords = (weekday: number, language: string): string =>
  // The first of January 2024 was a Monday.
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, weekday));

/** '09:00' for 9, or '9:00 AM', as the language has it. */
export const hourInWords = (hour: number, language: string): string =>
  new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1, hour));

/** Every zone there is to choose, the chosen one among them. */
export function timeZones(chosen: string): string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return [...new Set([chosen, 'UTC', ...known])].sort();
}

/** Whoever has chosen nothing yet is offered the zone of their browser. */
export function firstTimeZone(
  { timeZone, address }: Pick<MailSettings['mailbox'], 'timeZone' | 'address'>,
  ofBrowser = Intl.DateTimeFormat().resolvedOptions().timeZone,
): string {
  return timeZone === 'UTC' && address === null ? ofBrowser : timeZone;
}
