/**
 * The document model: what every format is turned into, with JATS's names for the parts.
 *
 * Text and markup are kept apart (stand-off markup): a block has one plain `text`, and everything that is not a
 * character of it (emphasis, links, references to notes, list items, table cells) points into that text. An anchor can
 * therefore count characters and never meets a tag. Offsets are UTF-16 code units, as in a JavaScript string.
 */
import { z } from 'zod';

export const BlockId = z.string().min(1).max(80).brand<'BlockId'>();
/** Names a block, a section heading or a note within an article; the same passage keeps its id over imports. */
export type BlockId = z.infer<typeof BlockId>;

const offset = z.int().nonnegative();

export const Mark = z.object({
  type: z.enum(['emphasis', 'strong', 'superscript', 'subscript', 'small-caps', 'code', 'link', 'strikethrough']),
  start: offset,
  end: offset,
  /** Only on links; http, https or mailto. */
  href: z.string().max(2_000).optional(),
});
/** Inline markup over `[start, end)` of a text. */
export type Mark = z.infer<typeof Mark>;

export const NoteReference = z.object({ label: z.string().min(1).max(40), at: offset });
/** The place in a text that refers to the note with this label; `at` is the offset in front of which the mark stands. */
export type NoteReference = z.infer<typeof NoteReference>;

const prose = { text: z.string(), marks: z.array(Mark), notes: z.array(NoteReference) };
const span = z.object({ start: offset, end: offset });

const block = { id: BlockId, ...prose };

export const Block = z.discriminatedUnion('type', [
  z.object({ type: z.literal('paragraph'), ...block }),
  z.object({ type: z.literal('quotation'), ...block }),
  z.object({ type: z.literal('code'), ...block, language: z.string().max(40).optional() }),
  z.object({
    type: z.literal('list'),
    ...block,
    ordered: z.boolean(),
    /** Each item is a span of `text`; `level` counts nesting from 0. */
    items: z.array(span.extend({ level: z.int().nonnegative() })),
  }),
  z.object({
    type: z.literal('table'),
    ...block,
    /** Rows of cells, each a span of `text`. The caption, where there is one, is the first span. */
    caption: span.optional(),
    rows: z.array(z.array(span.extend({ header: z.boolean() }))),
  }),
]);
/** A passage of the article that one can point at; `type` uses JATS's words. */
export type Block = z.infer<typeof Block>;

export const Section = z.object({
  id: BlockId,
  title: z.string(),
  /** 1 for a section of the article, 2 for a subsection, and so on. */
  level: z.int().min(1).max(9),
  blocks: z.array(Block),
});
export type Section = z.infer<typeof Section>;

export const Note = z.object({ id: BlockId, label: z.string().min(1).max(40), ...prose });
/** A foot- or endnote. */
export type Note = z.infer<typeof Note>;

export const Author = z.object({
  name: z.string(),
  affiliation: z.string().optional(),
  email: z.string().optional(),
});
export type Author = z.infer<typeof Author>;

export const Article = z.object({
  title: z.string().min(1),
  subtitle: z.string().optional(),
  authors: z.array(Author),
  /** As printed, e.g. `Received 9 January 2025; accepted 3 February 2025`. */
  history: z.string().optional(),
  doi: z.string().optional(),
  licence: z.string().optional(),
  /** BCP 47, e.g. `en`. */
  language: z.string().max(35).optional(),
  abstract: z.array(Block),
  keywords: z.array(z.string()),
  sections: z.array(Section),
  notes: z.array(Note),
  /** What follows the last section: acknowledgements, a note on the author, how to cite. */
  back: z.array(Block),
});
/** An article as read from a file: front matter, sections of blocks, notes, back matter. */
export type Article = z.infer<typeof Article>;
