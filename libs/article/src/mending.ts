/** What was mended in an article, step by step: small enough to keep with every change, and to take back one by one. */
import { z } from 'zod';
import { dropBlock, mergeWithPrevious, setAbstract, setHeading, setLevel, splitBlock } from './edit.ts';
import { type Article, Author, BlockId } from './model.ts';

const isText = (it: string): boolean => it.isWellFormed() && !it.includes('\0');
const NO_TEXT = 'it holds characters that are no text';
// Each begins with `z`, so that the bundler knows them to be schemas and leaves them out of the page.
const line = z.string().max(2_000).refine(isText, NO_TEXT);

export const Mending = z.discriminatedUnion('type', [
  z.object({ type: z.literal('title'), title: line }),
  z.object({ type: z.literal('subtitle'), subtitle: line }),
  z.object({ type: z.literal('authors'), authors: z.array(Author).max(200) }),
  /** Paragraphs are parted by empty lines. */
  z.object({ type: z.literal('abstract'), text: z.string().max(100_000).refine(isText, NO_TEXT) }),
  z.object({ type: z.literal('drop'), block: BlockId }),
  /** With the paragraph in front of it. */
  z.object({ type: z.literal('merge'), block: BlockId }),
  /** In front of a character. */
  z.object({ type: z.literal('split'), block: BlockId, at: z.int().nonnegative() }),
  z.object({ type: z.literal('level'), section: BlockId, level: z.int().min(1).max(9) }),
  z.object({ type: z.literal('heading'), section: BlockId, title: line }),
]);
/** One change. */
export type Mending = z.infer<typeof Mending>;

/** An article with all of these changes, in order. One that can’t be made, as its block is gone, changes nothing. */
export const mended = (article: Article, mendings: readonly Mending[]): Article => mendings.reduce(apply, article);

function apply(article: Article, mending: Mending): Article {
  switch (mending.type) {
    case 'title':
      return { ...article, title: mending.title.trim() || article.title };
    case 'subtitle': {
      const { subtitle: _, ...others } = article;
      const subtitle = mending.subtitle.trim();
      return subtitle === '' ? others : { ...others, subtitle };
    }
    case 'authors':
      return { ...article, authors: mending.authors.filter(({ name }) => name.trim() !== '') };
    case 'abstract':
      return setAbstract(article, mending.text);
    case 'drop':
      return dropBlock(article, mending.block);
    case 'merge':
      return mergeWithPrevious(article, mending.block);
    case 'split':
      return splitBlock(article, mending.block, mending.at);
    case 'level':
      return setLevel(article, mending.section, mending.level);
    case 'heading':
      return setHeading(article, mending.section, mending.title);
  }
}

/** With one more change. What is typed letter by letter, and what is changed back and forth, is one change. */
export function withMending(mendings: readonly Mending[], next: Mending): Mending[] {
  const last = mendings.at(-1);
  const isSame =
    last?.type === next.type &&
    (!('section' in last) || !('section' in next) || last.section === next.section) &&
    !('block' in next);
  return isSame ? [...mendings.slice(0, -1), next] : [...mendings, next];
}
