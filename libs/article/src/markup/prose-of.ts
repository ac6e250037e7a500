import { collapsed, concat, type Prose, plain, trimmed } from '../prose.ts';
import { isElement, type MarkupElement, type MarkupNode } from './tree.ts';

/** The prose of nodes that follow each other; `read` knows what the elements mean. Line ends of the source are spaces. */
export const proseOf = (nodes: readonly MarkupNode[], read: (element: MarkupElement) => Prose): Prose =>
  concat(nodes.map((node) => (isElement(node) ? read(node) : plain(node.replace(/[ \t\n\r\f]+/g, ' ')))));

/** One space where there were several, none at the ends. */
export const tidy = (prose: Prose): Prose => trimmed(collapsed(prose));
