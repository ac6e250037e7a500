/** How long an article takes to read: an estimate from its length, for planning an evening. */
import type { Article } from '#article';
import { passagesOf } from '#article';
import { scriptOf } from './script.ts';

/** Of scholarly prose, a minute. Brysbaert (2019) finds 238 words of non-fiction; CJK readers are measured in characters. */
const PER_MINUTE = { words: 220, characters: 400 };

/** Minutes for the whole of it, at least one. */
export function minutesToRead(article: Article): number {
  const texts = [...passagesOf(article).values()];
  const { cjk } = scriptOf(article);
  const length = (text: string) => (cjk ? text.replace(/\s/gu, '').length : text.split(/\s+/u).filter(Boolean).length);
  const total = texts.reduce((sum, text) => sum + length(text), 0);
  return Math.max(1, Math.round(total / (cjk ? PER_MINUTE.characters : PER_MINUTE.words)));
}
