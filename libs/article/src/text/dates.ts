/** Dates that stand alone in a line. */

const LANGUAGES = ['en', 'de', 'es', 'fr', 'it', 'pt', 'nl', 'da'];

/** The months as these languages write them. */
const MONTHS = LANGUAGES.flatMap((language) => {
  const names = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => names.format(new Date(Date.UTC(2000, month))));
});
const MONTH = `(?:${[...new Set(MONTHS)].join('|')})`;
const YEAR = '(?:1[5-9]|20)\\d{2}';
const DAY = '(?:[0-3]?\\d(?:\\.|er|st|nd|rd|th)?)';
const DATE = new RegExp(
  `^\\(?(?:\\p{L}+,\\s+)?(?:${DAY}\\s+(?:de\\s+)?)?${MONTH}(?:\\s+${DAY})?,?\\s+(?:de\\s+)?${YEAR}\\)?$|^${YEAR}-[01]\\d-[0-3]\\d$`,
  'iu',
);

/** Is the line a date and nothing else? A year alone is none. */
export const isDate = (line: string): boolean => DATE.test(line.trim());
