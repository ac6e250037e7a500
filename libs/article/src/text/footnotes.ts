/**
 * Notes at the foot of a page, which an extractor leaves between the paragraphs, each behind its raised number. Three
 * kinds of text near them belong to them too, though they have no number: a note that lost it, the second half of a
 * note that crosses a page, and the second paragraph of a note. What tells these from paragraphs of the article is
 * where they stand: between notes that were referred to before, or in the middle of an unfinished sentence.
 */
import { type Diagnostic, diagnose } from '../diagnostic.ts';
import { citedLabels } from './citations.ts';
import { looksLikeHeading } from './headings.ts';
import { joinParts, type Vocabulary } from './hyphens.ts';
import type { RawNote } from './note.ts';
import { type Piece, type ProsePiece, textOf } from './piece.ts';
import { isOpen, startsSmall } from './sentence.ts';
import { lowered, RAISED } from './superscript.ts';

const LABEL = new RegExp(`^([${RAISED}]+)\\s*(?=[^\\s${RAISED},.;])`, 'u');

/** Takes the notes out of the text; what follows one is torn from what went before. */
export function takeFootnotes(
  pieces: readonly Piece[],
  endnotes: readonly RawNote[],
  vocabulary: Vocabulary,
): { notes: RawNote[]; rest: Piece[]; diagnostics: Diagnostic[] } {
  const labels = pieces.map((piece) => labelOf(piece));
  const known = new Set([...labels.flatMap((label) => label ?? []), ...endnotes.map(({ label }) => label)]);
  const pages = new Pages(known);
  for (const [index, piece] of pieces.entries()) {
    const label = labels[index];
    if (piece.shape === 'prose' && label !== undefined) pages.addNote(piece, label);
    else if (piece.shape === 'prose' && pages.isStray(piece, labels[index + 1], pieces[index + 1]))
      pages.addStray(piece);
    else pages.addText(piece);
  }
  const { rest, diagnostics } = pages;
  return { rest, diagnostics, notes: pages.notes.map((note) => ({ ...note, text: textOfNote(note, vocabulary) })) };
}

/** A note in the parts that it was found in. */
interface Note extends Omit<RawNote, 'text'> {
  parts: string[];
}

/** One text; where a part is whole the next begins on a new line. */
function textOfNote({ parts }: Note, vocabulary: Vocabulary): string {
  const paragraphs: string[][] = [];
  for (const [index, part] of parts.entries()) {
    if (index > 0 && isOpen(parts[index - 1] ?? '')) paragraphs.at(-1)?.push(part);
    else paragraphs.push([part]);
  }
  return paragraphs.map((halves) => joinParts(halves, vocabulary)).join('\n');
}

function labelOf(piece: Piece): string | undefined {
  const label = piece.shape === 'prose' ? LABEL.exec(piece.text)?.[1] : undefined;
  return label === undefined ? undefined : lowered(label);
}

/** The pages as read so far. */
class Pages {
  readonly notes: Note[] = [];
  readonly rest: Piece[] = [];
  readonly diagnostics: Diagnostic[] = [];
  /** Labels that the text refers to and no note has. */
  private readonly missing = new Set<string>();
  /** Labels that the text refers to and whose notes are still to come. */
  private readonly awaited = new Set<string>();
  private belowNote = false;

  constructor(private readonly known: ReadonlySet<string>) {}

  addNote({ line, text }: ProsePiece, label: string): void {
    this.notes.push({ label, line, parts: [text.replace(LABEL, '')] });
    this.awaited.delete(label);
    this.belowNote = true;
  }

  addText(piece: Piece): void {
    this.rest.push(this.belowNote ? { ...piece, torn: true } : piece);
    this.belowNote = false;
    for (const label of citedLabels(textOf(piece))) {
      if (this.known.has(label)) this.awaited.add(label);
      else this.missing.add(label);
    }
  }

  /** Does a paragraph without a number belong to the notes around it? */
  isStray(piece: ProsePiece, nextLabel: string | undefined, next: Piece | undefined): boolean {
    if (citedLabels(piece.text).length > 0) return false;
    const aboveNote = nextLabel !== undefined;
    if (this.belowNote && aboveNote) return this.awaited.has(nextLabel);
    const last = this.notes.at(-1);
    if (!this.belowNote && !aboveNote) return false;
    if (!this.textIsOpen) return isSecondHalf(last, piece);
    // The text is in the middle of a sentence, and this isn't how it goes on: nothing tore it here, or the rest follows.
    const isMisplaced = aboveNote
      ? !piece.torn
      : !startsSmall(piece.text) && next?.shape === 'prose' && startsSmall(next.text);
    return isMisplaced && (this.missing.size > 0 || (last !== undefined && isOpen(endOf(last))));
  }

  /** Gives the paragraph to the note it continues, or the number that is missing. */
  addStray(piece: ProsePiece): void {
    const last = this.notes.at(-1);
    const label = this.missingAfter(last);
    if (
      label === undefined ||
      isSecondHalf(last, piece) ||
      (last && isOpen(endOf(last)) && hasOpenQuote(endOf(last)))
    ) {
      this.continueNote(last, piece);
    } else {
      this.missing.delete(label);
      this.notes.push({ label, line: piece.line, parts: [piece.text] });
      this.diagnostics.push(
        diagnose('text/note-label-inferred', piece.line, 'note-label-inferred', { words: piece.text, label }),
      );
    }
    this.belowNote = true;
  }

  private get textIsOpen(): boolean {
    const last = this.rest.at(-1);
    return last?.shape === 'prose' && isOpen(last.text) && !looksLikeHeading(last.text);
  }

  private continueNote(note: Note | undefined, { line, text }: ProsePiece): void {
    if (!note) return;
    note.parts.push(text);
    this.diagnostics.push(diagnose('text/note-joined', line, 'note-joined', { words: text, label: note.label }));
  }

  /** The number after that of the last note if it is missing, else the lowest that is. */
  private missingAfter(last: Note | undefined): string | undefined {
    const next = String(Number(last?.label) + 1);
    if (this.missing.has(next)) return next;
    return [...this.missing].sort((a, b) => Number(a) - Number(b))[0];
  }
}

const endOf = ({ parts }: Note): string => parts.at(-1) ?? '';

/** Is the note cut off, and does the paragraph begin as its rest would? */
function isSecondHalf(note: Note | undefined, { text }: ProsePiece): boolean {
  if (!note || !isOpen(endOf(note))) return false;
  return startsSmall(text) || (hasOpenQuote(endOf(note)) && hasClosingQuote(text));
}

const OPENING = /(?<![\p{L}\p{Nd}])['‘"“«](?=\S)/gu;
const CLOSING = /(?<=\S)['’"”»](?![\p{L}\p{Nd}])/gu;

const hasOpenQuote = (text: string): boolean => quoteBalance(text) > 0;
const hasClosingQuote = (text: string): boolean => quoteBalance(text) < 0;

/** How many more quotations a text opens than it closes. */
const quoteBalance = (text: string): number => (text.match(OPENING)?.length ?? 0) - (text.match(CLOSING)?.length ?? 0);
