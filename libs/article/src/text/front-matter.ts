import type { Diagnostic } from '../diagnostic.ts';
import { findAbstract, readAbstract } from './abstract.ts';
import type { Vocabulary } from './hyphens.ts';
import type { Piece, ProsePiece } from './piece.ts';
import { readTitlePage, type TitlePage } from './title-page.ts';

/** What stands above the text itself, and the text. */
export interface FrontMatter extends Omit<TitlePage, 'size'> {
  abstract: ProsePiece[];
  keywords: string[];
  rest: Piece[];
  diagnostics: Diagnostic[];
}

/** Takes title page, abstract and keywords off the text. */
export function takeFrontMatter(pieces: readonly Piece[], vocabulary: Vocabulary): FrontMatter {
  const { size, ...page } = readTitlePage(pieces, findAbstract(pieces), vocabulary);
  const { end, ...abstract } = readAbstract(pieces, size);
  return { ...page, ...abstract, rest: pieces.slice(end) };
}
