/** Plurals, numbers and lists as a language writes them, for the message files. */
import { type Language, localeOf } from './language.ts';

export interface Words {
  /** `1,234 threads`: the number, and the form that goes with it. */
  count(n: number, one: string, many: string): string;
  /** Only the form that goes with the number. */
  form(n: number, one: string, many: string): string;
  /** `1,234` */
  number(n: number): string;
  /** `Ada, Ben and Cleo` */
  list(items: readonly string[]): string;
}

/** English, German, Spanish and French tell one from many in whole numbers; which numbers are one is theirs. */
export function wordsIn(language: Language): Words {
  const locale = localeOf(language);
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const lists = new Intl.ListFormat(locale, { style: 'long', type: 'conjunction' });
  const form = (n: number, one: string, many: string) => (rules.select(n) === 'one' ? one : many);
  return {
    form,
    count: (n, one, many) => `${numbers.format(n)} ${form(n, one, many)}`,
    number: (n) => numbers.format(n),
    list: (items) => lists.format(items),
  };
}
