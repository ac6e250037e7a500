import { z } from 'zod';
import type { Article } from './model.ts';
import { beginning } from './quoted.ts';
import { ENGLISH, Facts, Saying } from './sayings.ts';

/** What a reader may have to guess, mend or leave out. Never renamed: people filter by them. */
export const DIAGNOSTIC_CODES = [
  // Every format
  'read/title-from-name',
  'read/note-unreferenced',
  'read/note-missing',
  'read/reference-moved',
  'read/image-left-out',
  'read/link-left-out',
  'read/formula-as-text',
  'read/left-out',
  // Plain text
  'text/glyph-removed',
  'text/running-head-removed',
  'text/line-left-out',
  'text/hyphen-removed',
  'text/hyphen-mended',
  'text/paragraph-joined',
  'text/note-joined',
  'text/note-label-inferred',
  'text/notes-reordered',
  'text/notes-renumbered',
  'text/note-missing',
  // PDF
  'pdf/running-head-removed',
  'pdf/page-without-text',
  'pdf/turned-text-left-out',
  'pdf/table-guessed',
  'pdf/table-as-text',
  'pdf/formula-guessed',
  'pdf/letters-unknown',
  // Markdown
  'markdown/front-matter-unreadable',
  'markdown/front-matter-ignored',
  'markdown/note-renumbered',
  'markdown/html-dropped',
  'markdown/image-dropped',
  'markdown/link-dropped',
  // Web pages
  'html/outside-the-article',
  // JATS
  'jats/boxed-text-opened',
  // Word documents
  'docx/heading-guessed',
  'docx/quotation-guessed',
  'docx/tracked-change',
] as const;

export const DiagnosticCode = z.enum(DIAGNOSTIC_CODES);
export type DiagnosticCode = z.infer<typeof DiagnosticCode>;

/** Each counted from 1. */
const count = z.int().min(1);

export const DiagnosticPlace = z.union([
  z.object({ line: count }),
  z.object({ page: count, line: count.optional() }),
  /** Of a file that has neither lines nor pages, such as a Word document. */
  z.object({ paragraph: count }),
]);
/** Where in the source. */
export type DiagnosticPlace = z.infer<typeof DiagnosticPlace>;

export const Diagnostic = z.object({
  code: DiagnosticCode,
  /** A sentence for the person who imports, quoting what it is about; in English. */
  message: z.string(),
  /** Which sentence that is, and what it is made of: so it can be said in another language. */
  saying: Saying.optional(),
  facts: Facts.optional(),
  place: DiagnosticPlace,
});
/** One thing the importer may want to look at: the reader guessed, mended or left something out here. */
export type Diagnostic = z.infer<typeof Diagnostic>;

/** A picture that was found in a source. */
export interface Asset {
  /** SHA-256 in hexadecimal, as figures name it. */
  hash: string;
  bytes: Uint8Array;
}

/** What a reader makes of a source. The title is empty where the source has none of its own. */
export interface Reading {
  article: Article;
  diagnostics: Diagnostic[];
  /** The pictures of its figures, each once. */
  assets?: Asset[];
}

/** The diagnostic for a place of the source; a number is a line. What it quotes is cut to its beginning. */
export function diagnose(
  code: DiagnosticCode,
  place: DiagnosticPlace | number,
  saying: Saying,
  facts: Facts = {},
): Diagnostic {
  const short = { ...facts, ...cut('words', facts), ...cut('other', facts) };
  return {
    ...{ code, saying, facts: short, message: ENGLISH[saying](short) },
    place: typeof place === 'number' ? { line: place } : place,
  };
}

const cut = (name: 'words' | 'other', { [name]: text }: Facts): Facts =>
  text === undefined ? {} : { [name]: beginning(text) };

/** In the order of the source. */
export const inOrder = (diagnostics: readonly Diagnostic[]): Diagnostic[] =>
  diagnostics.toSorted((a, b) => {
    const [first, second] = [rankOf(a.place), rankOf(b.place)];
    return first[0] - second[0] || first[1] - second[1];
  });

const rankOf = (place: DiagnosticPlace): [number, number] =>
  'page' in place ? [place.page, place.line ?? 0] : [0, 'line' in place ? place.line : place.paragraph];

/** The place in words: `line 12`, `page 3, line 4`, `paragraph 7`. */
export function placeInWords(place: DiagnosticPlace): string {
  if ('paragraph' in place) return `paragraph ${place.paragraph}`;
  const line = place.line === undefined ? [] : [`line ${place.line}`];
  return ('page' in place ? [`page ${place.page}`, ...line] : line).join(', ');
}
