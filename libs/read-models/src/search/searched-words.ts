/** What somebody typed into a search field, taken apart, and what was found, put together for the screen. */

import { isUnspaced, joined, parted } from './unspaced.ts';

export interface SearchedWords {
  /** Words and phrases that are there as a whole, in the words of websearch_to_tsquery; may be empty. */
  whole: string;
  /** The word that may still be being typed; empty where the last thing is no bare word. */
  begun: string;
}

/** The last bare word counts as begun, so that something is found while one types; in a quoted phrase nothing does. */
export function searchedWords(typed: string): SearchedWords {
  const trimmed = typed.trim();
  const [, before = '', last = ''] = /^(.*?)([\p{L}\p{N}\p{M}]*)$/su.exec(trimmed) ?? [];
  const isBare = last !== '' && (before === '' || /\s$/u.test(before)) && quotesIn(before) % 2 === 0;
  const isOperator = /^or$/i.test(last);
  if (isUnspaced(trimmed)) return { whole: phrases(trimmed), begun: '' };
  return isBare && !isOperator && trimmed.length === typed.trimEnd().length && !/\s$/u.test(typed)
    ? { whole: before.trim(), begun: last }
    : { whole: trimmed, begun: '' };
}

/** Each word of characters that are parted is a phrase of them; what is quoted is one already. */
function phrases(typed: string): string {
  return typed
    .split(/("[^"]*"?)/)
    .map((part) => (part.startsWith('"') ? parted(part) : part.replace(/[^\s-]\S*/gu, phraseOf)))
    .join('');
}

const phraseOf = (word: string): string => (isUnspaced(word) ? `"${parted(word)}"` : word);

const quotesIn = (text: string): number => text.split('"').length - 1;

/** A piece of what was found; `hit` where it is what was searched for. */
export interface Fragment {
  text: string;
  hit: boolean;
}

/** Marks that ts_headline puts around a hit: private characters, which no text that is stored holds as such. */
export const MARKS = { start: '\uE000', stop: '\uE001' } as const;

/** The pieces of a headline; those of its own text that are marks already are taken out before. */
export function fragmentsOf(headline: string): Fragment[] {
  const fragments: Fragment[] = [];
  for (const piece of headline.split(MARKS.start)) {
    const at = piece.indexOf(MARKS.stop);
    const hit = at >= 0 ? joined(piece.slice(0, at)) : '';
    const last = fragments.at(-1);
    // Of a phrase of characters each is marked.
    if (hit !== '' && last?.hit) last.text += hit;
    else if (hit !== '') fragments.push({ text: hit, hit: true });
    const rest = joined(at >= 0 ? piece.slice(at + 1) : piece);
    if (rest !== '') fragments.push({ text: rest, hit: false });
  }
  return fragments;
}
