import type { LanguagePack } from '../language/language-pack.ts';

const MENTION = /^(?:@[\w.-]+[,:]?\s+)+/u;
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

/** Fewer words than these say nothing by themselves. */
const CLAUSE_WORDS = 6;

/**
 * The sentence, and what is left of it when it ends early at a clause that only adds to it, or begins late at what a colon
 * announces. An ellipsis stands for words of its author that are missing at the end. A question stays whole: its end is what it asks.
 */
export function shortened(sentence: string, { clauseBreak }: LanguagePack): string[] {
  if (isQuestion(sentence)) return [sentence];
  const heads = [...sentence.matchAll(clauseBreak)]
    .map(({ index }) => sentence.slice(0, index).trim())
    .filter(standsAlone);
  const announced = sentence.split(/:\s/u).slice(1).join(': ');
  const tails = standsAlone(announced) ? [capitalised(announced)] : [];
  return [sentence, ...tails, ...heads.map((head) => `${head.replace(/[,;:–—-]+$/u, '')} …`)];
}

const standsAlone = (part: string): boolean => wordCount(part) >= CLAUSE_WORDS && isBalanced(part);

export const isQuestion = (sentence: string): boolean => /[?？]["'”’»)]*$/u.test(sentence);

/** What stands between spaces. */
export const wordCount = (text: string): number => text.split(/\s+/u).filter((word) => word !== '').length;

const count = (text: string, mark: RegExp): number => text.match(mark)?.length ?? 0;

/** No bracket and no quotation is left open. An apostrophe stands between letters, a quotation mark does not. */
const isBalanced = (text: string): boolean =>
  count(text, /[([«]/gu) === count(text, /[)\]»]/gu) &&
  count(text, /["“”„]/gu) % 2 === 0 &&
  count(text, /(?<!\p{L})['‘’]|['‘’](?!\p{L})/gu) % 2 === 0;
