/** Paragraphs and tables, each for itself, and what they are. */
import type { DraftBlock } from '../draft.ts';
import { type DraftCell, tableBlock } from '../draft-blocks.ts';
import { proseOfBlock } from '../in-line.ts';
import { at, childrenOf, elementsOf, lineIn, type MarkupElement, textIn, visit, within } from '../markup/tree.ts';
import { asLines, type Prose, plain } from '../prose.ts';
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
      case 'altChunk':
        context.report('read/left-out', 'file-within-left-out');
        return [];
      case 'del':
      case 'moveFrom': {
        const words = lineIn(element);
        if (words !== '') context.report('docx/tracked-change', 'deleted-left-out', { words });
        return [];
      }
      default:
        // Whatever else stands around paragraphs: they are kept.
        return within(element, 'p').length > 0 ? piecesOf(element, context) : [];
    }
  });
}

function paragraphPieces(paragraph: MarkupElement, context: Context): Piece[] {
  const number = context.next();
  const properties = at(paragraph, 'pPr');
  const style = valueAt(properties, 'pStyle');
  const isWordless = within(paragraph, 't', 'oMath').every((it) => textIn(it).trim() === '');
  const all = inlineProse(paragraph, context);
  // A picture alone in a paragraph is no part of a line.
  const written = isWordless ? withoutPictures(all) : all;
  const kind = kindOf(properties, context.styles.kindOf(style), written, context);
  const prose = kind.kind === 'code' ? { ...plain(written.text), notes: written.notes } : spaced(written);
  // Most paragraphs are words and nothing else, so it is asked once what there is.
  const inside = namesIn(paragraph);
  const isDrawn = inside.has('drawing') || inside.has('pict') || inside.has('object');
  const pictures = isDrawn ? figuresIn(paragraph, context, isWordless) : [];
  const boxes = isDrawn ? boxesIn(paragraph).flatMap((box) => piecesOf(box, context)) : [];
  // An empty line of a listing is a line.
  const words = prose.text.trim() !== '' || prose.notes.length > 0 || (kind.kind === 'code' && pictures.length === 0);
  const isRule = !words && pictures.length === 0 && (kind.kind === 'rule' || isLine(paragraph));
  const display = inside.has('oMath')
    ? displayFormula(paragraph, prose)
    : inside.has('OLEObject')
      ? formulaAlone(prose)
      : undefined;
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
              key: inside.has('bookmarkStart')
                ? within(paragraph, 'bookmarkStart')[0]?.attributes.get('name')
                : undefined,
              isStrong: isAllOf(prose, 'strong'),
              indent: indentIn(properties) ?? context.styles.indentOf(style) ?? 0,
              paragraph: number,
            },
          ]
        : [];
  return [...pictures, ...own, ...boxes];
}

function withoutPictures(prose: Prose): Prose {
  const [first, ...more] = prose.marks.filter(({ type }) => type === 'picture').toSorted((a, b) => b.start - a.start);
  if (!first) return prose;
  const ends = [first, ...more];
  const text = ends.reduce((words, { start, end }) => words.slice(0, start) + words.slice(end), prose.text);
  return { ...plain(text), notes: prose.notes.map(({ label }) => ({ label, at: text.length })) };
}

function namesIn(element: MarkupElement): Set<string> {
  const names = new Set<string>();
  visit(element, ({ name }) => void names.add(name));
  return names;
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

/** The same of one that is a picture. */
function formulaAlone({ text, marks }: Prose): DraftBlock | undefined {
  const [mark, ...more] = marks;
  const isAlone = mark?.type === 'formula' && more.length === 0 && mark.start === 0 && mark.end === text.length;
  return isAlone ? { type: 'formula', ...plain(text), ...(mark.image && { image: mark.image }) } : undefined;
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

function figuresIn(paragraph: MarkupElement, context: Context, isWordless: boolean): Piece[] {
  return picturesIn(paragraph, context).flatMap(({ path, alternative, isInLine }): Piece[] => {
    if (isInLine && !isWordless) return [];
    const image = context.imageOf(path);
    const described = alternative === '' ? {} : { alternative };
    if ('asset' in image) {
      return [{ shape: 'block', block: { type: 'figure', ...plain(''), image: { ...image, ...described } } }];
    }
    context.report('read/image-left-out', 'picture-missing', { words: alternative, ...image });
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
  piecesOf(container, context).map((piece) => (piece.shape === 'paragraph' ? piece.prose : proseOfBlock(piece.block)));
