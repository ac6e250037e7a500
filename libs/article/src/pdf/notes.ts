/** All notes of the file, each with a label of its own, and what the marks in the text refer to. */
import { type Diagnostic, diagnose } from '../diagnostic.ts';
import { groupBy } from '../group-by.ts';
import type { Resolve } from './assemble.ts';
import type { PrintedNote } from './foot-notes.ts';

/** A note with the label that it has in the end. */
export interface LabelledNote extends PrintedNote {
  place: 'foot' | 'end';
  printed: string;
}

export interface Notes {
  notes: LabelledNote[];
  resolve: Resolve;
  /** The labels that were asked for. */
  used: ReadonlySet<string>;
  diagnostics: Diagnostic[];
}

/** Where the marks begin anew on every page, the notes are counted through. */
export function numbered(feet: readonly PrintedNote[], ends: readonly PrintedNote[]): Notes {
  const all = [
    ...feet.map((note) => ({ ...note, place: 'foot' as const })),
    ...ends.map((note) => ({ ...note, place: 'end' as const })),
  ];
  const anew = new Set(all.map(({ label }) => label)).size < all.length;
  const notes = all.map((note, index) => ({
    ...note,
    printed: note.label,
    label: anew ? String(index + 1) : note.label,
  }));
  const byPrint = groupBy(notes, ({ printed }) => printed);
  const used = new Set<string>();
  const resolve: Resolve = (page, label) => {
    const same = byPrint.get(label) ?? [];
    const distance = (note: LabelledNote): number =>
      note.place === 'end' ? Number.MAX_SAFE_INTEGER : Math.abs(note.page - page);
    const [nearest] = same.toSorted((a, b) => distance(a) - distance(b));
    if (nearest) used.add(nearest.label);
    return nearest?.label;
  };
  const [first] = notes;
  const diagnostics =
    anew && first
      ? [diagnose('text/notes-renumbered', { page: first.page }, 'notes-counted', { count: notes.length })]
      : [];
  return { notes, resolve, used, diagnostics };
}
