/**
 * Chinese and Japanese put no space between words, and Postgres takes all that stands between two signs for one word. So each
 * character is kept as a word of its own, parted from the next by a sign that nobody sees, and what is searched for is a
 * phrase of such words: it is found wherever it stands.
 */

/** The unit separator of ASCII, at which a word ends in every locale; it is taken out before anything is shown. */
export const PART = '\u001F';

const CHARACTER = '[[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Bopo}]--[\\p{P}\\p{Z}]]';
/** Also from signs: in some locales Postgres takes those that are wide for letters. */
const BETWEEN = new RegExp(`(?<=${CHARACTER})(?=[^\\s"])|(?<=[^\\s"])(?=${CHARACTER})`, 'gv');
const ANY = new RegExp(CHARACTER, 'v');

export const isUnspaced = (text: string): boolean => ANY.test(text);

/** The text with its characters parted; other writing stays as it is. */
export const parted = (text: string): string => (isUnspaced(text) ? text.replace(BETWEEN, PART) : text);

export const joined = (text: string): string => text.replaceAll(PART, '');
