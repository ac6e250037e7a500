/** Footnotes: numbered in the order of the first reference to each, whatever their names in the source. */
import type { FootnoteDefinition, Nodes, Root, RootContent } from 'mdast';
import type { DraftNote } from '../draft.ts';
import { flattened } from './blocks.ts';
import { type Context, visit } from './context.ts';

/** The definitions of a document and the label of each that is needed. */
export interface Footnotes {
  definitions: ReadonlyMap<string, FootnoteDefinition>;
  /** Labels by identifier, in order. Notes that nothing refers to come last. */
  labels: ReadonlyMap<string, string>;
  unreferenced: readonly FootnoteDefinition[];
}

/** Finds and numbers the footnotes; a note that only a note refers to is numbered behind those of the text. */
export function numberFootnotes(root: Root): Footnotes {
  const definitions = new Map<string, FootnoteDefinition>();
  visit(root, (node) => {
    if (node.type === 'footnoteDefinition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  const order = new Set<string>();
  const follow = (node: Nodes) => {
    visit(node, (inner) => {
      if (inner.type === 'footnoteReference' && definitions.has(inner.identifier)) order.add(inner.identifier);
      return inner.type !== 'footnoteDefinition' || inner === node;
    });
  };
  follow(root);
  // A set is walked to its end while it grows: notes that notes refer to are followed too.
  for (const identifier of order) {
    const definition = definitions.get(identifier);
    if (definition) follow(definition);
  }
  const unreferenced = [...definitions.values()].filter(({ identifier }) => !order.has(identifier));
  const all = [...order, ...unreferenced.map(({ identifier }) => identifier)];
  return {
    definitions,
    labels: new Map(all.map((identifier, index) => [identifier, String(index + 1)])),
    unreferenced,
  };
}

/** The notes in the order of their labels. */
export const notesOf = ({ definitions, labels }: Footnotes, context: Context): DraftNote[] =>
  Array.from(labels, ([identifier, label]) => {
    const children: readonly RootContent[] = definitions.get(identifier)?.children ?? [];
    return { label, ...flattened(children, context) };
  });
