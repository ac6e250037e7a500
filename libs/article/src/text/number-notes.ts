/** Notes in the order of their numbers, each number once. */
import { type Diagnostic, diagnose } from '../diagnostic.ts';
import { citationsIn } from './citations.ts';
import type { RawNote } from './note.ts';
import type { Piece } from './piece.ts';
import { raised } from './superscript.ts';

/** The text and its notes, so that every reference means one note. */
export interface Numbered {
  pieces: Piece[];
  notes: RawNote[];
  diagnostics: Diagnostic[];
}

/** Sorts the notes. Where the numbers begin anew on every page or chapter, they are counted through. */
export function numberNotes(pieces: readonly Piece[], notes: readonly RawNote[]): Numbered {
  const labels = new Set(notes.map(({ label }) => label));
  if (labels.size < notes.length) return countThrough(pieces, notes);
  const diagnostics = notes.flatMap(({ label, line }, index) => {
    const before = notes[index - 1];
    if (!before || Number(label) > Number(before.label)) return [];
    return diagnose('text/notes-reordered', line, 'note-moved', { label, second: before.label });
  });
  return { pieces: [...pieces], notes: notes.toSorted((a, b) => Number(a.label) - Number(b.label)), diagnostics };
}

/** The second reference to a 1 means the second note 1. */
function countThrough(pieces: readonly Piece[], notes: readonly RawNote[]): Numbered {
  const waiting = new Map<string, RawNote[]>();
  for (const note of notes.toReversed()) {
    const same = waiting.get(note.label);
    if (same) same.push(note);
    else waiting.set(note.label, [note]);
  }
  const order = new Map<RawNote, string>();
  const relabel = (label: string): string => {
    const same = waiting.get(label);
    const note = same && same.length > 1 ? same.pop() : same?.[0];
    if (!note) return label;
    const number = order.get(note) ?? String(order.size + 1);
    order.set(note, number);
    return number;
  };
  const known = new Set(notes.map(({ label }) => label));
  const renumbered = pieces.map((piece) => mapText(piece, (text) => relabelIn(text, known, relabel)));
  for (const note of notes) if (!order.has(note)) order.set(note, String(order.size + 1));
  return {
    pieces: renumbered,
    notes: Array.from(order, ([note, label]) => ({ ...note, label })),
    diagnostics: [diagnose('text/notes-renumbered', notes[0]?.line ?? 1, 'notes-counted', { count: notes.length })],
  };
}

function relabelIn(text: string, known: ReadonlySet<string>, relabel: (label: string) => string): string {
  let written = '';
  let done = 0;
  for (const { start, end, labels: cited } of citationsIn(text)) {
    if (!cited.every((label) => known.has(label))) continue;
    written += text.slice(done, start) + cited.map((label) => raised(relabel(label))).join(',');
    done = end;
  }
  return written + text.slice(done);
}

function mapText(piece: Piece, change: (text: string) => string): Piece {
  if (piece.shape !== 'list') return { ...piece, text: change(piece.text) };
  return { ...piece, items: piece.items.map((item) => ({ ...item, text: change(item.text) })) };
}
