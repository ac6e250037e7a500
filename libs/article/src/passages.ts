import type { Article, BlockId } from './model.ts';

/**
 * Every text of an article that an anchor can point into, by id: headings, abstract, blocks, back matter,
 * bibliography, notes, in reading order.
 */
export function passagesOf(article: Article): Map<BlockId, string> {
  const passages = new Map<BlockId, string>();
  for (const block of article.abstract) passages.set(block.id, block.text);
  for (const section of article.sections) {
    passages.set(section.id, section.title);
    for (const block of section.blocks) passages.set(block.id, block.text);
  }
  for (const block of article.back) passages.set(block.id, block.text);
  for (const reference of article.references ?? []) passages.set(reference.id, reference.text);
  for (const note of article.notes) passages.set(note.id, note.text);
  return passages;
}

/** The sections, by the id of their heading, in reading order. */
export const sectionIdsOf = (article: Article): ReadonlySet<BlockId> => new Set(article.sections.map(({ id }) => id));
