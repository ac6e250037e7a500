/** What stands in a line and is no letter: pictures, and formulas of which there is a picture alone. */
import type { DraftBlock } from './draft.ts';
import type { Article, Image } from './model.ts';
import { asLines, marked, type Prose, plain } from './prose.ts';

/** U+FFFC OBJECT REPLACEMENT CHARACTER: the text of what has none, so that a place in the text is left for it. */
export const OBJECT = '\u{FFFC}';

/** Pictures up to this height, in pixels of CSS, are part of their line; taller ones stand between paragraphs. */
export const TALLEST_IN_LINE = 64;

/** A picture in a line. Its text is what it shows, for those who search and those who don't see it. */
export const pictureProse = (image: Image): Prose =>
  marked(plain(image.alternative || OBJECT), { type: 'picture', image });

/** Where something stood in a line that is gone, and there are no words for it. */
export const GONE = '\u{25A1}';

/** A formula of which there is a picture, or not even that. */
export const formulaPicture = (image: Image | undefined, words = ''): Prose =>
  marked(plain(words || (image ? OBJECT : GONE)), { type: 'formula', ...(image && { image }) });

/** A block within a cell, an item, a quotation or a note, where there is only text: what it shows goes into the line. */
export function proseOfBlock(block: DraftBlock): Prose {
  if (block.type === 'figure' && block.image) return asLines([pictureProse(block.image), block]);
  if (block.type !== 'formula') return block;
  const { mathml, image } = block;
  return marked(block, { type: 'formula', ...(mathml !== undefined && { mathml }), ...(image && { image }) });
}

/** The pictures of an article, by their hashes: figures, and what stands in lines. */
export function picturesOf({ abstract, sections, back, notes, references = [] }: Article): string[] {
  const blocks = [...abstract, ...sections.flatMap((section) => section.blocks), ...back];
  const shown = blocks.flatMap((block) => (block.type === 'figure' || block.type === 'formula' ? block.image : []));
  const inLines = [...blocks, ...notes, ...references].flatMap(({ marks }) =>
    marks.flatMap(({ image }) => image ?? []),
  );
  return [...new Set([...shown, ...inLines].flatMap((image) => image?.asset ?? []))];
}
