/** What a word processor or an old page has saved piece by piece, each put together as one element. */
import { elementsOf, isElement, lineIn, type MarkupElement, type MarkupNode, within } from '../markup/tree.ts';
import type { Context } from './context.ts';
import { isCaption, isDrawnLine, isFormulaPicture, isMovedIn, isSaidCaption, isTypewritten } from './looks.ts';
import { isSilent } from './main-content.ts';
import { hasClass } from './page.ts';
import { isWordItem } from './word-list.ts';

/** Elements that say nothing of what is in them. */
export const INLINE_AT_MOST = new Set(['picture', 'a', 'span', 'center', 'font', 'mjx-container', 'mjx-assistive-mml']);

/** The nodes, with quotations, listings, lists and captions put together. */
export function groupedByLooks(nodes: readonly MarkupNode[], context: Context): MarkupNode[] {
  const grouped: MarkupNode[] = [];
  /** The group that is open, and what kind it is of. */
  let open: { kind: string; element: MarkupElement } | undefined;
  for (const node of nodes) {
    // Places that links lead to stand between what belongs together.
    const isSpace = isElement(node) ? node.name === 'a' && isEmpty(node) : node.trim() === '';
    const kind = isElement(node) && !context.notes.isNote(node) ? kindByLooks(node, context) : undefined;
    if (open?.kind === 'figure' && isElement(node) && isCaption(node)) {
      open.element.children.push({ ...unstyled(node), name: 'figcaption' });
      open = undefined;
    } else if (open && isElement(node) && kind === open.kind && goesOn(open.element, node)) {
      const own = kind === WORD_LIST ? node : unstyled(node);
      open.element.children.push(...(isList(node) ? node.children : [own]));
    } else if (!isSpace) {
      open = isElement(node) && kind !== undefined ? { kind, element: groupAround(node, kind) } : undefined;
      grouped.push(open?.element ?? node);
    } else grouped.push(node);
  }
  return withTableCaptions(grouped);
}

/** Puts a table and the paragraph that says what is in it into one element. */
function withTableCaptions(nodes: readonly MarkupNode[]): MarkupNode[] {
  const grouped: MarkupNode[] = [];
  for (const node of nodes) {
    const at = grouped.findLastIndex((it) => isElement(it) && !(it.name === 'a' && isEmpty(it)));
    const last = grouped[at];
    const before = last !== undefined && isElement(last) && isNear(grouped.slice(at + 1)) ? last : undefined;
    if (!isElement(node) || !before) grouped.push(node);
    else if (isFactTable(node) && isCaption(before)) grouped.splice(at, grouped.length - at, captioned(node, before));
    else if (isFactTable(before) && node.name === 'p' && isSaidCaption(node)) {
      grouped.splice(at, grouped.length - at, captioned(before, node));
    } else grouped.push(node);
  }
  return grouped;
}

const isNear = (between: readonly MarkupNode[]): boolean => between.every((node) => lineIn(node) === '');

const isFactTable = (element: MarkupElement): boolean =>
  element.name === 'table' &&
  within(element, 'td', 'th').length > 1 &&
  element.attributes.get('role') === undefined &&
  within(element, 'caption').every((caption) => lineIn(caption) === '');

const captioned = (table: MarkupElement, caption: MarkupElement): MarkupElement => ({
  ...table,
  name: 'figure',
  attributes: new Map(),
  children: [{ ...unstyled(caption), name: 'figcaption' }, table],
});

const isEmpty = (element: MarkupElement): boolean => lineIn(element) === '' && within(element, 'img').length === 0;

const isList = ({ name }: MarkupElement): boolean => name === 'ul' || name === 'ol';

/** A group of paragraphs that are items of a list. */
export const WORD_LIST = 'word-list';

function kindByLooks(element: MarkupElement, { indent }: Context): string | undefined {
  if (isList(element)) return element.name;
  if (element.name !== 'p') return undefined;
  if (lineIn(element) === '') {
    const only = onlyElement(element.children);
    return only?.name === 'img' && !isFormulaPicture(only) && !isDrawnLine(only) ? 'figure' : undefined;
  }
  if (isWordItem(element)) return WORD_LIST;
  if (isTypewritten(element.children)) return 'pre';
  return isMovedIn(element, indent) ? 'blockquote' : undefined;
}

const groupAround = (first: MarkupElement, kind: string): MarkupElement =>
  isList(first)
    ? { ...first, children: [...first.children] }
    : { ...first, name: kind, attributes: new Map(), children: [kind === WORD_LIST ? first : unstyled(first)] };

/** Without the looks that said what it is: it stands in a group that says so now. */
const unstyled = (element: MarkupElement): MarkupElement => ({
  ...element,
  attributes: new Map([...element.attributes].filter(([name]) => name !== 'style' && name !== 'class')),
});

/** Lists go on where one of them is nested in nothing: LibreOffice closes them all and opens them again. */
function goesOn(open: MarkupElement, next: MarkupElement): boolean {
  if (!isList(next)) return open.name !== 'figure';
  return [open, next].some(
    (list) => elementsOf(list).some(isList) && (list === open || elementsOf(list).every(isList)),
  );
}

/** The only thing in it, through links and spans around it. */
export function onlyElement(nodes: readonly MarkupNode[]): MarkupElement | undefined {
  const [only, ...more] = nodes.filter((node) => (isElement(node) ? hasContent(node) : node.trim() !== ''));
  if (only === undefined || more.length > 0 || !isElement(only)) return undefined;
  const isWrapper = INLINE_AT_MOST.has(only.name) && !hasClass(only, /^math$/);
  return isWrapper ? onlyElement(only.children) : only;
}

const CONTENT = new Set(['img', 'math', 'hr', 'table']);

/** Is there something to be seen of it? */
const hasContent = (element: MarkupElement): boolean =>
  !isSilent(element) && (CONTENT.has(element.name) || lineIn(element) !== '' || within(element, ...CONTENT).length > 0);
