/** Searching without the server: the words as they stand, in the article that is open and in what was said on it. */
import type { Article, BlockId } from '#article';
import { passagesOf } from '#article';
import type { SearchAnswer, SearchHit } from '#protocol';
import type { ArticleId, Audience, Folded } from '#seminar';
import { excerptOf } from './excerpt.ts';
import type { ThreadView } from './threads.ts';

export interface LocalSearchInput {
  article: ArticleId;
  document: Article;
  logs: readonly { audience: Audience; log: Folded }[];
  threads: ReadonlyMap<string, ThreadView>;
  everyone: Audience;
}

/** Characters before and after the first hit. */
const AROUND = 90;

/** Every word has to be there, the beginning of one is enough; at most `limit` hits, the text first. */
export function localSearch(
  typed: string,
  where: 'text' | 'discussion' | undefined,
  limit: number,
  { article, document, logs, threads, everyone }: LocalSearchInput,
): SearchAnswer {
  const words = bare(typed)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return { total: 0, hits: [] };
  const hits: SearchHit[] = [];
  if (where !== 'discussion') {
    for (const [block, text] of passagesOf(document)) {
      const fragments = found(text, words);
      if (fragments) hits.push({ audience: everyone, article, block, said: null, fragments });
    }
  }
  if (where !== 'text') {
    for (const { audience, log } of logs) hits.push(...said(words, article, audience, log, threads));
  }
  return { total: hits.length, hits: hits.slice(0, limit) };
}

function said(
  words: readonly string[],
  article: ArticleId,
  audience: Audience,
  { state, contents }: Folded,
  threads: ReadonlyMap<string, ThreadView>,
): SearchHit[] {
  return [...state.annotations.values()].flatMap(({ id, thread, author, motivation, deleted }) => {
    const written = contents.words.get(id);
    const block: BlockId | undefined = threads.get(thread)?.passages[0]?.block;
    if (deleted || !written?.body || !block) return [];
    const fragments = found(excerptOf(written.body, written.body.length), words);
    if (!fragments) return [];
    return [
      { audience, article, block, said: { annotation: id, thread, author, motivation, at: written.at }, fragments },
    ];
  });
}

/** The words around the first hit, in pieces; `undefined` where a word is missing. */
function found(text: string, words: readonly string[]): SearchHit['fragments'] | undefined {
  const plain = bare(text);
  // Where letters fall apart into more than one, places can't be told: then the text is shown as it begins.
  const isSame = plain.length === text.length;
  const places: { start: number; end: number }[] = [];
  for (const word of words) {
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${word}[\\p{L}\\p{N}]*`, 'gu');
    const matches = [...plain.matchAll(pattern)];
    if (matches.length === 0) return undefined;
    for (const { index, 0: hit } of matches) places.push({ start: index, end: index + hit.length });
  }
  if (!isSame) return [{ text: text.slice(0, 2 * AROUND), hit: false }];
  places.sort((a, b) => a.start - b.start);
  const from = Math.max(0, text.lastIndexOf(' ', Math.max(0, (places[0]?.start ?? 0) - AROUND)) + 1);
  const to = Math.min(text.length, (places[0]?.end ?? 0) + 2 * AROUND);
  const fragments: SearchHit['fragments'] = [];
  let at = from;
  for (const { start, end } of places) {
    if (start < at || end > to) continue;
    if (start > at) fragments.push({ text: text.slice(at, start), hit: false });
    fragments.push({ text: text.slice(start, end), hit: true });
    at = end;
  }
  if (at < to) fragments.push({ text: text.slice(at, to), hit: false });
  return fragments;
}

/** Without accents and in small letters, as one types in a hurry; of the same length for nearly every text. */
const bare = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u00C0-\u024F]/gu, (letter) => letter.normalize('NFD')[0] ?? letter)
    .toLowerCase();
