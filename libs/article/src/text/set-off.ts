/** What is set off from the running text by indents and columns: listings, tables, formulas. */
import { isCode } from '../code-signs.ts';
import type { Line } from './lines.ts';
import { markerOf } from './lists.ts';
import type { Piece, QuotationPiece } from './piece.ts';
import type { Setting } from './wrap.ts';

/** Columns of indent of a listing. */
const CODE_INDENT = 4;
const FORMULA = /^\$\$([^$]+)\$\$$/;
/** The line below the head of a table: dashes, a group for each column. */
const RULED = /^\s*-{2,}(?:\s+-{2,})+\s*$/;

/** Reads the lines of a chunk as one of these, if they are. */
export function readSetOff(lines: readonly Line[], torn: boolean, setting: Setting): QuotationPiece | undefined {
  const line = lines[0]?.number ?? 1;
  const tex = FORMULA.exec(lines.map(({ text }) => text).join(' '))?.[1];
  if (tex !== undefined) return { shape: 'quotation', kind: 'formula', line, torn, text: tex.trim() };
  const table = ruledTable(lines) ?? tabbedTable(lines);
  if (table) return { shape: 'quotation', kind: 'table', line, torn, text: table };
  const spaced = spacedTable(lines);
  if (spaced) return { shape: 'quotation', kind: 'table', line, torn, ...spaced };
  if (isListing(lines, setting)) return { shape: 'quotation', kind: 'code', line, torn, text: outdented(lines) };
  const isIndented = lines.every(({ indent }) => indent >= setting.indent + CODE_INDENT);
  const isList = markerOf(lines[0]?.text ?? '') !== undefined;
  return isIndented && !isList && lines.some(({ raw }) => isCode(raw))
    ? { shape: 'quotation', kind: 'code', line, torn, text: outdented(lines) }
    : undefined;
}

function outdented(lines: readonly Line[]): string {
  const raws = lines.map(({ raw }) => raw.replaceAll('\t', ' '.repeat(CODE_INDENT)));
  const least = Math.min(...lines.map(({ indent }) => indent));
  return raws.map((raw) => raw.slice(least)).join('\n');
}

/** Columns stand below the groups of dashes. */
function ruledTable(lines: readonly Line[]): string | undefined {
  const rule = lines.find(({ raw }) => RULED.test(raw));
  if (!rule) return undefined;
  const starts = Array.from(rule.raw.matchAll(/-+/g), ({ index }) => index);
  const rows = lines.filter(({ raw }) => !/^[\s-]*$/.test(raw));
  const cellsOf = ({ raw }: Line): string[] =>
    starts.map((start, column) => {
      // What stands to the right in its column may begin in front of the dashes of a narrow head.
      const from = column === 0 ? 0 : start - 1;
      const to = starts[column + 1];
      return raw.slice(from, to === undefined ? undefined : to - 1).trim();
    });
  return rows.length < 2 ? undefined : rows.map((row) => cellsOf(row).join('\t')).join('\n');
}

/** Rows with as many tabs each, as they are copied out of a page. */
function tabbedTable(lines: readonly Line[]): string | undefined {
  const rows = lines.map(({ raw }) => raw.trim().split(/\s*\t\s*/));
  const [columns = 0] = rows.map(({ length }) => length);
  const isTable = rows.length > 1 && columns > 1 && rows.every(({ length }) => length === columns);
  return isTable ? rows.map((cells) => cells.join('\t')).join('\n') : undefined;
}

/** A line of a listing, or of a file in which something stands between the values. */
const LISTED = /\w[;,|]\w+[;,|]\w/;

/** Two lines or more, each of them such that only a program has it, and none as long as a line of the text. */
function isListing(lines: readonly Line[], { width }: Setting): boolean {
  if (lines.length < 2 || lines.some(({ text }) => markerOf(text) !== undefined)) return false;
  return lines.every(({ text, raw }) => text.length < SHORT_LINE * width && (isCode(raw) || LISTED.test(raw)));
}

const SHORT_LINE = 0.75;
const FEWEST_ROWS = 3;

