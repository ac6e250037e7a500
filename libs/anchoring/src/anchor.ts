/**
 * An anchor ties words to a passage three times over, so that it survives a revision of the text: by the block's id,
 * by the place in the block (W3C TextPositionSelector) and by the quotation with its surroundings (TextQuoteSelector).
 */

import { z } from 'zod';
import { BlockId } from '#article';

/** How many characters of context a quotation takes with it on each side. */
export const CONTEXT_LENGTH = 32;

export const TextPositionSelector = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() });
/** W3C Web Annotation §4.2.5; counted in UTF-16 code units of the block's text. */
export type TextPositionSelector = z.infer<typeof TextPositionSelector>;

export const TextQuoteSelector = z.object({
  exact: z.string().min(1).max(20_000),
  prefix: z.string().max(CONTEXT_LENGTH),
  suffix: z.string().max(CONTEXT_LENGTH),
});
/** W3C Web Annotation §4.2.4. */
export type TextQuoteSelector = z.infer<typeof TextQuoteSelector>;

export const Anchor = z.object({ block: BlockId, position: TextPositionSelector, quote: TextQuoteSelector });
export type Anchor = z.infer<typeof Anchor>;
