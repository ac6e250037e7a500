/** What a heading looks like where nothing but its looks tells it from a paragraph. */
import { knownPart } from '../known-titles.ts';

const LONGEST = 150;
const MOST_WORDS = 22;
const NUMBERED = /^(?:(\d{1,2}(?:\.\d{1,2})*)[.)]?|([IVX]{1,5})\.|([A-H])\.)\s+(?=['‘"“«(]?[\p{L}\p{Nd}])/u;
const UNLIKE = /[.,;:…。！？；，、-]$|[.!?](?:\[\d{1,3}\]|[⁰¹²³⁴-⁹]+)$|@|https?:|^[•*–—-]\s|\d{4}\)\S*$/u;

/** How a heading is numbered: `2.1` has two levels, `IV.` is roman, `B.` a letter. */
export interface Numbering {
  style: 'decimal' | 'roman' | 'letter';
  levels: number;
}

/** The number in front of a title, if there is one. */
export function numberingOf(title: string): Numbering | undefined {
  const match = NUMBERED.exec(title);
  if (!match) return undefined;
  if (match[1]) return { style: 'decimal', levels: match[1].split('.').length };
  return { style: match[2] ? 'roman' : 'letter', levels: 1 };
}

/** Is it all in capitals, by four letters or more? */
export const isAllCaps = (text: string): boolean => /(?:\p{Lu}[^\p{L}]*){4}/u.test(text) && !/\p{Ll}/u.test(text);

/** Could this line be a heading? What stands around it has the last word. */
export function looksLikeHeading(text: string): boolean {
  if (text === '' || text.length > LONGEST || text.includes('\n')) return false;
  if (isKnownHeading(text)) return true;
  if (UNLIKE.test(text) || text.split(' ').length > MOST_WORDS) return false;
  if (numberingOf(text) !== undefined) return true;
  return /^['‘"“«(¿]?[\p{Lu}\p{Lt}\p{Lo}\p{Nd}]/u.test(text) && /\p{L}{2}/u.test(text);
}

/** Is it the title of a part that most articles have, alone on its line? */
export const isKnownHeading = (text: string): boolean => knownPart(text) !== undefined;

/** Would it be taken for a heading even with text right below it? */
export const isUnmistakable = (text: string): boolean =>
  looksLikeHeading(text) && (isKnownHeading(text) || numberingOf(text) !== undefined || isAllCaps(text));
