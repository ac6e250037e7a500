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

const MARKS = [
  ...(['emphasis', 'strong', 'superscript', 'subscript', 'small-caps', 'code', 'link', 'strikethrough'] as const),
  ...(['formula', 'reference', 'picture'] as const),
] as const;

export const Image = z.object({
  /** SHA-256 of its bytes in hexadecimal: under this name it is kept beside the log. */
  asset: z.string().regex(/^[0-9a-f]{64}$/),
  /** What it shows, for those who don't see it. */
  alternative: z.string().optional(),
});
/** A picture, whose bytes are no part of the document. */
export type Image = z.infer<typeof Image>;

export const Mark = z.object({
  type: z.enum(MARKS),
  start: offset,
  end: offset,
  /** Only on links; http, https or mailto. */
  href: z.string().max(2_000).optional(),
  /** Only on formulas: what the text says, in MathML; see `mathml/`. */
  mathml: z.string().optional(),
  /** Only on references: the entry of the bibliography, the block or the section that is meant. */
  target: BlockId.optional(),
  /** Only on pictures in a line, and on formulas of which the source has a picture alone: shown instead of the text. */
  image: Image.optional(),
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
  /** Its lines are lines. */
  z.object({ type: z.literal('verse'), ...block }),
  z.object({ type: z.literal('code'), ...block, language: z.string().max(40).optional() }),
  z.object({
    type: z.literal('list'),
    ...block,
    ordered: z.boolean(),
    /** Each item is a span of `text`; `level` counts nesting from 0. */
    items: z.array(span.extend({ level: z.int().nonnegative() })),
    /** The number of the first item of an ordered list, where it is not 1. */
    first: z.int().nonnegative().optional(),
  }),
  z.object({
    type: z.literal('table'),
    ...block,
    /** Rows of cells, each a span of `text`. The caption, where there is one, is the first span. */
    caption: span.optional(),
    rows: z.array(
      z.array(
        span.extend({
          header: z.boolean(),
          /** Columns and rows that the cell reaches over, where it is more than one. */
          columns: z.int().min(2).max(1_000).optional(),
          rows: z.int().min(2).max(1_000).optional(),
        }),
      ),
    ),
  }),
  /** `text` is the caption, which may be empty. */
  z.object({ type: z.literal('figure'), ...block, image: Image.optional() }),
  /** A formula set off. `text` is its source (TeX where there is one), `mathml` or else a picture how it is shown. */
  z.object({ type: z.literal('formula'), ...block, mathml: z.string().optional(), image: Image.optional() }),
  /** A horizontal rule; `text` is empty. */
  z.object({ type: z.literal('rule'), ...block }),
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

export const Note = z.object({
  id: BlockId,
  label: z.string().min(1).max(40),
  /** Where it stands in the source, where that is known. */
  place: z.enum(['foot', 'end']).optional(),
  ...prose,
});
/** A foot- or endnote. */
export type Note = z.infer<typeof Note>;

export const Reference = z.object({
  id: BlockId,
  /** As printed, e.g. `12`. */ label: z.string().optional(),
  ...prose,
});
/** An entry of the bibliography. */
export type Reference = z.infer<typeof Reference>;

export const Author = z.object({
  name: z.string(),
  affiliation: z.string().optional(),
  email: z.string().optional(),
  /** As 16 characters in four groups, e.g. `0000-0002-1825-0097`. */
  orcid: z.string().optional(),
});
export type Author = z.infer<typeof Author>;

export const ArticleDate = z.object({
  event: z.enum(['received', 'revised', 'accepted', 'published']),
  /** ISO 8601, as far as it is known: `2025`, `2025-02` or `2025-02-03`. */
  date: z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/),
});
/** When something happened to the article. */
export type ArticleDate = z.infer<typeof ArticleDate>;

/**
 * What came after the first release is optional, and means nothing where it is missing: the logs hold articles that
 * were imported before.
 */
export const Article = z.object({
  title: z.string().min(1),
  subtitle: z.string().optional(),
  authors: z.array(Author),
  /** As printed, e.g. `Received 9 January 2025; accepted 3 February 2025`. */
  history: z.string().optional(),
  dates: z.array(ArticleDate).optional(),
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
  /** The file that it was read from, kept beside the log like a picture. */
  original: z.object({ asset: Image.shape.asset, name: z.string().max(300) }).optional(),
  /** The bibliography, in the order of the source. */
  references: z.array(Reference).optional(),
});
/** An article as read from a file: front matter, sections of blocks, notes, back matter, bibliography. */
export type Article = z.infer<typeof Article>;
