import type { LanguagePack } from '../language/language-pack.ts';

const MENTION = /^(?:@(?:[\w.-]+|\[[\da-f-]{36}\])[,:]?\s+)+/u;
const ASIDE = /\s*\((?![^)]*\?)[^()]{0,120}\)/gu;

/** Without what only opens it: a mention, 'Well,', 'I think that'. Begins with a capital again. */
export function withoutPreamble(sentence: string, { preamble }: LanguagePack): string {
  let text = sentence.replace(MENTION, '');
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(preamble, '');
  }
  return capitalised(ended(text.replace(ASIDE, '')));
}

/** An item of a list ends in a semicolon or in nothing; here it is a sentence. */
const ended = (text: string): string => text.replace(/[\s,;:–—-]+$/u, '').replace(/(?<=[\p{L}\p{N}])$/u, '.');

const capitalised = (text: string): string =>
  text.replace(/^([¿¡"'“‘«„]*\s?)(\p{Ll})/u, (_, opening, letter) => opening + letter.toUpperCase());

/** A sentence of more words than these is none. */
const LONGEST = 40;
/** Fewer words than these say nothing by themselves. */
const CLAUSE_WORDS = 6;

/**
 * The sentence, and what is left of it when it ends early at a clause that only adds to it, or begins late at what a colon
 * announces. An ellipsis stands for words of its author that are missing at the end. A question stays whole: its end is what it asks.
 */
export function shortened(sentence: string, { clauseBreak, dependent }: LanguagePack): string[] {
  if (isQuestion(sentence)) return [sentence];
  const long = firstWords(sentence, LONGEST);
  // What ends at a colon announces what would be missing.
  const heads = [...sentence.matchAll(clauseBreak)]
    .filter(([mark]) => !mark.includes(':'))
    .map(({ index }) => sentence.slice(0, index).trim())
    .filter(standsAlone);
  const announced = sentence.split(/:\s/u).slice(1).join(': ');
  const tails = standsAlone(announced) && !dependent.test(announced) ? [capitalised(announced)] : [];
  const shorter = [...tails, ...heads.map((head) => `${head.replace(/[,;:–—-]+$/u, '')} …`)];
  // Who writes without full stops is cut where there is room no more.
  const isEndless = long !== sentence && shorter.every((wording) => wordCount(wording) > LONGEST);
  return [sentence, ...shorter, ...(isEndless ? [long] : [])];
}

const standsAlone = (part: string): boolean => wordCount(part) >= CLAUSE_WORDS && isBalanced(part);

export const isQuestion = (sentence: string): boolean => /[?？]["'”’»)]*$/u.test(sentence);

const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u;
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** The words of a text in a script that puts no spaces between them; else what stands between spaces. */
export const wordsOf = (text: string): string[] =>
  UNSPACED.test(text)
    ? [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment)
    : text.split(/\s+/u).filter((word) => word !== '');

export const wordCount = (text: string): number => wordsOf(text).length;

/** Its first words, and an ellipsis where there are more. */
export function firstWords(text: string, words: number): string {
  if (wordCount(text) <= words) return text;
  if (!UNSPACED.test(text))
    return `${text
      .split(/\s+/u)
      .slice(0, words)
      .join(' ')
      .replace(/[\s,;:–—-]+$/u, '')} …`;
  const end = [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike)[words];
  return `${text.slice(0, end?.index).trim()} …`;
}

const count = (text: string, mark: RegExp): number => text.match(mark)?.length ?? 0;

/** No bracket and no quotation is left open. An apostrophe stands between letters, a quotation mark does not. */
const isBalanced = (text: string): boolean =>
  count(text, /[([«]/gu) === count(text, /[)\]»]/gu) &&
  count(text, /["“”„]/gu) % 2 === 0 &&
  count(text, /(?<!\p{L})['‘’]|['‘’](?!\p{L})/gu) % 2 === 0;
