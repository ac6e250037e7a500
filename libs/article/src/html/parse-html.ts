import {
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  parse,
  parseFragment,
  type TreeAdapter,
} from 'parse5';
import type { MarkupElement, MarkupNode } from '../markup/tree.ts';
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
    children: nodesOf(element.childNodes, line),
  };
}

const WORD_FORMULA = /^\[if gte msEquation[^\]]*\]>([\s\S]*)<!\[endif\]$/;
const STAND_IN = '[if !msEquation]';

/** Word keeps a formula in a comment that it alone reads, and behind it a picture for everybody else. */
function nodesOf(nodes: readonly Node[], line: number): MarkupNode[] {
  const children: MarkupNode[] = [];
  let isStandIn = false;
  for (const node of nodes) {
    if (defaultTreeAdapter.isCommentNode(node)) {
      const formula = WORD_FORMULA.exec(node.data)?.[1];
      if (formula !== undefined) children.push(...nodesOf(parseFragment(formula).childNodes, line));
      else if (node.data === STAND_IN) isStandIn = isMath(children.at(-1));
      else if (node.data === '[endif]') isStandIn = false;
    } else if (isStandIn) continue;
    else if (defaultTreeAdapter.isElementNode(node)) children.push(elementOf(node, line));
    else if (defaultTreeAdapter.isTextNode(node)) children.push(node.value);
  }
  return children;
}

const isMath = (node: MarkupNode | undefined): boolean => typeof node === 'object' && node.name.startsWith('m:omath');
