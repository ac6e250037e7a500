/** Why things are refused, in the languages that are not the server's; loaded apart, since hardly anybody is. */
import type { RefusalSentences } from '#article';
import type { ErrorCode } from '#protocol';
import type { Language } from './language.ts';

export interface Refusals {
  /** By their codes. */
  errors: Readonly<Record<ErrorCode, string>>;
  /** Why files can’t be read, with the facts; a newer server may know more. */
  unreadable: Partial<RefusalSentences>;
}

/** None in English: the server says so in English, and often more precisely than a code can. */
const LOAD: Readonly<Partial<Record<Language, () => Promise<Refusals>>>> = {
  de: () => import('./de/errors.ts'),
  es: () => import('./es/errors.ts'),
  fr: () => import('./fr/errors.ts'),
};

export const loadRefusals = (language: Language): Promise<Refusals> | undefined => LOAD[language]?.();
