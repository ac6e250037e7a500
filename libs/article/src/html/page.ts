/** A page, and what one has to ask of its elements. */
import { elementsOf, type MarkupElement, visit } from '../markup/tree.ts';

export interface Page {
  root: MarkupElement;
  parentOf(element: MarkupElement): MarkupElement | undefined;
  /** The element that a fragment like `#note-1` leads to. */
  target(fragment: string): MarkupElement | undefined;
}

export function pageOf(root: MarkupElement): Page {
  const parents = new Map<MarkupElement, MarkupElement>();
  const targets = new Map<string, MarkupElement>();
  visit(root, (element) => {
    for (const child of elementsOf(element)) parents.set(child, element);
    const names = [element.attributes.get('id'), element.name === 'a' ? element.attributes.get('name') : undefined];
    for (const name of names) if (name && !targets.has(name)) targets.set(name, element);
  });
  return {
    root,
    parentOf: (element) => parents.get(element),
    target: (fragment) => (fragment.startsWith('#') ? targets.get(decoded(fragment.slice(1))) : undefined),
  };
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    // Not every percent sign begins an escape.
    return fragment;
  }
}

/** Its class, id and role, in which pages say what an element is for. */
export const hints = ({ attributes }: MarkupElement): string =>
  ['class', 'id', 'role'].map((name) => attributes.get(name) ?? '').join(' ');

export const hasClass = (element: MarkupElement, pattern: RegExp): boolean =>
  (element.attributes.get('class') ?? '').split(/\s+/).some((name) => pattern.test(name));
