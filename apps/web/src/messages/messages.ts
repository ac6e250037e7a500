/**
 * Every sentence of the interface, in the language of whoever reads. `m` is set before the first screen is drawn and again
 * when another language is chosen; components read it while they draw, never before.
 */
import { keep, recall } from '../kept/kept.ts';
import { createStore } from '../store/store.ts';
import type { Messages } from './en/index.ts';
import { isLanguage, type Language, languageFor, localeOf } from './language.ts';

export type { Messages };

/** The sentences of the language that is shown. */
export let m: Messages;

/** Only the language that is shown is loaded. */
const LOAD: Readonly<Record<Language, () => Promise<{ messages: Messages }>>> = {
  en: () => import('./en/index.ts'),
  de: () => import('./de/index.ts'),
  es: () => import('./es/index.ts'),
  fr: () => import('./fr/index.ts'),
};

const KEPT = 'language';

const kept = (): Language | undefined => {
  const value = recall(KEPT);
  return isLanguage(value) ? value : undefined;
};

export interface Spoken {
  /** What the reader chose; `undefined` goes by the browser. */
  chosen: Language | undefined;
  language: Language;
}

/** The language that is shown. */
export const spoken = createStore<Spoken>({ chosen: kept(), language: languageFor(kept()) });

/** How dates and numbers are written. */
export const locale = (): string => localeOf(spoken.get().language);

/** Loads the language and shows it: the root element says which it is. */
export async function speak(chosen: Language | undefined = kept()): Promise<void> {
  const language = languageFor(chosen);
  const { messages } = await LOAD[language]();
  m = messages;
  document.documentElement.lang = language;
  spoken.set({ chosen, language });
}

/** Keeps the choice for this browser and shows it; `undefined` goes by the browser again. */
export async function choose(language: Language | undefined): Promise<void> {
  keep(KEPT, language);
  await speak(language);
}
