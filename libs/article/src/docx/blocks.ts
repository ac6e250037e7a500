/**
 * Paragraphs and tables as a flow of headings and blocks. Word has no lists, quotations or listings, only paragraphs that
 * look alike one below the other; those that belong together are put together here.
 */
import type { Flow } from '../assemble.ts';
import { quoted } from '../diagnostic.ts';
import type { DraftBlock } from '../draft.ts';
import {
  type DraftCell,
  type DraftItem,
  listBlock,
  paragraphBlock,
  quotationBlock,
  tableBlock,
} from '../draft-blocks.ts';
import { at, childrenOf, elementsOf, type MarkupElement, visit, within } from '../markup/tree.ts';
import { asLines, concat, type Prose, plain } from '../prose.ts';
import type { Context } from './context.ts';
import { boxesIn, inlineProse, picturesIn, spaced } from './inline.ts';
import type { ListPlace } from './numbering.ts';
import { formulaFromOmml } from './omml.ts';
import { indentIn, type ParagraphKind } from './styles.ts';
import { toggleAt, valueAt, wholeNumber } from './wordprocessing.ts';

/** One paragraph or table, and what it is. */
export type Piece =
  | {
      shape: 'paragraph';
      kind: ParagraphKind;
      prose: Prose;
      list?: ListPlace | undefined;
      key?: string | undefined;
      isStrong: boolean;
      /** How far it is moved in, in twentieths of a point. */
      indent: number;
      paragraph: number;
    }
  | { shape: 'block'; block: DraftBlock };

/** The pieces of a body, a cell or a note, in order. */
export function piecesOf(container: MarkupElement, context: Context): Piece[] {
  return elementsOf(container).flatMap((element): Piece[] => {
    switch (element.name) {
      case 'p':
        return paragraphPieces(element, context);
      case 'tbl':
        return tablePieces(element, context);
      case 'sdt':
      case 'sdtContent':
      case 'customXml':
      case 'ins':
      case 'smartTag':
        return piecesOf(element, context);
      case 'AlternateContent':
        return piecesOf(elementsOf(element)[0] ?? element, context);
      default:
        return [];
    }
  });
}

function paragraphPieces(paragraph: MarkupElement, context: Context): Piece[] {
  const number = context.next();
  const properties = at(paragraph, 'pPr');
  const style = valueAt(properties, 'pStyle');
  const written = inlineProse(paragraph, context);
  const kind = kindOf(properties, context.styles.kindOf(style), written, context);
  const prose = kind.kind === 'code' ? { ...plain(written.text), notes: written.notes } : spaced(written);
  const pictures = figuresIn(paragraph, context);
  const boxes = boxesIn(paragraph).flatMap((box) => piecesOf(box, context));
  // An empty line of a listing is a line.
  const words = prose.text.trim() !== '' || prose.notes.length > 0 || (kind.kind === 'code' && pictures.length === 0);
  const isRule = !words && pictures.length === 0 && (kind.kind === 'rule' || isLine(paragraph));
  const display = displayFormula(paragraph, prose);
  const own: Piece[] = isRule
    ? [{ shape: 'block', block: { type: 'rule', ...plain('') } }]
    : display
      ? [{ shape: 'block', block: display }]
      : words
        ? [
            {
              shape: 'paragraph',
              kind,
              prose,
              list: context.numbering(at(properties ?? paragraph, 'numPr') ?? context.styles.numberingOf(style)),
              key: within(paragraph, 'bookmarkStart')[0]?.attributes.get('name'),
              isStrong: isAllOf(prose, 'strong'),
              indent: indentIn(properties) ?? context.styles.indentOf(style) ?? 0,
              paragraph: number,
            },
          ]
        : [];
  return [...pictures, ...own, ...boxes];
}

/** The outline level that a paragraph has of its own counts like a heading's, and the letters of a typewriter like a listing's. */
function kindOf(
  properties: MarkupElement | undefined,
  byStyle: ParagraphKind,
  written: Prose,
  context: Context,
): ParagraphKind {
  if (byStyle.kind !== 'text') return byStyle;
  const outline = wholeNumber(valueAt(properties, 'outlineLvl'));
  if (outline !== undefined && outline < 9) return { kind: 'heading', level: outline + 1 };
  const isEmpty = written.text.trim() === '';
  const isCode = isEmpty
    ? properties && context.styles.ownLooks(at(properties, 'rPr')).code
    : isAllOf(written, 'code') && !(properties && at(properties, 'numPr'));
  return isCode ? { kind: 'code' } : byStyle;
}

