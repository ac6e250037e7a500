/** Which text search configuration of Postgres goes with a language: how it finds the stems of words, and which it leaves out. */

/** By primary language subtag (BCP 47): those that Postgres 15 brings. */
const CONFIGS: Readonly<Record<string, string>> = {
  ...{ ar: 'arabic', hy: 'armenian', eu: 'basque', ca: 'catalan', da: 'danish', nl: 'dutch', en: 'english' },
  ...{ fi: 'finnish', fr: 'french', de: 'german', el: 'greek', hi: 'hindi', hu: 'hungarian', id: 'indonesian' },
  ...{ ga: 'irish', it: 'italian', lt: 'lithuanian', ne: 'nepali', no: 'norwegian', nb: 'norwegian', nn: 'norwegian' },
  ...{ pt: 'portuguese', ro: 'romanian', ru: 'russian', sr: 'serbian', es: 'spanish', sv: 'swedish', ta: 'tamil' },
  ...{ tr: 'turkish', yi: 'yiddish' },
};

/** Every word as it is: for languages that Postgres knows nothing of. */
export const SIMPLE = 'simple';

/** The configuration for a language, e.g. `german` for `de-AT`. */
export function configOf(language: string | null | undefined): string {
  const [primary = ''] = (language ?? '').toLowerCase().split('-');
  return Object.hasOwn(CONFIGS, primary) ? (CONFIGS[primary] ?? SIMPLE) : SIMPLE;
}
