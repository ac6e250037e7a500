/** How a moment is written: as short as its distance allows, in the reader's own zone. */
const DAY = 86_400_000;

export function when(at: string, now: Date, language: string): string {
  const date = new Date(at);
  const days = Math.round((startOfDay(now) - startOfDay(date)) / DAY);
  const time = { hour: '2-digit', minute: '2-digit' } as const;
  if (days === 0) return new Intl.DateTimeFormat(language, time).format(date);
  if (days > 0 && days < 6) return new Intl.DateTimeFormat(language, { weekday: 'short', ...time }).format(date);
  const sameYear = date.getFullYear() === now.getFullYear();
  const day = { day: 'numeric', month: 'short' } as const;
  return new Intl.DateTimeFormat(language, sameYear ? day : { ...day, year: 'numeric' }).format(date);
}

const AGO: readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['week', 7 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** How long ago, in the largest unit that fits: `5 minutes ago`, `yesterday`, `now`. */
export function ago(at: string, now: Date, language: string): string {
  const seconds = Math.max(0, (now.getTime() - Date.parse(at)) / 1000);
  const [unit, long] = AGO.find(([, long]) => seconds >= long) ?? ['second', 60];
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-Math.floor(seconds / long), unit);
}

/** The whole of it, for a tooltip. */
export const inFull = (at: string, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short' }).format(new Date(at));

/** The day with its year: `23 May 2027`. */
export const dayInFull = (at: string, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date(at));

/** The day only: `Tuesday` within a week, else `12 Nov`. */
export function dayOf(at: string, now: Date, language: string): string {
  const date = new Date(at);
  const days = Math.round((startOfDay(now) - startOfDay(date)) / DAY);
  if (days > 0 && days < 7) return new Intl.DateTimeFormat(language, { weekday: 'long' }).format(date);
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' }).format(date);
}

/** A day to come, or one that was to be kept: `Fri 4 Dec`. */
export const weekdayOf = (at: string, language: string): string =>
  new Intl.DateTimeFormat(language, { weekday: 'short', day: 'numeric', month: 'short' })
    .format(new Date(at))
    .replace(',', '');

const startOfDay = (date: Date): number => new Date(date).setHours(0, 0, 0, 0);

/** '12 November 2026 at 14:05': for what may happen twice a day. */
export const dayAndTime = (at: string, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(at));