/** Are all of its letters under such a mark? */
function isAllOf({ text, marks }: Prose, wanted: 'strong' | 'code'): boolean {
  const covered = marks.filter(({ type }) => type === wanted).map(({ start, end }) => text.slice(start, end));
  const letters = (words: string) => words.replace(/\s+/gu, '').length;
  return covered.reduce((sum, words) => sum + letters(words), 0) >= letters(text);
}

/** A line drawn across the page, or the border of an empty paragraph. */
function isLine(paragraph: MarkupElement): boolean {
  let found = at(paragraph, 'pPr', 'pBdr', 'bottom') !== undefined || at(paragraph, 'pPr', 'pBdr', 'top') !== undefined;
  visit(paragraph, ({ prefix, name, attributes }) => {
    found ||= prefix === 'v' && name === 'rect' && attributes.get('hr') === 't';
  });
  return found;
}

/** A formula that is all there is in a paragraph. */
function displayFormula(paragraph: MarkupElement, { text, marks }: Prose): DraftBlock | undefined {
  const [math, ...more] = within(paragraph, 'oMath');
  const [mark] = marks;
  const isAlone = math && more.length === 0 && mark?.type === 'formula' && mark.start === 0 && mark.end === text.length;
  if (!isAlone) return undefined;
  const formula = formulaFromOmml(math, true);
  return { type: 'formula', ...plain(formula.text), mathml: formula.mathml };
}

function figuresIn(paragraph: MarkupElement, context: Context): Piece[] {
  return picturesIn(paragraph, context).flatMap(({ path, alternative }): Piece[] => {
    const image = context.imageOf(path);
    const described = alternative === '' ? {} : { alternative };
    if (typeof image !== 'string') {
      return [{ shape: 'block', block: { type: 'figure', ...plain(''), image: { ...image, ...described } } }];
    }
    context.report('read/image-left-out', `Left out a picture ${quoted(alternative)}: ${image}.`);
    return alternative === '' ? [] : [{ shape: 'block', block: { type: 'figure', ...plain(alternative) } }];
  });
}

function tablePieces(table: MarkupElement, context: Context): Piece[] {
  const rows = childrenOf(table, 'tr');
  const cells = rows.map((row) => rowOf(row, context));
  const block = tableBlock(cells.map((row, index) => row.flatMap((cell) => settled(cell, cells, index))));
  if (cells.flat().length === 1) {
    // One cell is a frame around text.
    const [cell] = within(table, 'tc');
    return cell ? piecesOf(cell, context) : [];
  }
  return block.text.trim() === '' ? [] : [{ shape: 'block', block }];
}

interface WordCell extends DraftCell {
  /** The first column that it covers. */
  column: number;
  /** Does it go on with the cell above? */
  continues: boolean;
}

function rowOf(row: MarkupElement, context: Context): WordCell[] {
  const header = toggleAt(at(row, 'trPr'), 'tblHeader') === true;
  let column = wholeNumber(valueAt(row, 'trPr', 'gridBefore')) ?? 0;
  return childrenOf(row, 'tc').map((cell) => {
    const properties = at(cell, 'tcPr');
    const columns = Math.max(1, wholeNumber(valueAt(properties, 'gridSpan')) ?? 1);
    const merge = properties && at(properties, 'vMerge');
    const continues = merge !== undefined && merge.attributes.get('val') !== 'restart';
    const read = { prose: asLines(linesOf(cell, context)), header, columns, column, continues };
    column += columns;
    return read;
  });
}

/** A cell with the rows that it reaches over; none where it only goes on. */
function settled(cell: WordCell, rows: readonly (readonly WordCell[])[], row: number): DraftCell[] {
  if (cell.continues) return [];
  let reach = 1;
  while (rows[row + reach]?.some((below) => below.continues && below.column === cell.column)) reach += 1;
  return [{ prose: cell.prose, header: cell.header, columns: cell.columns, rows: reach }];
}

/** What a cell or a note holds as lines of one text. */
export const linesOf = (container: MarkupElement, context: Context): Prose[] =>
  piecesOf(container, context).map((piece) => (piece.shape === 'paragraph' ? piece.prose : piece.block));

/** Puts together what belongs together: items, lines of quotations and listings, pictures and their captions. */
export function flowOf(pieces: readonly Piece[]): Flow[] {
  const flow: Flow[] = [];
  for (let from = 0; from < pieces.length; ) {
    const to = endOfGroup(pieces, from);
    flow.push(...groupFlow(pieces.slice(from, to), flow));
    from = to;
  }
  return flow;
}

/** The pieces from here on that make one block. */
function endOfGroup(pieces: readonly Piece[], from: number): number {
  const first = pieces[from];
  let to = from + 1;
  while (first && to < pieces.length) {
    const [last, next] = [pieces[to - 1], pieces[to]];
    if (!last || !next || !goTogether(first, last, next)) break;
    to += 1;
  }
  return to;
}

