/**
 * Every sentence of the interface, in the language of whoever reads. `m` is set before the first screen is drawn and again
 * when another language is chosen; components read it while they draw, never before.
 */
import type { RefusalSentences } from '#article';
import type { ErrorCode } from '#protocol';
import { keep, recall } from '../kept/kept.ts';
import { createStore } from '../store/store.ts';
import { whenIdle } from '../ui/when-idle.ts';
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

interface Refusals {
  errors: Record<ErrorCode, string>;
  unreadable: RefusalSentences;
}

/** Why things are refused. None in English: the server says so in English, and often more precisely than a code can. */
const LOAD_ERRORS: Readonly<Partial<Record<Language, () => Promise<Refusals>>>> = {
  de: () => import('./de/errors.ts'),
  es: () => import('./es/errors.ts'),
  fr: () => import('./fr/errors.ts'),
};

/** What the codes of refusals say in the language that is shown, once that is loaded. */
export let refusals: Partial<Record<ErrorCode, string>> = {};

/** Why files can’t be read, with the facts, once that is loaded. */
export let unreadable: Partial<RefusalSentences> = {};

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
  refusals = {};
  unreadable = {};
  // Nobody is refused anything before there is something to read.
  whenIdle(() => {
    const take = (loaded: Refusals) => {
      if (spoken.get().language === language) ({ errors: refusals, unreadable } = loaded);
    };
    // Without them the server's own words are shown.
    LOAD_ERRORS[language]?.().then(take, () => {});
  });
}

/** Keeps the choice for this browser and shows it; `undefined` goes by the browser again. */
export async function choose(language: Language | undefined): Promise<void> {
  keep(KEPT, language);
  await speak(language);
}
