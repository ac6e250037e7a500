/** Paragraphs, quotations, code, lists and tables as blocks. */
import type { List, ListItem, PhrasingContent, RootContent, Table } from 'mdast';
import type { DraftBlock } from '../draft.ts';
import { concat, type Prose, plain, trimmed } from '../prose.ts';
import type { Context } from './context.ts';
import { proseOf, reportHtml } from './phrasing.ts';

const LONGEST_LANGUAGE = 40;

/** The blocks that a node makes: one, or none if it is empty or no text. */
export function blocksOf(node: RootContent, context: Context): DraftBlock[] {
  switch (node.type) {
    case 'paragraph':
      return unlessEmpty({ type: 'paragraph', ...paragraph(node.children, context) });
    case 'blockquote':
      return unlessEmpty({ type: 'quotation', ...flattened(node.children, context) });
    case 'code': {
      const language = node.lang?.slice(0, LONGEST_LANGUAGE);
      return unlessEmpty({ type: 'code', ...plain(node.value), ...(language && { language }) });
    }
    case 'list':
      return unlessEmpty(listOf(node, context));
    case 'table':
      return unlessEmpty(tableOf(node, context));
    case 'html':
      reportHtml(node, context);
      return [];
    default:
      return [];
  }
}

const unlessEmpty = (block: DraftBlock): DraftBlock[] => (block.text.trim() === '' ? [] : [block]);

const paragraph = (children: readonly PhrasingContent[], context: Context): Prose =>
  trimmed(proseOf(children, context));

/** Blocks within a quotation, an item or a note become lines of its one text. */
export function flattened(nodes: readonly RootContent[], context: Context): Prose {
  const lines = nodes.map((node): Prose => {
    if (node.type === 'heading') return paragraph(node.children, context);
    if (node.type === 'blockquote') return flattened(node.children, context);
    return concat(blocksOf(node, context), '\n');
  });
  return concat(
    lines.filter(({ text, notes }) => text !== '' || notes.length > 0),
    '\n',
  );
}

interface FlatItem {
  level: number;
  prose: Prose;
}

function listOf(list: List, context: Context): DraftBlock {
  const items = itemsOf(list, 0, context);
  const spans = spansOf(items.map(({ prose }) => prose));
  return {
    type: 'list',
    ...concat(
      items.map(({ prose }) => prose),
      '\n',
    ),
    ordered: list.ordered === true,
    items: spans.map((span, index) => ({ ...span, level: items[index]?.level ?? 0 })),
  };
}

/** The items of a list and of the lists within them, in reading order. */
function itemsOf(list: List, level: number, context: Context): FlatItem[] {
  return list.children.flatMap((item) => {
    const own = flattened(
      item.children.filter(({ type }) => type !== 'list'),
      context,
    );
    const nested = item.children.flatMap((child) => (child.type === 'list' ? itemsOf(child, level + 1, context) : []));
    return [{ level, prose: concat([plain(checkbox(item)), own]) }, ...nested];
  });
}

const checkbox = ({ checked }: ListItem): string => (typeof checked !== 'boolean' ? '' : checked ? '☑ ' : '☐ ');

/** Cells are parted by tabs and rows by line ends, so that the text can be read aloud without the table. */
function tableOf(table: Table, context: Context): DraftBlock {
  const rows = table.children.map((row) => row.children.map((cell) => paragraph(cell.children, context)));
  const lines = rows.map((cells) => concat(cells, '\t'));
  const starts = spansOf(lines);
  return {
    type: 'table',
    ...concat(lines, '\n'),
    rows: rows.map((cells, row) =>
      spansOf(cells, starts[row]?.start ?? 0).map((span) => ({ ...span, header: row === 0 })),
    ),
  };
}

/** Where texts lie that are put together with one character between them. */
function spansOf(proses: readonly Prose[], from = 0): { start: number; end: number }[] {
  let next = from;
  return proses.map(({ text }) => {
    const start = next;
    next = start + text.length + 1;
    return { start, end: start + text.length };
  });
}
