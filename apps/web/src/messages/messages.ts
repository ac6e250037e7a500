/**
 * Every sentence of the interface, in the language of whoever reads. `m` is set before the first screen is drawn and again
 * when another language is chosen; components read it while they draw, never before.
 */
import { keep, recall } from '../kept/kept.ts';
import { createStore } from '../store/store.ts';
import { whenIdle } from '../ui/when-idle.ts';
import type { Messages } from './en/index.ts';
import { isLanguage, type Language, languageFor, localeOf } from './language.ts';
import type { Refusals } from './load-refusals.ts';

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

/** What refusals say in the language that is shown, once that is loaded. */
export let refusals: Partial<Refusals> = {};

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
  // Hardly anybody is refused anything before there is something to read.
  whenIdle(() => void knowRefusals());
}

/** Loads why things are refused, if that has not been loaded; without it the server's own words are shown. */
export async function knowRefusals(): Promise<void> {
  const { language } = spoken.get();
  const loaded = await import('./load-refusals.ts').then((it) => it.loadRefusals(language)).catch(() => undefined);
  if (loaded && spoken.get().language === language) refusals = loaded;
}

/** Keeps the choice for this browser and shows it; `undefined` goes by the browser again. */
export async function choose(language: Language | undefined): Promise<void> {
  keep(KEPT, language);
  await speak(language);
}
