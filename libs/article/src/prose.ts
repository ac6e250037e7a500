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

/** Without white space at either end; marks and references are moved along and cut to what is left. */
export function trimmed(prose: Prose): Prose {
  const text = prose.text.trim();
  if (text === prose.text) return prose;
  const start = prose.text.length - prose.text.trimStart().length;
  const within = (offset: number): number => Math.min(Math.max(offset - start, 0), text.length);
  return {
    text,
    marks: prose.marks
      .map((mark) => ({ ...mark, start: within(mark.start), end: within(mark.end) }))
      .filter((mark) => mark.start < mark.end),
    notes: prose.notes.map(({ label, at }) => ({ label, at: within(at) })),
  };
}

const shiftedMarks = ({ marks }: Prose, by: number): DraftMark[] =>
  marks.map((mark) => ({ ...mark, start: mark.start + by, end: mark.end + by }));
