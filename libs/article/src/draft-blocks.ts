/** Lists and tables put together from their parts: the spans are counted here and nowhere else. */
import type { DraftBlock } from './draft.ts';
import { asLines, concat, type Prose } from './prose.ts';

/** An entry of a list, nested `level` deep, from 0. */
export interface DraftItem {
  level: number;
  prose: Prose;
}

/** A cell that reaches over so many columns and rows; one each where it isn't said. */
export interface DraftCell {
  prose: Prose;
  header: boolean;
  columns?: number | undefined;
  rows?: number | undefined;
}

/** Items are parted by line ends. */
export function listBlock(items: readonly DraftItem[], ordered: boolean, first?: number): DraftBlock {
  const proses = items.map(({ prose }) => prose);
  const spans = spansOf(proses);
  return {
    type: 'list',
    ...concat(proses, '\n'),
    ordered,
    items: spans.map((span, index) => ({ ...span, level: items[index]?.level ?? 0 })),
    ...(ordered && first !== undefined && first !== 1 && { first }),
  };
}

/** Longer lines are not verse. */
const LONGEST_VERSE = 100;
/** What stands as verse without being said to is quoted has more lines, and shorter ones. */
const [FEWEST_LINES, LONGEST_LINE] = [4, 80];

/** Paragraphs that are quoted; verse where each has lines that were ended by hand, or is one line of several. */
export function quotationBlock(paragraphs: readonly Prose[]): DraftBlock {
  const areStanzas = paragraphs.every(({ text }) => {
    const lines = text.split('\n');
    return lines.length > 2 && lines.every(({ length }) => length <= LONGEST_VERSE);
  });
  const areLines = paragraphs.length >= FEWEST_LINES && paragraphs.every(({ text }) => isLine(text));
  const type = paragraphs.length > 0 && (areStanzas || areLines) ? 'verse' : 'quotation';
  return { type, ...(areStanzas ? concat(paragraphs, '\n\n') : asLines(paragraphs)) };
}

const LONGEST_SINGLE_LINE = 60;
const isLine = (text: string): boolean => text.length <= LONGEST_SINGLE_LINE && !text.includes('\n');

/** A paragraph; verse where its lines are many and short, and so were ended by hand. */
export function paragraphBlock(prose: Prose): DraftBlock {
  const lines = prose.text.split('\n').filter((line) => line.trim() !== '');
  const isVerse = lines.length >= FEWEST_LINES && lines.every(({ length }) => length <= LONGEST_LINE);
  return { type: isVerse ? 'verse' : 'paragraph', ...prose };
}

/** Cells are parted by tabs and rows by line ends, so that the text can be read aloud without the table. */
export function tableBlock(rows: readonly (readonly DraftCell[])[], caption?: Prose): DraftBlock {
  const lines = rows.map((cells) =>
    concat(
      cells.map(({ prose }) => prose),
      '\t',
    ),
  );
  const above = caption && caption.text !== '' ? [caption] : [];
  const starts = spansOf([...above, ...lines]).slice(above.length);
  const spanned = rows.map((cells, row) => {
    const spans = spansOf(
      cells.map(({ prose }) => prose),
      starts[row]?.start ?? 0,
    );
    return cells.flatMap(({ header, columns, rows: down }, index) => {
      const span = spans[index];
      if (!span) return [];
      return { ...span, header, ...reach('columns', columns), ...reach('rows', down) };
    });
  });
  return {
    type: 'table',
    ...concat([...above, ...lines], '\n'),
    ...(caption && above.length > 0 && { caption: { start: 0, end: caption.text.length } }),
    rows: spanned,
  };
}

/** A table with its caption in front. */
export function withCaption(table: Extract<DraftBlock, { type: 'table' }>, caption: Prose): DraftBlock {
  const by = caption.text.length + 1;
  const shifted = asLines([caption, table]);
  return {
    ...table,
    ...shifted,
    caption: { start: 0, end: caption.text.length },
    rows: table.rows.map((row) => row.map((cell) => ({ ...cell, start: cell.start + by, end: cell.end + by }))),
  };
}

const WIDEST = 1_000;

const reach = <Name extends string>(name: Name, over: number | undefined): { [key in Name]?: number } => {
  const none: { [key in Name]?: number } = {};
  return over === undefined || over < 2 ? none : { ...none, [name]: Math.min(over, WIDEST) };
};

/** Where texts lie that are put together with one character between them. */
function spansOf(proses: readonly Prose[], from = 0): { start: number; end: number }[] {
  let next = from;
  return proses.map(({ text }) => {
    const start = next;
    next = start + text.length + 1;
    return { start, end: start + text.length };
  });
}
