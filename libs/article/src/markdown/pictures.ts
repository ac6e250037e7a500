import type { Nodes, Root } from 'mdast';
import { addressesOf } from '../html/pictures.ts';
import { within } from '../markup/tree.ts';
import { visit } from './context.ts';
import { treeOfHtml } from './html-blocks.ts';

/** Where the pictures of a document are, those in pieces of HTML too. */
export function addressesIn(root: Root, limits: { depth: number }): string[] {
  const addresses: string[] = [];
  visit(root, (node: Nodes) => {
    if (node.type === 'image' || node.type === 'definition') addresses.push(node.url);
    const tree = node.type === 'html' ? treeOfHtml(node, limits) : undefined;
    if (tree) addresses.push(...within(tree, 'img').flatMap(addressesOf));
  });
  return addresses;
}
