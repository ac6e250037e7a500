/**
 * Text with what points into it, put together piece by piece. Readers never count offsets themselves: they make small
 * proses and concatenate.
 */
import type { DraftMark } from './draft.ts';
import type { NoteReference } from './model.ts';

/** A text, the marks over it and the notes it refers to; what blocks and notes have in common. */
export interface Prose {
  text: string;
  marks: DraftMark[];
  notes: NoteReference[];
}

/** A text without any markup. */
export const plain = (text: string): Prose => ({ text, marks: [], notes: [] });

/** An empty text that refers to a note. */
export const reference = (label: string): Prose => ({ text: '', marks: [], notes: [{ label, at: 0 }] });

/** The whole of a prose under one more mark; as it was if there is nothing to mark. */
export function marked(prose: Prose, mark: Omit<DraftMark, 'start' | 'end'>): Prose {
  if (prose.text === '') return prose;
  return { ...prose, marks: [{ ...mark, start: 0, end: prose.text.length }, ...prose.marks] };
}

/** The parts one after the other, with the separator between those that follow each other. */
export function concat(parts: readonly Prose[], separator = ''): Prose {
  const joined: Prose = { text: parts.map(({ text }) => text).join(separator), marks: [], notes: [] };
  let start = 0;
  for (const part of parts) {
    joined.marks.push(...shiftedMarks(part, start));
    joined.notes.push(...part.notes.map(({ label, at }) => ({ label, at: at + start })));
    start += part.text.length + separator.length;
  }
  return joined;
}

/** Blocks that become lines of one text: what stands in a cell, an item, a quotation or a note. */
export const asLines = (proses: readonly Prose[]): Prose =>
  concat(
    proses.filter(({ text, notes }) => text !== '' || notes.length > 0),
    '\n',
  );

/** Without white space at either end; marks and references are moved along and cut to what is left. */
export function trimmed(prose: Prose): Prose {
  const text = prose.text.trim();
  if (text === prose.text) return prose;
  const start = prose.text.length - prose.text.trimStart().length;
  return moved(prose, text, (offset) => Math.min(Math.max(offset - start, 0), text.length));
}

/** `[start, end)` of a prose. Marks are cut to it, references outside of it are left out. */
export function sliced(prose: Prose, start: number, end: number): Prose {
  const within = (offset: number): number => Math.min(Math.max(offset - start, 0), end - start);
  const notes = prose.notes.filter(({ at }) => at <= end && (at > start || at === 0));
  return moved({ ...prose, notes }, prose.text.slice(start, end), within);
}

/** With one space where there were several, and none around the end of a line, as HTML and XML are meant. */
export function collapsed(prose: Prose): Prose {
  /** Runs that became one character: where each began and ended, and where that character is. */
  const runs: { start: number; end: number; to: number }[] = [];
  let gone = 0;
  const text = prose.text.replace(/ *\n *| {2,}/g, (run, start: number) => {
    if (run.length > 1) {
      runs.push({ start, end: start + run.length, to: start - gone });
      gone += run.length - 1;
    }
    return run.includes('\n') ? '\n' : ' ';
  });
  if (runs.length === 0) return prose;
  return moved(prose, text, (offset) => {
    const run = runs.findLast(({ start }) => start <= offset);
    if (!run) return offset;
    return offset < run.end ? run.to + Math.min(offset - run.start, 1) : offset - run.end + run.to + 1;
  });
}

/** The same markup over a text in which every offset has another place. */
const moved = ({ marks, notes }: Prose, text: string, place: (offset: number) => number): Prose => ({
  text,
  marks: marks
    .map((mark) => ({ ...mark, start: place(mark.start), end: place(mark.end) }))
    .filter((mark) => mark.start < mark.end),
  notes: notes.map(({ label, at }) => ({ label, at: place(at) })),
});

const shiftedMarks = ({ marks }: Prose, by: number): DraftMark[] =>
  marks.map((mark) => ({ ...mark, start: mark.start + by, end: mark.end + by }));
