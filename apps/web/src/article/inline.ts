/** Stand-off markup to a tree: what React can render, with the place in the text of every piece of it. */
import type { Mark, NoteReference } from '#article';

export type Inline =
  | { kind: 'text'; at: number; text: string }
  | { kind: 'mark'; at: number; mark: Mark; children: readonly Inline[] }
  | { kind: 'note'; at: number; label: string };

/** A text with what points into it. */
export interface Prose {
  text: string;
  marks: readonly Mark[];
  notes: readonly NoteReference[];
}

/** The tree of `[from, to)`. Marks that cross each other are cut where they cross. */
export function inlineOf({ text, marks, notes }: Prose, from = 0, to = text.length): readonly Inline[] {
  const inside = marks
    .filter(({ start, end }) => start < end && start < to && end > from)
    .map((mark) => ({ mark, start: Math.max(mark.start, from), end: Math.min(mark.end, to) }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  // A reference at the very end of a span belongs to that span, not to what follows it.
  const marked = notes.filter(({ at }) => (at > from || (at === 0 && from === 0)) && at <= to);
  return build(
    text,
    inside,
    [...marked].sort((a, b) => a.at - b.at),
    from,
    to,
  );
}

interface Clipped {
  mark: Mark;
  start: number;
  end: number;
}

function build(
  text: string,
  marks: readonly Clipped[],
  notes: readonly NoteReference[],
  from: number,
  to: number,
): readonly Inline[] {
  const [first, ...rest] = marks;
  if (!first) return plain(text, notes, from, to);
  const { start, end, mark } = first;
  const within = rest
    .filter((other) => other.start < end)
    .map((other) => ({ ...other, end: Math.min(other.end, end) }));
  const after = rest
    .filter((other) => other.end > end)
    .map((other) => ({ ...other, start: Math.max(other.start, end) }));
  const before = notes.filter(({ at }) => at <= start);
  const inner = notes.filter(({ at }) => at > start && at < end);
  const behind = notes.filter(({ at }) => at > start && at >= end);
  const children = build(text, within, inner, start, end);
  return [
    ...plain(text, before, from, start),
    { kind: 'mark', at: start, mark, children },
    ...build(text, after, behind, end, to),
  ];
}

function plain(text: string, notes: readonly NoteReference[], from: number, to: number): Inline[] {
  const pieces: Inline[] = [];
  let at = from;
  for (const { label, at: place } of notes) {
    if (place > at) pieces.push({ kind: 'text', at, text: text.slice(at, place) });
    pieces.push({ kind: 'note', at: place, label });
    at = Math.max(at, place);
  }
  if (to > at) pieces.push({ kind: 'text', at, text: text.slice(at, to) });
  return pieces;
}
