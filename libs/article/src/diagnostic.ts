import { z } from 'zod';
import type { Article } from './model.ts';

/** What a reader may have to guess, mend or leave out. Never renamed: people filter by them. */
export const DIAGNOSTIC_CODES = [
  // Both formats
  'read/title-from-name',
  'read/note-unreferenced',
  'read/reference-moved',
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
  // Markdown
  'markdown/front-matter-unreadable',
  'markdown/front-matter-ignored',
  'markdown/note-renumbered',
  'markdown/html-dropped',
  'markdown/image-dropped',
  'markdown/link-dropped',
] as const;

export const DiagnosticCode = z.enum(DIAGNOSTIC_CODES);
export type DiagnosticCode = z.infer<typeof DiagnosticCode>;

export const Diagnostic = z.object({
  code: DiagnosticCode,
  /** A sentence for the person who imports, quoting what it is about. */
  message: z.string(),
  /** Where in the source: the line, counted from 1. */
  place: z.object({ line: z.int().min(1) }),
});
/** One thing the importer may want to look at: the reader guessed, mended or left something out here. */
export type Diagnostic = z.infer<typeof Diagnostic>;

/** What a reader makes of a source. The title is empty where the source has none of its own. */
export interface Reading {
  article: Article;
  diagnostics: Diagnostic[];
}

const QUOTED = 60;

/** The diagnostic for a line of the source. */
export const diagnose = (code: DiagnosticCode, line: number, message: string): Diagnostic => ({
  code,
  message,
  place: { line },
});

/** The beginning of a text, in typographic quotes, for a message. */
export function quoted(text: string): string {
  const characters = Array.from(text.slice(0, 2 * QUOTED));
  const cut = characters.length > QUOTED || text.length > 2 * QUOTED;
  return `“${characters.slice(0, QUOTED).join('')}${cut ? '…' : ''}”`;
}
