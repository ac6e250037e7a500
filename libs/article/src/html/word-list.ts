/** Lists as Word saves them in a web page: paragraphs, each with its bullet or number as text, and how deep by a style. */
import { isElement, lineIn, type MarkupElement, type MarkupNode } from '../markup/tree.ts';
import { indentOf } from './looks.ts';
import { hasClass } from './page.ts';

const MARKER = /^(?:[·•▪◦‣§o–-]|\(?(\d{1,3}|[a-z]|[ivx]{1,5})[.)])$/iu;

interface Item {
  level: number;
  /** Its number or letter; `undefined` for a bullet. */
  count: string | undefined;
  element: MarkupElement;
}

/** Is it a paragraph of a list, with a mark in front? */
export const isWordItem = (element: MarkupElement): boolean =>
  element.name === 'p' &&
  (hasClass(element, /^MsoList/) || /mso-list:/.test(element.attributes.get('style') ?? '')) &&
  markOf(element) !== undefined;

/** What stands in front of the words: a span of its own, with nothing but the mark and the space behind it. */
function markOf({ children }: MarkupElement): MarkupElement | undefined {
  const first = children.find((node) => isElement(node) || node.trim() !== '');
  if (first === undefined || !isElement(first) || first.name !== 'span') return undefined;
  return MARKER.test(
    lineIn(first)
      .replace(/\u00a0/g, '')
      .trim(),
  )
    ? first
    : markOf(first);
}

/** The list that paragraphs make. */
export function wordList(paragraphs: readonly MarkupElement[]): MarkupElement {
  const indents = [...new Set(paragraphs.map(indentOf))].sort((a, b) => a - b);
  const items = paragraphs.map((paragraph): Item => {
    const said = /mso-list:[^;]*\blevel(\d)/.exec(paragraph.attributes.get('style') ?? '')?.[1];
    const mark = markOf(paragraph);
    const count = MARKER.exec(
      mark
        ? lineIn(mark)
            .replace(/\u00a0/g, '')
            .trim()
        : '',
    )?.[1];
    const level = said === undefined ? indents.indexOf(indentOf(paragraph)) : Number(said) - 1;
    return { level, count, element: { ...paragraph, children: without(paragraph.children, mark) } };
  });
  return listOf(items);
}

/** Deeper items go into a list within the item above them. */
function listOf(items: readonly Item[]): MarkupElement {
  const [first] = items;
  const entries: MarkupElement[] = [];
  let deeper: Item[] = [];
  const close = () => {
    const last = entries.at(-1);
    if (last && deeper.length > 0) last.children.push(listOf(deeper));
    deeper = [];
  };
  for (const item of items) {
    if (first && item.level > first.level) deeper.push(item);
    else {
      close();
      entries.push({ ...item.element, name: 'li', children: [...item.element.children] });
    }
  }
  close();
  const start = first?.count !== undefined && /^\d+$/.test(first.count) ? first.count : undefined;
  return {
    name: first?.count === undefined ? 'ul' : 'ol',
    prefix: '',
    attributes: new Map(start === undefined ? [] : [['start', start]]),
    children: entries,
    line: first?.element.line ?? 1,
  };
}

const without = (nodes: readonly MarkupNode[], gone: MarkupElement | undefined): MarkupNode[] =>
  nodes.flatMap((node): MarkupNode[] => {
    if (!isElement(node)) return [node];
    return node === gone ? [] : [{ ...node, children: without(node.children, gone) }];
  });
