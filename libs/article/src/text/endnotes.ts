/** Notes that stand together, under a title of their own (`Notes`, `Anmerkungen`) or at the very end, each behind its number. */
import { knownPart } from '../known-titles.ts';
import { isKnownHeading } from './headings.ts';
import type { RawNote } from './note.ts';
import { type Piece, textOf } from './piece.ts';
import { RULE } from './rule.ts';
import { isOpen } from './sentence.ts';
import { lowered, RAISED } from './superscript.ts';

interface Entry {
  line: number;
  label: string | undefined;
  text: string;
}

const LABEL = new RegExp(`^(?:([${RAISED}]+)|\\[(\\d{1,3})\\]|\\((\\d{1,3})\\)|(\\d{1,3})[.):]?(?=\\s))\\s*`, 'u');
const BRACKETED = /^\[\d{1,3}\]/;

/** Takes the notes' parts out of the text. A list of references counts if its entries are numbered in brackets. */
export function takeEndnotes(pieces: readonly Piece[]): { notes: RawNote[]; rest: Piece[] } {
  const notes: RawNote[] = [];
  const rest: Piece[] = [];
  let at = 0;
  while (at < pieces.length) {
    const end = endOfPart(pieces, at + 1);
    const taken = readPart(pieces.slice(at, end));
    if (taken.length > 0) notes.push(...taken);
    else rest.push(...pieces.slice(at, end));
    at = end;
  }
  return notes.length > 0 ? { notes, rest } : takeLastRun(rest);
}

/**
 * Notes at the very end, under no title, as converters to plain text leave them: `[1] …`, `[2] …`, or counted behind a line or
 * with a way back (`↩`) at the end of each.
 */
function takeLastRun(pieces: readonly Piece[]): { notes: RawNote[]; rest: Piece[] } {
  const from = pieces.findLastIndex((piece) => entriesOf(piece)[0]?.label === '1');
  const none = { notes: [], rest: [...pieces] };
  if (from < 1) return none;
  const entries = pieces.slice(from).flatMap(entriesOf);
  const labels = entries.flatMap(({ label }) => label ?? []);
  // A list in the text, with the rest of the article below it.
  const isInText = pieces.slice(from).some((piece) => isKnownHeading(textOf(piece).slice(0, 200)));
  if (isInText || entries.length > MOST_PARAGRAPHS * labels.length) return none;
  if (!labels.every((label, index) => label === String(index + 1))) return none;
  const isRuled = isRule(pieces[from - 1]);
  const leadsBack = entries.some(({ text }) => BACK.test(text));
  // Only between notes, or where each says its end, is it known that a paragraph is one more of the note above.
  const endsNumbered = entries.at(-1)?.label !== undefined || BACK.test(entries.at(-1)?.text ?? '');
  const isSaid = BRACKETED.test(textOf(pieces[from] ?? noPiece)) || isRuled || leadsBack;
  if (!endsNumbered || !isSaid) return none;
  return { notes: gathered(entries.map(withoutBack)), rest: pieces.slice(0, isRuled ? from - 1 : from) };
}

/** Of a note, on average. */
const MOST_PARAGRAPHS = 3;
const BACK = /\s*[↩↑]\u{FE0E}?$/u;

const withoutBack = (entry: Entry): Entry => ({ ...entry, text: entry.text.replace(BACK, '') });

const isRule = (piece: Piece | undefined): boolean => piece?.shape === 'prose' && RULE.test(piece.text);

/** Parts are told apart by well-known titles alone: notes are full of lines that look like headings. */
function endOfPart(pieces: readonly Piece[], from: number): number {
  let end = from;
  while (end < pieces.length && !isKnownHeading(textOf(pieces[end] ?? noPiece).slice(0, 200))) end += 1;
  return end;
}

const noPiece: Piece = { shape: 'quotation', line: 1, torn: false, text: '' };

/** The notes below a title, or nothing if they aren't notes. */
function readPart([title, ...pieces]: readonly Piece[]): RawNote[] {
  const part = title?.shape === 'prose' ? knownPart(title.text) : undefined;
  if (part !== 'notes' && part !== 'references') return [];
  const entries = pieces.flatMap(entriesOf);
  if (part === 'references' && !pieces.every((piece) => BRACKETED.test(textOf(piece)))) return [];
  return entries[0]?.label === undefined ? [] : gathered(entries);
}

/** Entries without a number go on with the note above them. */
function gathered(entries: readonly Entry[]): RawNote[] {
  const notes: RawNote[] = [];
  for (const { line, label, text } of entries) {
    const last = notes.at(-1);
    if (label !== undefined && label !== last?.label) notes.push({ label, text, line });
    else if (last) last.text += `${isOpen(last.text) ? ' ' : '\n'}${text}`;
  }
  return notes;
}

function entriesOf(piece: Piece): Entry[] {
  if (piece.shape !== 'list') return [entryOf(piece.line, piece.text)];
  return piece.items.map(({ line, level, marker, text }) =>
    level === 0 ? entryOf(line, `${marker} ${text}`) : { line, label: undefined, text: `${marker} ${text}` },
  );
}

function entryOf(line: number, text: string): Entry {
  const match = LABEL.exec(text);
  if (!match) return { line, label: undefined, text };
  const [all, raised, bracketed, enclosed, plain] = match;
  const label = raised ? lowered(raised) : (bracketed ?? enclosed ?? plain);
  return { line, label: label === undefined ? undefined : String(Number(label)), text: text.slice(all.length) };
}
