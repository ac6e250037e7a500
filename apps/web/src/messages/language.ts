/** The languages of the interface, and which of them a reader gets. */

/** Each under its own name, as those who read it look for it. */
export const LANGUAGES = { en: 'English', de: 'Deutsch', es: 'Español', fr: 'Français' } as const;

export type Language = keyof typeof LANGUAGES;

/** Whose dates and numbers are written where the browser names no region. */
const USUAL: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de', es: 'es', fr: 'fr' };

const bare = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';

export const isLanguage = (value: unknown): value is Language => typeof value === 'string' && value in LANGUAGES;

/** What the browser asks for, the most wanted first. */
const wanted = (): readonly string[] => globalThis.navigator?.languages ?? [];

/** The chosen language, else the first of the browser's that there is, else English. */
export function languageFor(chosen: unknown, preferred: readonly string[] = wanted()): Language {
  return isLanguage(chosen) ? chosen : (preferred.map(bare).find(isLanguage) ?? 'en');
}

/** How dates and numbers are written: as in the reader's region, where the browser names one of that language. */
export function localeOf(language: Language, preferred: readonly string[] = wanted()): string {
  return preferred.find((tag) => bare(tag) === language) ?? USUAL[language];
}
