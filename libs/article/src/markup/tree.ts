/** XML and HTML as the readers look at it: elements, and text between them. */

/** Text stands as it is in the source, references resolved. */
export type MarkupNode = MarkupElement | string;

export interface MarkupElement {
  /** Without its prefix; of HTML in lower case. */
  name: string;
  /** The prefix of the name in the source, or nothing. */
  prefix: string;
  /** By name without prefix. */
  attributes: ReadonlyMap<string, string>;
  children: MarkupNode[];
  /** Where it begins in the source, counted from 1. */
  line: number;
}

export const isElement = (node: MarkupNode): node is MarkupElement => typeof node !== 'string';

/** The elements right below. */
export const elementsOf = (element: MarkupElement): MarkupElement[] => element.children.filter(isElement);

/** The elements right below with one of these names. */
export const childrenOf = (element: MarkupElement, ...names: string[]): MarkupElement[] =>
  elementsOf(element).filter(({ name }) => names.includes(name));

/** The first element on this path: `at(article, 'front', 'article-meta')`. */
export function at(element: MarkupElement, ...path: string[]): MarkupElement | undefined {
  let found: MarkupElement | undefined = element;
  for (const name of path) found = found && childrenOf(found, name)[0];
  return found;
}

/** All elements below with one of these names, in order; not those within each other. */
export function within(element: MarkupElement, ...names: string[]): MarkupElement[] {
  return elementsOf(element).flatMap((child) => (names.includes(child.name) ? [child] : within(child, ...names)));
}

/** Calls back for an element and all below it. */
export function visit(element: MarkupElement, callback: (element: MarkupElement) => void): void {
  callback(element);
  for (const child of elementsOf(element)) visit(child, callback);
}

/** All the text in it. */
export const textIn = (node: MarkupNode): string => (isElement(node) ? node.children.map(textIn).join('') : node);

/** All the text in it on one line, without space around it. */
export const lineIn = (node: MarkupNode | undefined): string =>
  node === undefined ? '' : textIn(node).replace(/\s+/gu, ' ').trim();

/** The same with a space where an element ends, as what stands side by side on a page is not one word. */
export const wordsIn = (node: MarkupNode): string =>
  (isElement(node) ? node.children.map(wordsIn).join(' ') : node).replace(/\s+/gu, ' ').trim();
