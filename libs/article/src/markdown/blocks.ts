/** Paragraphs, quotations, code, lists and tables as blocks. */
import type { Image, ImageReference, List, ListItem, PhrasingContent, RootContent, Table } from 'mdast';
import type { DraftBlock } from '../draft.ts';
import { type DraftItem, listBlock, paragraphBlock, quotationBlock, tableBlock } from '../draft-blocks.ts';
import { proseOfBlock } from '../in-line.ts';
import { formulaFromTex } from '../mathml/from-tex.ts';
import { asLines, concat, type Prose, plain, trimmed } from '../prose.ts';
import type { Context } from './context.ts';
import { proseOf, wordsOn } from './phrasing.ts';

const LONGEST_LANGUAGE = 40;

/** The blocks that a node makes: one, or none if it is empty or no text. */
export function blocksOf(node: RootContent, context: Context): DraftBlock[] {
  switch (node.type) {
    case 'paragraph': {
      const [only, ...more] = node.children;
      if (more.length === 0 && (only?.type === 'image' || only?.type === 'imageReference')) {
        return unlessEmpty(figureOf(only, context));
      }
      if (more.length === 0 && only?.type === 'inlineMath' && isSetOff(only, context)) {
        return unlessEmpty(formulaBlock(only.value));
      }
      return unlessEmpty(paragraphBlock(paragraph(node.children, context)));
    }
    case 'blockquote':
      return unlessEmpty(quotationBlock(linesOf(node.children, context)));
    case 'math':
      return unlessEmpty(formulaBlock(node.value));
    case 'thematicBreak':
      return [{ type: 'rule', ...plain('') }];
    case 'code': {
      const language = node.lang?.slice(0, LONGEST_LANGUAGE);
      return unlessEmpty({ type: 'code', ...plain(node.value), ...(language && { language }) });
    }
    case 'list':
      return unlessEmpty(listOf(node, context));
    case 'table':
      return unlessEmpty(tableOf(node, context));
    case 'html':
      return context.htmlBlocks(node);
    default:
      return [];
  }
}

const unlessEmpty = (block: DraftBlock): DraftBlock[] =>
  block.text.trim() === '' && !('image' in block) ? [] : [block];

const paragraph = (children: readonly PhrasingContent[], context: Context): Prose =>
  trimmed(proseOf(children, context));

function formulaBlock(tex: string): DraftBlock {
  const { text, mathml } = formulaFromTex(tex, true);
  return { type: 'formula', ...plain(text), ...(mathml !== undefined && { mathml }) };
}

/** `$$x$$` on one line is set off like a formula between lines of `$$`. */
const isSetOff = (node: RootContent, { source }: Context): boolean =>
  source.startsWith('$$', node.position?.start.offset ?? 0);

/** A picture that stands alone is a figure, its title or its alternative text the caption. */
function figureOf(node: Image | ImageReference, context: Context): DraftBlock {
  const target = node.type === 'image' ? node : context.definitions.get(node.identifier);
  const [caption, alternative] = target?.title ? [wordsOn(target.title), wordsOn(node.alt)] : [wordsOn(node.alt), ''];
  const image = context.imageOf(target?.url ?? '');
  if ('asset' in image) {
    const described = alternative === '' ? image : { ...image, alternative };
    return { type: 'figure', ...plain(caption), image: described };
  }
  context.report('markdown/image-dropped', node, 'picture-missing', { words: target?.url ?? caption, ...image });
  return { type: 'figure', ...plain(alternative === '' ? caption : `${caption} (${alternative})`) };
}

/** Blocks within a quotation, an item or a note become lines of its one text. */
export const flattened = (nodes: readonly RootContent[], context: Context): Prose => asLines(linesOf(nodes, context));

const linesOf = (nodes: readonly RootContent[], context: Context): Prose[] =>
  nodes.map((node): Prose => {
    if (node.type === 'heading') return paragraph(node.children, context);
    if (node.type === 'blockquote') return flattened(node.children, context);
    return concat(blocksOf(node, context).map(proseOfBlock), '\n');
  });

const listOf = (list: List, context: Context): DraftBlock =>
  listBlock(itemsOf(list, 0, context), list.ordered === true, list.start ?? undefined);

/** The items of a list and of the lists within them, in reading order. */
function itemsOf(list: List, level: number, context: Context): DraftItem[] {
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

const tableOf = (table: Table, context: Context): DraftBlock =>
  tableBlock(
    table.children.map((row, index) =>
      row.children.map((cell) => ({ prose: paragraph(cell.children, context), header: index === 0 })),
    ),
  );
