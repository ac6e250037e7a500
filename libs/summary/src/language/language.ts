import { eld } from 'eld/small';
import { ENGLISH } from './english.ts';
import { FRENCH } from './french.ts';
import { GERMAN } from './german.ts';
import type { LanguagePack } from './language-pack.ts';
import { SPANISH } from './spanish.ts';

/** The languages that summaries are written in, by their BCP 47 tags. */
export type Language = 'en' | 'de' | 'es' | 'fr';

const PACKS: Readonly<Record<Language, LanguagePack>> = { en: ENGLISH, de: GERMAN, es: SPANISH, fr: FRENCH };

export const packOf = (language: Language): LanguagePack => PACKS[language];

const SAMPLE = 4_000;

/** The language of a discussion: the likeliest of those known here, English where there is nothing to go by. */
export function languageOf(text: string): Language {
  const scores = eld.detect(text.slice(0, SAMPLE)).getScores();
  const known = (Object.keys(PACKS) as Language[]).map((language) => ({ language, score: scores[language] ?? 0 }));
  return known.reduce((best, next) => (next.score > best.score ? next : best)).language;
}
