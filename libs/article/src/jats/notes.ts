/** Foot- and endnotes: wherever they stand, `<fn>` and the references `<xref ref-type="fn">` to it. */
import type { DraftNote } from '../draft.ts';
import { childrenOf, elementsOf, lineIn, type MarkupElement, visit } from '../markup/tree.ts';
import { asLines } from '../prose.ts';
import { linesOf } from './blocks.ts';
import type { Context, Notes } from './context.ts';

/** What is no note of the text: remarks on authors, and below tables. */
const APART = new Set(['author-notes', 'table-wrap-foot', 'front', 'contrib-group']);
const LONGEST_LABEL = 40;

interface Found {
  element: MarkupElement;
  place: DraftNote['place'];
}

/** Finds the notes. They keep the labels that are printed, unless two have the same: then they are counted. */
export function findNotes(article: MarkupElement): Notes {
  const gathered: Found[] = [];
  const gather = (element: MarkupElement, place: DraftNote['place']): void => {
    for (const child of elementsOf(element)) {
      if (APART.has(child.name)) continue;
      if (child.name === 'fn') gathered.push({ element: child, place });
      gather(child, child.name === 'back' || child.name === 'fn-group' ? 'end' : place);
    }
  };
  gather(article, 'foot');
  const found = byReference(article, gathered);

  const printed = printedLabels(article);
  const wanted = found.map(({ element }) => {
    const own = lineIn(childrenOf(element, 'label')[0]) || element.attributes.get('symbol');
    return (own || printed.get(element.attributes.get('id') ?? '') || '').replace(/^[[(]|[.)\]]$/g, '').trim();
  });
  const isUsable = wanted.every((label) => label !== '' && label.length <= LONGEST_LABEL);
  const labels =
    isUsable && new Set(wanted).size === wanted.length ? wanted : found.map((_, index) => String(index + 1));

  const byElement = new Map<MarkupElement | string, string>();
  const elements = found.map(({ element, place }, index) => {
    const label = labels[index] ?? String(index + 1);
    byElement.set(element, label);
    const id = element.attributes.get('id');
    if (id !== undefined) byElement.set(id, label);
    return { element, label, place };
  });
  return { elements, labelOf: (note) => byElement.get(note) };
}

/** In the order in which the text comes to them; those that it never comes to are last. */
function byReference(article: MarkupElement, found: readonly Found[]): Found[] {
  const byName = new Map(found.map((note) => [note.element.attributes.get('id') ?? note.element, note]));
  const byElement = new Map(found.map((note) => [note.element, note]));
  const order = new Set<Found>();
  visit(article, (element) => {
    const standing = byElement.get(element);
    if (standing?.place === 'foot') order.add(standing);
    if (element.name !== 'xref') return;
    for (const rid of (element.attributes.get('rid') ?? '').split(/\s+/)) {
      const note = byName.get(rid);
      if (note) order.add(note);
    }
  });
  return [...order, ...found.filter((note) => !order.has(note))];
}

/** What the references to each note say, by the note's id. */
function printedLabels(article: MarkupElement): Map<string, string> {
  const printed = new Map<string, string>();
  visit(article, (element) => {
    const rid = element.attributes.get('rid');
    if (element.name === 'xref' && rid !== undefined && !printed.has(rid)) printed.set(rid, lineIn(element));
  });
  return printed;
}

/** The notes as the document has them. */
export const readNotes = (notes: Notes, context: Context): DraftNote[] =>
  notes.elements.map(({ element, label, place }) => ({
    label,
    place,
    ...asLines(linesOf({ ...element, children: element.children.filter((it) => it !== labelIn(element)) }, context)),
  }));

const labelIn = (element: MarkupElement): MarkupElement | undefined => childrenOf(element, 'label')[0];
