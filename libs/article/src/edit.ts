/** What an instructor mends in an article before it is published. Each answers with the article as it was where it can't. */

import { blockId } from './block-id.ts';
import { hash } from './block-ids.ts';
import type { Article, Block, BlockId } from './model.ts';
import { passagesOf } from './passages.ts';

/** Without a block; a section keeps its place when its last block goes. */
export const dropBlock = (article: Article, id: BlockId): Article =>
  inEveryPart(article, (blocks) => blocks.filter((block) => block.id !== id));

/** With a section's heading so deep; 1 is a section of the article. */
export const setLevel = (article: Article, section: BlockId, level: number): Article => ({
  ...article,
  sections: article.sections.map((it) => (it.id === section ? { ...it, level: Math.min(9, Math.max(1, level)) } : it)),
});

/** With other words in a section's heading; none leave it as it was. */
export const setHeading = (article: Article, section: BlockId, title: string): Article => ({
  ...article,
  sections: article.sections.map((it) => (it.id === section && title.trim() ? { ...it, title: title.trim() } : it)),
});

/** With these paragraphs for its abstract, parted by empty lines; those whose words stayed keep what they had. */
export function setAbstract(article: Article, text: string): Article {
  const texts = text.split(/\n\s*\n/).map((paragraph) => paragraph.replace(/\s+/gu, ' ').trim());
  let known = article;
  const abstract = texts.filter(Boolean).map((words): Block => {
    const same = article.abstract.find((block) => block.text === words);
    if (same) return same;
    const fresh: Block = { type: 'paragraph', id: freshId(known, words), text: words, marks: [], notes: [] };
    known = { ...known, abstract: [...known.abstract, fresh] };
    return fresh;
  });
  return { ...article, abstract: abstract.filter((block, index) => abstract.indexOf(block) === index) };
}

/** May these two be joined? Only running text can: lists, tables and the like have places of their own in theirs. */
export const canMerge = (before: Block | undefined, block: Block | undefined): boolean =>
  isRunning(before) && isRunning(block);

const isRunning = (block: Block | undefined): boolean => block?.type === 'paragraph' || block?.type === 'quotation';

/** With a paragraph joined to the one in front of it in the same part. */
export const mergeWithPrevious = (article: Article, id: BlockId): Article =>
  inEveryPart(article, (blocks) => {
    const at = blocks.findIndex((block) => block.id === id);
    const [before, block] = [blocks[at - 1], blocks[at]];
    if (!before || !block || !canMerge(before, block)) return blocks;
    return blocks.toSpliced(at - 1, 2, joined(before, block));
  });

/** With a paragraph cut in two in front of a character; the first half keeps the id. */
export const splitBlock = (article: Article, id: BlockId, offset: number): Article =>
  inEveryPart(article, (blocks) => {
    const at = blocks.findIndex((block) => block.id === id);
    const block = blocks[at];
    if (!block || !isRunning(block)) return blocks;
    const [first, second] = [cut(block, 0, offset), cut(block, offset, block.text.length)];
    if (first.text === '' || second.text === '') return blocks;
    return blocks.toSpliced(at, 1, first, { ...second, id: freshId(article, second.text) });
  });

function inEveryPart(article: Article, change: (blocks: readonly Block[]) => readonly Block[]): Article {
  return {
    ...article,
    abstract: [...change(article.abstract)],
    sections: article.sections.map((section) => ({ ...section, blocks: [...change(section.blocks)] })),
    back: [...change(article.back)],
  };
}

function joined(before: Block, block: Block): Block {
  const by = before.text.length + 1;
  return {
    ...before,
    text: `${before.text} ${block.text}`,
    marks: [...before.marks, ...block.marks.map((mark) => ({ ...mark, start: mark.start + by, end: mark.end + by }))],
    notes: [...before.notes, ...block.notes.map(({ label, at }) => ({ label, at: at + by }))],
  };
}

/** `[from, to)` of a block without the space at its ends, and what points into it. */
function cut(block: Block, from: number, to: number): Block {
  const part = block.text.slice(from, to);
  const start = from + part.length - part.trimStart().length;
  const text = part.trim();
  const within = (offset: number): number => Math.min(Math.max(offset - start, 0), text.length);
  return {
    ...block,
    text,
    marks: block.marks
      .map((mark) => ({ ...mark, start: within(mark.start), end: within(mark.end) }))
      .filter((mark) => mark.start < mark.end),
    // A mark of a note stands behind what it is about.
    notes: block.notes
      .filter(({ at }) => (at > from || from === 0) && at <= to)
      .map(({ label, at }) => ({ label, at: within(at) })),
  };
}

function freshId(article: Article, text: string): BlockId {
  const taken = passagesOf(article);
  const wanted = `p-${hash(text)}`;
  let id = blockId(wanted);
  for (let count = 2; taken.has(id); count++) id = blockId(`${wanted}-${count}`);
  return id;
}
