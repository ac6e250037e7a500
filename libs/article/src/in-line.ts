/** What stands in a line and is no letter: pictures, and formulas of which there is a picture alone. */
import type { DraftBlock } from './draft.ts';
import type { Article, Image } from './model.ts';
import { asLines, marked, type Prose, plain } from './prose.ts';

/** What has no words of its own leaves a sign in the text, so that there is a place for it, in a line that is quoted too. */
export const SIGN = '\u{25A1}';

/** Pictures up to this height, in pixels of CSS, are part of their line; taller ones stand between paragraphs. */
export const TALLEST_IN_LINE = 64;

/** A picture in a line. Its text is what it shows, for those who search and those who don't see it. */
export const pictureProse = (image: Image): Prose =>
  marked(plain(image.alternative || SIGN), { type: 'picture', image });

/** A formula of which there is a picture, or not even that. */
export const formulaPicture = (image: Image | undefined, words = ''): Prose =>
  marked(plain(words || SIGN), { type: 'formula', ...(image && { image }) });

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
