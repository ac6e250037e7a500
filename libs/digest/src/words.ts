/** Small words of the mails. */

const NUMBERS = [
  'No',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
  'Ten',
  'Eleven',
  'Twelve',
];

/** At the beginning of a sentence: 'Two questions'. */
export const Count = (n: number, one: string, many = `${one}s`): string => `${NUMBERS[n] ?? n} ${n === 1 ? one : many}`;
export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

export const list = (items: readonly string[]): string =>
  new Intl.ListFormat('en', { style: 'long', type: 'conjunction' }).format(items);

/** Cut at a word, with an ellipsis. */
export function shorten(text: string, characters: number): string {
  const plain = text.replace(/\s+/gu, ' ').trim();
  if (plain.length <= characters) return plain;
  return `${plain.slice(0, characters).replace(/\s\S*$/u, '')} …`;
}

/** A moment, in the reader's own zone. */
export interface Clock {
  now: string;
  /** IANA name. */
  timeZone: string;
}

/** 'today', 'yesterday', '3 days ago', '12 Nov'. */
export function ago(at: string, { now, timeZone }: Clock): string {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone });
  const days = Math.round((Date.parse(day.format(new Date(now))) - Date.parse(day.format(new Date(at)))) / 86_400_000);
  if (days <= 0) return 'today';
  if (days === 1) return 'yesterday';
  if (days < 14) return `${days} days ago`;
  return new Intl.DateTimeFormat('en-GB', { timeZone, day: 'numeric', month: 'short' }).format(new Date(at));
}

/** 'Mon 30 Nov', in the reader's own zone. */
export const day = (at: string, { timeZone }: Pick<Clock, 'timeZone'>): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short', day: 'numeric', month: 'short' })
    .format(new Date(at))
    .replace(',', '');

/** 'Monday 9:00' within a week, else '12 November'. */
export function since(at: string, { now, timeZone }: Clock): string {
  const age = Date.parse(now) - Date.parse(at);
  const options: Intl.DateTimeFormatOptions =
    age < 7 * 86_400_000
      ? { weekday: 'long', hour: 'numeric', minute: '2-digit', hour12: false }
      : { day: 'numeric', month: 'long' };
  return new Intl.DateTimeFormat('en-GB', { timeZone, ...options })
    .format(new Date(at))
    .replace(',', '')
    .replace(/ 0(?=\d:)/, ' ');
}
