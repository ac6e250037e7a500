/** What a word processor or an old page has saved piece by piece, each put together as one element. */
import { elementsOf, isElement, lineIn, type MarkupElement, type MarkupNode } from '../markup/tree.ts';
import type { Context } from './context.ts';
import { isCaption, isMovedIn, isTypewritten } from './looks.ts';
import { isSilent } from './main-content.ts';
import { hasClass } from './page.ts';

/** Elements that say nothing of what is in them. */
export const INLINE_AT_MOST = new Set(['picture', 'a', 'span', 'center', 'font']);

/** The nodes, with quotations, listings, lists and captions put together. */
export function groupedByLooks(nodes: readonly MarkupNode[], context: Context): MarkupNode[] {
  const grouped: MarkupNode[] = [];
  /** The group that is open, and what kind it is of. */
  let open: { kind: string; element: MarkupElement } | undefined;
  for (const node of nodes) {
    const isSpace = !isElement(node) && node.trim() === '';
    const kind = isElement(node) && !context.notes.isNote(node) ? kindByLooks(node) : undefined;
    if (open?.kind === 'figure' && isElement(node) && isCaption(node)) {
      open.element.children.push({ ...unstyled(node), name: 'figcaption' });
      open = undefined;
    } else if (open && isElement(node) && kind === open.kind && goesOn(open.element, node)) {
      open.element.children.push(...(isList(node) ? node.children : [unstyled(node)]));
    } else if (!isSpace) {
      open = isElement(node) && kind !== undefined ? { kind, element: groupAround(node, kind) } : undefined;
      grouped.push(open?.element ?? node);
    } else grouped.push(node);
  }
  return grouped;
}

const isList = ({ name }: MarkupElement): boolean => name === 'ul' || name === 'ol';

function kindByLooks(element: MarkupElement): string | undefined {
  if (isList(element)) return element.name;
  if (element.name !== 'p') return undefined;
  if (lineIn(element) === '') return onlyElement(element.children)?.name === 'img' ? 'figure' : undefined;
  if (isTypewritten(element.children)) return 'pre';
  return isMovedIn(element) ? 'blockquote' : undefined;
}

const groupAround = (first: MarkupElement, kind: string): MarkupElement =>
  isList(first)
    ? { ...first, children: [...first.children] }
    : { ...first, name: kind, attributes: new Map(), children: [unstyled(first)] };

/** Without the looks that said what it is: it stands in a group that says so now. */
const unstyled = (element: MarkupElement): MarkupElement => ({
  ...element,
  attributes: new Map([...element.attributes].filter(([name]) => name !== 'style')),
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
  const [only, ...more] = nodes.filter((node) => (isElement(node) ? !isSilent(node) : node.trim() !== ''));
  if (only === undefined || more.length > 0 || !isElement(only)) return undefined;
  const isWrapper = INLINE_AT_MOST.has(only.name) && !hasClass(only, /^math$/);
  return isWrapper ? onlyElement(only.children) : only;
}
