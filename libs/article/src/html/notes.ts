/** Notes of a page: what short marks in the text link to. */
import type { DraftNote } from '../draft.ts';
import { isElement, lineIn, type MarkupElement, type MarkupNode, visit, within } from '../markup/tree.ts';
import { asLines, type Prose } from '../prose.ts';
import { hasClass, hints, type Page } from './page.ts';

/** A note of a page. */
export interface FoundNote {
  element: MarkupElement;
  label: string;
}

export interface PageNotes {
  notes: readonly FoundNote[];
  /** The label of the note that a link refers to. */
  labelOf(link: MarkupElement): string | undefined;
  /** Is it a note, so that it is no part of the text? */
  isNote(element: MarkupElement): boolean;
}

const MARK = /^[[(]?(?:\d{1,4}|[a-z]{1,2}|[ivxlc]{1,6}|[*†‡§¶#]{1,3})[\])]?$/iu;
const REFERENCE_CLASS =
  /^(?:footnote|endnote|note|sdfootnote|sdendnote|fn)[-_]?(?:ref|reference|anc|anchor|link|call|mark)?$/i;
const NOTE_HINT = /(?:foot|end|side|cite|_ft|sd(?:foot|end))?[-_]?(?:note|fn|ftn|edn|en)(?![a-z])/i;
const BLOCKS = new Set(['li', 'p', 'div', 'aside', 'dd', 'td', 'section']);
const LONGEST = 40;

/** Finds what is referred to by marks, in the order of the first reference to each. */
export function findNotes(page: Page, content: MarkupElement): PageNotes {
  const labels = new Map<MarkupElement, string>();
  const links = new Map<MarkupElement, MarkupElement>();
  const referring = new Map<MarkupElement, MarkupElement[]>();
  /** Does it stand in a note and lead to where that is referred to? */
  const isWayBack = (link: MarkupElement, target: MarkupElement): boolean => {
    let around = page.parentOf(link);
    while (around && !referring.has(around)) around = page.parentOf(around);
    const references = (around && referring.get(around)) ?? [];
    return references.some((it) => contains(target, it, page) || contains(it, target, page));
  };
  visit(content, (link) => {
    if (isNoteInPlace(link)) {
      links.set(link, link);
      labels.set(link, markOf(link));
    }
    if (link.name !== 'a') return;
    const target = page.target(link.attributes.get('href') ?? '');
    const block = target && blockAround(target, page);
    if (!block || !isReference(link, target, block, page) || isWayBack(link, target)) return;
    links.set(link, block);
    referring.set(block, [...(referring.get(block) ?? []), link]);
    if (!labels.has(block))
      labels.set(
        block,
        lineIn(link)
          .replace(/^[[(]|[\])]$/g, '')
          .trim(),
      );
  });
  const printed = [...labels.values()];
  const areUsable = printed.every((label) => label !== '' && label.length <= LONGEST);
  const keep = areUsable && new Set(printed).size === printed.length;
  const notes = Array.from(labels, ([element, label], index) => ({ element, label: keep ? label : String(index + 1) }));
  const byElement = new Map(notes.map(({ element, label }) => [element, label]));
  return {
    notes,
    labelOf: (link) => {
      const block = links.get(link);
      return block && byElement.get(block);
    },
    isNote: (element) => byElement.has(element),
  };
}

/** Notes that stand where they are referred to, as LaTeXML (arXiv) and pages with notes in the margin have them. */
const IN_PLACE = /^(?:ltx_role_(?:foot|end)note|sidenote|side-note|marginnote|margin-note)$/i;
const isNoteInPlace = (element: MarkupElement): boolean =>
  element.name === 'span' && hasClass(element, IN_PLACE) && lineIn(element) !== '';

/** The number in front of such a note, where it has one. */
const markOf = (note: MarkupElement): string => {
  const [mark] = within(note, 'sup');
  return mark && MARK.test(lineIn(mark)) && lineIn(note).startsWith(lineIn(mark)) ? lineIn(mark) : '';
};

/** Its number once more, in the margin or behind words for what it is. */
const isNumber = (element: MarkupElement): boolean =>
  hasClass(element, /^ltx_(?:note_mark|note_type|tag_note)$|^sidenote-number$/);

/** Is it said to be a reference, or a mark that something leads back to? */
function isReference(link: MarkupElement, target: MarkupElement, block: MarkupElement, page: Page): boolean {
  if (block.name === 'section' || contains(block, link, page)) return false;
  const words = lineIn(link);
  if (!MARK.test(words)) return false;
  if (link.attributes.get('role') === 'doc-noteref' || hasClass(link, REFERENCE_CLASS)) return true;
  const parent = page.parentOf(link);
  const isRaised = parent?.name === 'sup' || within(link, 'sup').length > 0 || /^[[(]/.test(words);
  return (
    isRaised &&
    (NOTE_HINT.test(hints(target)) ||
      NOTE_HINT.test(target.attributes.get('name') ?? '') ||
      leadsBack(block, page, link))
  );
}

/** Does something in the note link to where it is referred to? */
const leadsBack = (block: MarkupElement, page: Page, link: MarkupElement): boolean =>
  within(block, 'a').some((back) => {
    const target = page.target(back.attributes.get('href') ?? '');
    return target !== undefined && (target === link || contains(target, link, page) || contains(link, target, page));
  });

function blockAround(target: MarkupElement, page: Page): MarkupElement | undefined {
  let element: MarkupElement | undefined = target;
  while (element && !BLOCKS.has(element.name)) element = page.parentOf(element);
  const around = element && page.parentOf(element);
  // LibreOffice puts a division around the paragraphs of a note.
  if (around?.name !== 'div' || element?.name !== 'p') return element;
  const paragraphs = within(around, 'p');
  const isSaid = NOTE_HINT.test(hints(around)) && around.attributes.has('id') && paragraphs.length < LONGEST_NOTE;
  return isSaid || isNoteAlone(element, paragraphs) ? around : element;
}

const LONGEST_NOTE = 10;

/** Google Docs does too, and says nothing of it: the first paragraph begins with the way back, the others with none. */
function isNoteAlone(first: MarkupElement, paragraphs: readonly MarkupElement[]): boolean {
  const beginsWithMark = (paragraph: MarkupElement): boolean => {
    const [link] = within(paragraph, 'a');
    return link !== undefined && MARK.test(lineIn(link)) && lineIn(paragraph).startsWith(lineIn(link));
  };
  const [begins, ...more] = paragraphs;
  return begins === first && beginsWithMark(first) && more.length < LONGEST_NOTE && !more.some(beginsWithMark);
}

function contains(outer: MarkupElement, inner: MarkupElement, page: Page): boolean {
  let element: MarkupElement | undefined = inner;
  while (element && element !== outer) element = page.parentOf(element);
  return element === outer;
}

/** What a note says, without its number and the way back. */
export function noteOf(
  { element, label }: FoundNote,
  page: Page,
  linesOf: (nodes: readonly MarkupNode[]) => Prose[],
): DraftNote {
  const words = linesOf(withoutBack(element.children, label, page)).filter(({ text }) => !/^[.):]$/.test(text));
  return { label, place: 'foot', ...asLines(words) };
}

const BACK = /^(?:[↩↑^⤴⏎\s]|\u{FE0E}|back|return|jump up)*$/iu;

function withoutBack(nodes: readonly MarkupNode[], label: string, page: Page): MarkupNode[] {
  return nodes.flatMap((node): MarkupNode[] => {
    if (!isElement(node)) return [node];
    if (node.attributes.get('role') === 'doc-backlink' || /backlink/.test(hints(node)) || isNumber(node)) return [];
    if (node.name === 'a' && page.target(node.attributes.get('href') ?? '')) {
      const words = lineIn(node).replace(/^[[(]|[\])]?[.:]?$/g, '');
      if (words === label || BACK.test(words)) return [];
    }
    return [{ ...node, children: withoutBack(node.children, label, page) }];
  });
}
