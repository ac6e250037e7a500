/** What a summary is held against: the beginning of the discussion, and plain LexRank. */
import { languageOf, lexRank, splitSentences, stemsOf } from '#summary';
import type { Discussion } from '../../support/discussions.ts';

const cut = (text: string, words: number): string => text.split(/\s+/u).slice(0, words).join(' ');

/** The first words of the discussion. */
export const lead = ({ posts }: Discussion, words: number): string =>
  cut(posts.map(({ text }) => text).join(' '), words);

/** The threshold of the paper. */
const THRESHOLD = 0.1;

/** The most central sentences, whole, in the order of their rank; the last one cut at the length. */
export function plainLexRank({ posts }: Discussion, words: number): string {
  const language = languageOf(posts.map(({ text }) => text).join('\n'));
  const sentences = posts.flatMap(({ text }) => splitSentences(text, language));
  const ranks = lexRank(
    sentences.map((sentence) => stemsOf(sentence, language)),
    { threshold: THRESHOLD },
  );
  const ranked = sentences
    .map((sentence, i) => ({ sentence, rank: ranks[i] ?? 0 }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ sentence }) => sentence);
  return cut(ranked.join(' '), words);
}
