/** Which lines are headings, and of what level. */
import { knownPart } from '../known-titles.ts';
import { isAllCaps, isKnownHeading, isUnmistakable, looksLikeHeading, numberingOf } from './headings.ts';
import type { Piece, ProsePiece } from './piece.ts';
import { isOpen, startsSmall } from './sentence.ts';

/** A heading found in the text. */
export interface Heading {
  shape: 'heading';
  line: number;
  title: string;
  /** From 1, which is that of the topmost headings. */
  level: number;
}

/** What an article consists of, in order. */
export type Part = Heading | Piece;

/** More lines in a row that look like headings are a table, a list or an address. */
const MOST_IN_A_ROW = 2;

/** Finds the headings among the pieces and gives them levels. */
export function outlineOf(pieces: readonly Piece[]): Part[] {
  const candidates = pieces.map((_, at) => isCandidate(pieces, at));
  const headings = candidates.map((candidate, at) => candidate && !isInLongRun(pieces, candidates, at));
  const titles = pieces.flatMap((piece, at) => (headings[at] && piece.shape === 'prose' ? [piece.text] : []));
  const own = pieces.filter((piece, at): piece is ProsePiece => headings[at] === true && piece.shape === 'prose');
  const byPlace = levelsByPlace(own, pieces);
  const rawLevelOf = levelsOf(titles);
  const top = titles.reduce((least, title) => Math.min(least, rawLevelOf(title)), 9);
  const levelOf = (piece: ProsePiece): number => byPlace?.(piece) ?? rawLevelOf(piece.text) - top + 1;
  return pieces.map((piece, at) =>
    headings[at] && piece.shape === 'prose'
      ? { shape: 'heading', line: piece.line, title: piece.text, level: levelOf(piece) }
      : piece,
  );
}

function isCandidate(pieces: readonly Piece[], at: number): boolean {
  const [before, piece, behind] = [pieces[at - 1], pieces[at], pieces[at + 1]];
  if (piece?.shape !== 'prose' || !looksLikeHeading(piece.text)) return false;
  if (behind === undefined) return false;
  if (isKnownHeading(piece.text)) return true;
  // A formula goes on with the sentence above it.
  if (behind.shape === 'quotation' && behind.kind === 'formula' && !isUnmistakable(piece.text)) return false;
  // A short line may be half a paragraph: its other half, before or behind, is unfinished too.
  if (behind.shape === 'prose' && startsSmall(behind.text)) return false;
  const beforeIsOpen = before?.shape === 'prose' && isOpen(before.text) && !looksLikeHeading(before.text);
  if (piece.torn && beforeIsOpen && !isUnmistakable(piece.text)) return false;
  // Who asks in a conversation is answered in a line; a heading has a text below it.
  return !piece.text.endsWith('?') || behind.shape !== 'prose' || behind.text.length > 2 * piece.text.length;
}

function isInLongRun(pieces: readonly Piece[], candidates: readonly boolean[], at: number): boolean {
  const piece = pieces[at];
  if (piece?.shape === 'prose' && isUnmistakable(piece.text)) return false;
  let [from, to] = [at, at];
  while (candidates[from - 1] && at - from <= MOST_IN_A_ROW) from -= 1;
  while (candidates[to + 1] && to - at <= MOST_IN_A_ROW) to += 1;
  return to - from + 1 > MOST_IN_A_ROW;
}

/** So far to the right of the text a heading stands in the middle of the line. */
const CENTRED = 4;

/** Where some headings stand in the middle and others stick out to the left of the text, as in Lynx, the first are above the others. */
function levelsByPlace(
  headings: readonly ProsePiece[],
  pieces: readonly Piece[],
): ((heading: ProsePiece) => number) | undefined {
  const body = new Map<number, number>();
  for (const piece of pieces) {
    if (piece.shape === 'prose' && piece.lines.length > 1)
      body.set(piece.indent ?? 0, (body.get(piece.indent ?? 0) ?? 0) + 1);
  }
  const [indent] = [...body].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0]);
  const isCentred = (piece: ProsePiece): boolean => (piece.indent ?? 0) > indent + CENTRED;
  const areMixed = headings.some(isCentred) && headings.some((piece) => (piece.indent ?? 0) < indent);
  return areMixed ? (heading) => (isCentred(heading) ? 1 : 2) : undefined;
}

/** The level of a title, by how all of them are numbered or set. */
function levelsOf(titles: readonly string[]): (title: string) => number {
  const own = titles.filter((title) => knownPart(title) === undefined || numberingOf(title));
  const romans = own.some((title) => numberingOf(title)?.style === 'roman');
  const capitals = own.filter(isAllCaps).length;
  const capitalsAreAbove = capitals > 1 && capitals < own.length && !own.some(numberingOf);
  return (title) => {
    const numbering = numberingOf(title);
    if (numbering?.style === 'decimal') return Math.min(9, numbering.levels + (romans ? 1 : 0));
    if (numbering?.style === 'letter' && romans) return 2;
    return capitalsAreAbove && !isAllCaps(title) && !isKnownHeading(title) ? 2 : 1;
  };
}