/** Columns that nothing but space parts, in the same places in every row; what stands above them is the caption. */
function spacedTable(lines: readonly Line[]): { text: string; caption?: string } | undefined {
  if (lines.some(({ text }) => markerOf(text) !== undefined)) return undefined;
  for (let above = 0; above <= 2 && lines.length - above >= FEWEST_ROWS; above++) {
    const rows = lines.slice(above).map(({ raw }) => raw.replaceAll('\t', ' '.repeat(CODE_INDENT)));
    const cells = columnsOf(rows);
    if (!cells) continue;
    const caption = lines
      .slice(0, above)
      .map(({ text }) => text)
      .join(' ');
    return { text: cells.map((row) => row.join('\t')).join('\n'), ...(caption !== '' && { caption }) };
  }
  return undefined;
}

function columnsOf(rows: readonly string[]): string[][] | undefined {
  const least = Math.min(...rows.map((row) => row.length - row.trimStart().length));
  const width = Math.max(...rows.map(({ length }) => length));
  const isGap = (column: number): boolean => rows.every((row) => (row[column] ?? ' ') === ' ');
  const starts: number[] = [];
  for (let column = least; column < width; column++) {
    if (!isGap(column) && (column === least || isGap(column - 1))) starts.push(column);
  }
  const cells = withoutChanceGaps(rows, starts);
  const areApart = rows.filter((row) => /\S {2,}\S/.test(row)).length >= 2 * (rows.length / 3) - 0.01;
  const areFull = cells.every((row) => row.filter((cell) => cell !== '').length > 1);
  return areApart && areFull ? cells : undefined;
}

/** Two columns are one where no row has more than a space between them, and where none has something in both. */
function withoutChanceGaps(rows: readonly string[], starts: readonly number[]): string[][] {
  const apart = starts.filter((start, index) => {
    const from = starts[index - 1];
    return (
      from === undefined || rows.some((row) => /\S.*\s{2}$/.test(row.slice(0, start)) && row.slice(start).trim() !== '')
    );
  });
  const cutAt = (kept: readonly number[]): string[][] =>
    rows.map((row) => kept.map((start, index) => row.slice(start, kept[index + 1]).trim()));
  const kept = [...apart];
  for (let index = kept.length - 1; index > 0; index--) {
    const isHalf = cutAt(kept).every((row) => row[index] === '' || row[index - 1] === '');
    if (isHalf) kept.splice(index, 1);
  }
  return cutAt(kept);
}

const SEPARATORS = { quotation: '\n', verse: '\n\n', code: '\n\n' } as const;

/** Below a table, as converters to plain text write it. */
const CAPTION = /^(?:Table)?:\s+(\S.*)$/;
/** Above it, as Lynx does. */
const ABOVE = /^CAPTION:\s+(\S.*)$/;

/** Puts together the paragraphs of a quotation, the stanzas of a poem, the parts of a listing. */
export function gatherSetOff(pieces: readonly Piece[]): Piece[] {
  const gathered: Piece[] = [];
  for (const piece of pieces) {
    const last = gathered.at(-1);
    const caption = piece.shape === 'prose' ? CAPTION.exec(piece.text)?.[1] : undefined;
    if (last?.shape === 'quotation' && last.kind === 'table' && !last.caption && caption !== undefined) {
      gathered[gathered.length - 1] = { ...last, caption };
      continue;
    }
    const above = last?.shape === 'prose' ? ABOVE.exec(last.text)?.[1] : undefined;
    if (piece.shape === 'quotation' && piece.kind === 'table' && !piece.caption && above !== undefined) {
      gathered[gathered.length - 1] = { ...piece, caption: above };
      continue;
    }
    const kind = piece.shape === 'quotation' ? (piece.kind ?? 'quotation') : undefined;
    const isMore = last?.shape === 'quotation' && (last.kind ?? 'quotation') === kind && !piece.torn;
    if (isMore && piece.shape === 'quotation' && kind && kind in SEPARATORS) {
      const separator = SEPARATORS[kind === 'verse' || kind === 'code' ? kind : 'quotation'];
      gathered[gathered.length - 1] = { ...last, text: `${last.text}${separator}${piece.text}` };
    } else gathered.push(piece);
  }
  return gathered;
}
