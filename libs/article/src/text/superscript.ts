/** Raised digits, as extractors leave the marks of footnotes. */

const DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** The raised digits as the inside of a character class. */
export const RAISED = DIGITS;

/** `40` as `⁴⁰`. */
export const raised = (digits: string): string => digits.replace(/\d/g, (digit) => DIGITS.charAt(Number(digit)));

/** `⁴⁰` as `40`; other characters stay. */
export const lowered = (text: string): string =>
  text.replace(/[⁰¹²³⁴-⁹]/g, (character) => String(DIGITS.indexOf(character)));
