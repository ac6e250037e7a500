import {
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  parse,
  type TreeAdapter,
} from 'parse5';
import type { MarkupElement } from '../markup/tree.ts';
import { failure, type ReadFailure } from '../read-error.ts';

type Node = DefaultTreeAdapterTypes.Node;

/** Thrown out of the parser, which has no other way to be stopped. */
class TooDeep extends Error {}

/** The tree of a page as a browser would build it. Nothing is loaded and nothing runs. */
export function parseHtml(source: string, limits: { depth: number }): { ok: true; root: MarkupElement } | ReadFailure {
  try {
    const document = parse(source, { sourceCodeLocationInfo: true, treeAdapter: shallow(limits.depth) });
    const html = document.childNodes.find((node) => node.nodeName === 'html');
    if (!html || !defaultTreeAdapter.isElementNode(html)) return failure('article/damaged');
    return { ok: true, root: elementOf(html, 1) };
  } catch (error) {
    if (error instanceof TooDeep) return failure('article/too-tangled');
    throw error;
  }
}

/** The parser looks through all open elements for many tags: what is nested deep would take it very long. */
function shallow(deepest: number): TreeAdapter<DefaultTreeAdapterMap> {
  const depths = new WeakMap<Node, number>();
  const hang = (parent: Node, child: Node): void => {
    const depth = (depths.get(parent) ?? 0) + 1;
    if (depth > deepest) throw new TooDeep();
    depths.set(child, depth);
  };
  return {
    ...defaultTreeAdapter,
    appendChild(parent, child) {
      hang(parent, child);
      defaultTreeAdapter.appendChild(parent, child);
    },
    insertBefore(parent, child, before) {
      hang(parent, child);
      defaultTreeAdapter.insertBefore(parent, child, before);
    },
  };
}

/** What is made up by the parser begins where its parent does. */
function elementOf(element: DefaultTreeAdapterTypes.Element, above: number): MarkupElement {
  const line = element.sourceCodeLocation?.startLine ?? above;
  return {
    name: element.tagName.toLowerCase(),
    prefix: '',
    attributes: new Map(element.attrs.map(({ name, value }) => [name, value])),
    line,
    children: element.childNodes.flatMap((node) => {
      if (defaultTreeAdapter.isElementNode(node)) return elementOf(node, line);
      return defaultTreeAdapter.isTextNode(node) ? node.value : [];
    }),
  };
}
