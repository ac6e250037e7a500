import { type Article, passagesOf } from '#article';
import { accept, reject } from '../rejection.ts';
import type { Rule } from './rule.ts';

/** Versions are numbered without a gap; whoever imports says which one this is, so that two can't both be the third. */
export const importArticle: Rule<'article.import'> = ({ data: { article, version, document } }, state, limits) => {
  const newest = state.articles.get(article)?.newest ?? 0;
  if (version !== newest + 1) return reject('article/version-conflict');
  if (new TextEncoder().encode(JSON.stringify(document)).length > limits.articleBytes) {
    return reject('article/too-large');
  }
  const passages = passagesOf(document);
  if (passages.size !== countPassages(document)) return reject('article/duplicate-block');
  if (!document.sections.some(({ blocks }) => blocks.some(({ text }) => text.trim() !== ''))) {
    return reject('article/no-text');
  }
  return accept({ type: 'article.imported', version: 2, data: { article, version, document }, personal: null });
};

function countPassages({ abstract, sections, back, notes, references = [] }: Article): number {
  const inSections = sections.reduce((sum, { blocks }) => sum + 1 + blocks.length, 0);
  return abstract.length + inSections + back.length + notes.length + references.length;
}
