/** Foot- and endnotes. Word numbers them itself, by the order in which the text refers to them. */
import { type Diagnostic, diagnose } from '../diagnostic.ts';
import type { DraftNote } from '../draft.ts';
import { childrenOf, elementsOf, lineIn, type MarkupElement } from '../markup/tree.ts';
import { asLines } from '../prose.ts';
import { linesOf } from './blocks.ts';
import type { Context, NoteKind } from './context.ts';

interface FoundNote {
  kind: NoteKind;
  label: string;
  element: MarkupElement;
}

export interface WordNotes {
  /** In the order of the text; those that nothing refers to come last. */
  notes: readonly FoundNote[];
  /** Those that nothing refers to. */
  idle: readonly FoundNote[];
  labelOf: Context['labelOf'];
}

/** Footnotes count 1, 2, 3; so do endnotes where there are no footnotes, and i, ii, iii where there are both. */
export function findNotes(
  body: MarkupElement,
  parts: Readonly<Record<NoteKind, MarkupElement | undefined>>,
): WordNotes {
  const elements = {
    footnote: byId(parts.footnote, 'footnote'),
    endnote: byId(parts.endnote, 'endnote'),
  };
  const referred = referencesIn(body);
  const known = new Set(referred.map(({ kind, id }) => `${kind} ${id}`));
  const others = KINDS.flatMap((kind) => [...elements[kind].keys()].map((id) => ({ kind, id }))).filter(
    ({ kind, id }) => !known.has(`${kind} ${id}`) && lineIn(elements[kind].get(id)) !== '',
  );
  const order = [...referred.filter(({ isDeleted }) => !isDeleted), ...others];
  const isMixed = new Set(order.map(({ kind }) => kind)).size > 1;
  const labels = new Map<string, string>();
  const counts = { footnote: 0, endnote: 0 };
  const notes: FoundNote[] = [];
  for (const { kind, id } of order) {
    const element = elements[kind].get(id);
    if (!element || labels.has(`${kind} ${id}`)) continue;
    counts[kind] += 1;
    const label = kind === 'endnote' && isMixed ? roman(counts[kind]) : String(counts[kind]);
    labels.set(`${kind} ${id}`, label);
    notes.push({ kind, label, element });
  }
  return {
    notes,
    idle: others.length === 0 ? [] : notes.slice(-others.length),
    labelOf: (kind, id) => labels.get(`${kind} ${id}`),
  };
}

const KINDS = ['footnote', 'endnote'] as const satisfies readonly NoteKind[];

/** References in order; with what was deleted in a tracked change, its notes go too. */
function referencesIn(element: MarkupElement, isDeleted = false): { kind: NoteKind; id: string; isDeleted: boolean }[] {
  return elementsOf(element).flatMap((child) => {
    const kind = KINDS.find((it) => child.name === `${it}Reference`);
    if (kind) return [{ kind, id: child.attributes.get('id') ?? '', isDeleted }];
    return referencesIn(child, isDeleted || child.name === 'del' || child.name === 'moveFrom');
  });
}

/** Says which notes nothing refers to; they are kept. A Word document has no place for them but its end. */
export const idleNotes = ({ idle }: WordNotes): Diagnostic[] =>
  idle.map(({ label, element }) =>
    diagnose('read/note-unreferenced', { paragraph: 1 }, 'note-idle', { label, words: lineIn(element) }),
  );

/** Notes by their ids, without the lines that part them from the text. */
const byId = (root: MarkupElement | undefined, name: NoteKind): Map<string, MarkupElement> =>
  new Map(
    (root ? childrenOf(root, name) : [])
      .filter(({ attributes }) => (attributes.get('type') ?? 'normal') === 'normal')
      .map((note) => [note.attributes.get('id') ?? '', note]),
  );

/** The notes as the document has them. */
export const readNotes = (notes: readonly FoundNote[], contextOf: (kind: NoteKind) => Context): DraftNote[] =>
  notes.map(({ kind, label, element }) => ({
    label,
    place: kind === 'footnote' ? 'foot' : 'end',
    ...asLines(linesOf(element, contextOf(kind))),
  }));

const ROMAN: readonly (readonly [value: number, sign: string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(number: number): string {
  let rest = number;
  return ROMAN.map(([value, sign]) => {
    const times = Math.floor(rest / value);
    rest -= times * value;
    return sign.repeat(times);
  }).join('');
}