function goTogether(first: Piece, last: Piece, next: Piece): boolean {
  if (first.shape !== 'paragraph' || next.shape !== 'paragraph') return isCaptioned(first, next);
  if (isItem(first)) return isItem(next) && last.shape === 'paragraph' && goOn(first.list, last.list, next.list);
  const kind = first.kind.kind;
  return !isItem(next) && next.kind.kind === kind && (kind === 'quotation' || kind === 'code' || kind === 'verse');
}

/** Do items make one list? LibreOffice gives the first item a list of its own that looks like that of the others. */
function goOn(first: ListPlace | undefined, last: ListPlace | undefined, next: ListPlace | undefined): boolean {
  if (!next || !first || next.level > 0) return next !== undefined;
  return next.list === first.list || next.list === last?.list || (next.pattern === first.pattern && !next.restarts);
}

/** Headings that are numbered are no items. */
const isItem = (piece: Piece): boolean =>
  piece.shape === 'paragraph' && piece.list !== undefined && (piece.kind.kind === 'text' || piece.kind.kind === 'code');

/** A picture and the caption below it, or a caption and the table below it. */
function isCaptioned(first: Piece, next: Piece): boolean {
  const isCaption = (piece: Piece) => piece.shape === 'paragraph' && piece.kind.kind === 'caption';
  const isOf = (piece: Piece, type: DraftBlock['type']) => piece.shape === 'block' && piece.block.type === type;
  return (isOf(first, 'figure') && isCaption(next)) || (isCaption(first) && isOf(next, 'table'));
}

function groupFlow(group: readonly Piece[], before: readonly Flow[]): Flow[] {
  const [first, second] = group;
  if (!first) return [];
  const asFlow = (block: DraftBlock): Flow[] => [{ type: 'block', block }];
  if (first.shape === 'block') {
    const caption = group.slice(1).flatMap((piece) => (piece.shape === 'paragraph' ? [piece.prose] : []));
    return asFlow(caption.length === 0 ? first.block : { ...first.block, ...asLines(caption) });
  }
  if (second?.shape === 'block' && second.block.type === 'table') return asFlow(withCaption(second.block, first.prose));
  const named = first.key === undefined ? {} : { key: first.key };
  if (isItem(first)) return asFlow({ ...listOf(group), ...named });
  const proses = group.flatMap((piece) => (piece.shape === 'paragraph' ? [piece.prose] : []));
  switch (first.kind.kind) {
    case 'heading':
      return [
        {
          type: 'heading',
          depth: first.kind.level,
          title: first.prose,
          place: { paragraph: first.paragraph },
          ...named,
        },
      ];
    case 'quotation':
      return asFlow({ ...quotationBlock(proses), ...named });
    case 'verse':
      return asFlow({ type: 'verse', ...asLines(proses), ...named });
    case 'code':
      return codeOf(proses).flatMap((code) => asFlow({ ...code, ...named }));
    default: {
      // A caption below a table goes up to it.
      const last = before.at(-1);
      if (
        first.kind.kind === 'caption' &&
        last?.type === 'block' &&
        last.block.type === 'table' &&
        !last.block.caption
      ) {
        last.block = withCaption(last.block, first.prose);
        return [];
      }
      return asFlow({ ...paragraphBlock(first.prose), ...named });
    }
  }
}

/** Lines of a listing as they stand, without empty ones at its ends. */
function codeOf(lines: readonly Prose[]): DraftBlock[] {
  const isEmpty = ({ text }: Prose) => text.trim() === '';
  const from = lines.findIndex((line) => !isEmpty(line));
  if (from === -1) return [];
  const to = lines.findLastIndex((line) => !isEmpty(line)) + 1;
  return [{ type: 'code', ...concat(lines.slice(from, to), '\n') }];
}

function listOf(group: readonly Piece[]): DraftBlock {
  const items = group.flatMap((piece): DraftItem[] =>
    piece.shape === 'paragraph' ? [{ level: piece.list?.level ?? 0, prose: piece.prose }] : [],
  );
  const [first] = group;
  const place = first?.shape === 'paragraph' ? first.list : undefined;
  const least = Math.min(...items.map(({ level }) => level));
  return listBlock(
    items.map(({ level, prose }) => ({ level: level - least, prose })),
    place?.ordered ?? false,
    place?.number,
  );
}

/** A table with its caption in front. */
function withCaption(table: Extract<DraftBlock, { type: 'table' }>, caption: Prose): DraftBlock {
  const by = caption.text.length + 1;
  const shifted = asLines([caption, table]);
  return {
    ...table,
    ...shifted,
    caption: { start: 0, end: caption.text.length },
    rows: table.rows.map((row) => row.map((cell) => ({ ...cell, start: cell.start + by, end: cell.end + by }))),
  };
}
