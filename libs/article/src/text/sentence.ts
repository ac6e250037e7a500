/** How a stretch of text begins and ends, which tells whether it is whole. */

/** Note marks, closing quotation marks, brackets and asterisks that may stand behind the last full stop. */
const BEHIND = /(?:[⁰¹²³⁴-⁹'’"”»›)\]}*_\s]|\[\d{1,3}\]|(?<=\p{L}[.!?][’”"»]?)\d{1,3})+$/u;
const BEFORE = /^[\s'‘"“«‹([{*_…–—-]+/u;
/** A line is looked at from its ends only, so that long ones cost no more. */
const REACH = 60;

/** Does the text stop in the middle of a sentence? */
export const isOpen = (text: string): boolean => !/[.?!…:。！？]$/u.test(text.slice(-REACH).replace(BEHIND, ''));

/** Does the text stop at a colon, so that what it announces follows? */
export const announces = (text: string): boolean => /:\s*$/.test(text.slice(-REACH).replace(BEHIND, ''));

/** Does it begin with a small letter, as the second half of a sentence does? */
export const startsSmall = (text: string): boolean => /^\p{Ll}/u.test(text.slice(0, REACH).replace(BEFORE, ''));

/** Does it begin with a capital, or in a script that has none with any letter? */
export const startsCapital = (text: string): boolean =>
  /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(text.slice(0, REACH).replace(BEFORE, ''));
