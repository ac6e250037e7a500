/**
 * Lines as paragraphs. A paragraph begins at an indent, behind a line that leaves room, below a wider blank, or where the
 * type changes. Where a column or page ends there is no blank to go by: then the text goes on unless something says that
 * a new paragraph begins.
 */
import { markerOf } from '../text/lists.ts';
import { isOpen, startsSmall } from '../text/sentence.ts';
import { captionKind } from './caption-kind.ts';
import type { Column, Line } from './layout.ts';
import { indentOf, isOfSize, type Setting } from './setting.ts';
import { type Span, spansIn } from './spans.ts';

export interface Paragraph {
  lines: Line[];
  /** How far below the line before it stands, in leadings; infinite at the top of a column. */
  gap: number;
  /** Where its lines begin, from the edge of the column, in points: the first and the others. */
  first: number;
  left: number;
  /** How far its widest line stays away from the right edge. */
  inset: number;
  /** What the lines are, if they are no running text. */
  span: Span | undefined;
}

/** In leadings: a blank wider than this separates. */
const WIDE = 1.22;
/** The same in front of a line that a raised figure pushes down, as browsers do. */
const PUSHED = 1.4;
/** In points: edges that differ by less are one. */
const FLUSH = 1.5;
/** In ems: lines of a poem that are as long as each other by chance are shorter than this. */
const FULL = 20;
/** In ems: an indent is at least this. */
const INDENT = 0.7;
/** Room that a justified line leaves only where a paragraph ends; in ems. */
const ROOM = 1;

export function paragraphsOf(columns: readonly Column[], setting: Setting): Paragraph[] {
  const paragraphs: Line[][] = [];
  const gaps: number[] = [];
  const spanOf = new Map<Line[], Span>();
  let before: Line | undefined;
  /** What the next line may go on with; a figure that tore it apart may have come since. */
  let open: Line[] | undefined;
  for (const column of columns) {
    const { lines } = column;
    const spans = spansIn(column, setting);
    for (const [index, line] of lines.entries()) {
      const span = spans.find(({ from, to }) => index >= from && index < to);
      if (span) {
        if (index === span.from) {
          const own = lines.slice(span.from, span.to);
          spanOf.set(own, span);
          paragraphs.push(own);
          gaps.push(Number.POSITIVE_INFINITY);
          open = own;
        }
        before = undefined;
        continue;
      }
      const sameColumn = index > 0;
      const gap = sameColumn && before ? (line.y - before.y) / setting.leading(line.size) : Number.POSITIVE_INFINITY;
      const begins =
        !open ||
        !before ||
        (sameColumn ? beginsBelow(open, line, lines[index + 1], gap, setting) : beginsAnew(open, line, setting));
      const torn = begins ? tornBy(paragraphs, spanOf, line) : undefined;
      if (torn) open = torn;
      else if (begins || !open) {
        open = [];
        paragraphs.push(open);
        gaps.push(gap);
      }
      open.push(line);
      before = line;
    }
  }
  return paragraphs.map((lines, index) => ({
    ...measured(lines, gaps[index] ?? Number.POSITIVE_INFINITY, setting),
    span: spanOf.get(lines),
  }));
}

/** The paragraph that figures and tables tore apart and that the line goes on with, if there is one. */
function tornBy(paragraphs: readonly Line[][], spans: ReadonlyMap<Line[], Span>, line: Line): Line[] | undefined {
  const isFloat = (lines: Line[]): boolean =>
    ['table', 'picture'].includes(spans.get(lines)?.kind ?? '') || captionKind(lines[0]?.text ?? '') !== undefined;
  const last = paragraphs.at(-1);
  if (!last || !isFloat(last) || !startsSmall(line.text)) return undefined;
  const text = paragraphs.findLast((lines) => !isFloat(lines));
  const end = text?.at(-1);
  return end && isOpenLine(end) && isOfSize(line, end.size) ? text : undefined;
}

function measured(lines: Line[], gap: number, setting: Setting): Omit<Paragraph, 'span'> {
  const indents = lines.map((line) => indentOf(line, setting));
  const [first = 0, ...others] = indents;
  return {
    lines,
    gap,
    first,
    left: others.length > 0 ? Math.min(...others) : first,
    inset: Math.min(...lines.map((line) => setting.edges(line).right - line.right)),
  };
}

const marker = (line: Line) => markerOf(line.text);

/** Does the line leave room that the first word of the next would have filled? */
export function leavesRoom(line: Line, next: Line, setting: Setting, right = setting.edges(line).right): boolean {
  const room = right - line.right;
  if (setting.justified) return room > ROOM * line.size;
  const [word = ''] = next.text.split(' ');
  const text = line.text;
  const perCharacter = (line.right - line.x) / Math.max(1, text.length);
  return room > (word.length + 1) * perCharacter + 2 * line.size;
}

/** The right edge that a paragraph's lines keep, where it is set off on both sides; of a single one as far as the left. */
function rightOf(open: readonly Line[], next: Line, setting: Setting): number {
  const [first] = open;
  if (!first) return 0;
  const inset = Math.min(indentOf(first, setting), indentOf(next, setting));
  if (open.length < 2) return setting.edges(first).right - (inset > INDENT * first.size ? inset : 0);
  return Math.max(...open.slice(0, -1).map(({ right }) => right));
}

function beginsBelow(
  open: readonly Line[],
  line: Line,
  next: Line | undefined,
  gap: number,
  setting: Setting,
): boolean {
  const last = open.at(-1);
  const [first] = open;
  if (!last || !first) return true;
  if (gap > (isPushedApart(last, line) ? PUSHED : WIDE) || gap < 0 || line.ruled) return true;
  if (!isOfSize(line, last.size)) return true;
  if (line.bold !== last.bold && (leavesRoom(last, line, setting) || first.bold === last.bold)) {
    if (line.bold ? isOpenLine(last) === false : true) return true;
  }
  const em = line.size;
  const indent = indentOf(line, setting);
  const before = indentOf(last, setting);
  if (Math.abs(indent - indentOf(first, setting)) < INDENT * em && countsOn(first, line)) return true;
  if (marker(line) && indent > INDENT * em && !isOpenLine(last)) return true;
  if (isBulletOf(first, line, indent - indentOf(first, setting))) return true;
  const listed = marker(first) !== undefined;
  // The indent of all paragraphs, with the next line back at the edge, begins one even below a line that is full.
  const isIndented = setting.indent > 0 && Math.abs(indent - setting.indent) < 1 && Math.abs(before) < 1;
  if (isIndented && !isOpenLine(last) && (!next || Math.abs(indentOf(next, setting)) < 1)) return true;
  const right = rightOf(open, line, setting);
  // Two lines that end at one edge, wherever it is, are full.
  if (open.length === 1 && Math.abs(line.right - last.right) < FLUSH && last.right - last.x > FULL * em) return false;
  if (open.length === 1) {
    if (indent > before + INDENT * em) return !listed && leavesRoom(last, line, setting, right);
    return leavesRoom(last, line, setting, right) && !(isOpenLine(last) && startsSmall(line.text));
  }
  if (Math.abs(indent - before) > INDENT * em) return true;
  return leavesRoom(last, line, setting, right) && !(isOpenLine(last) && startsSmall(line.text));
}

const isPushedApart = (above: Line, line: Line): boolean =>
  line.runs.some(({ shift }) => shift === 'raised') || above.runs.some(({ shift }) => shift === 'lowered');

/** Does a line begin with the same bullet as another, or with a number that a list would go on with? */
function countsOn(first: Line, line: Line): boolean {
  const [before, next] = [marker(first), marker(line)];
  if (!before || !next) return false;
  return next.order === undefined ? before.kind === next.kind : (before.order ?? next.order - 1) === next.order - 1;
}

/** In a list, a bullet further out than the text of the entry above begins another entry. */
function isBulletOf(first: Line, line: Line, deeper: number): boolean {
  const [before, next] = [marker(first), marker(line)];
  return before !== undefined && next !== undefined && next.order === undefined && deeper < INDENT * line.size;
}

const isOpenLine = (line: Line): boolean => isOpen(line.text);

/** At the top of a column: does a paragraph begin, or does the one before go on? */
function beginsAnew(open: readonly Line[], line: Line, setting: Setting): boolean {
  const last = open.at(-1);
  const [first] = open;
  if (!last || !first || !isOfSize(line, last.size) || line.bold !== last.bold) return true;
  const indent = indentOf(line, setting);
  const em = line.size;
  if (marker(line) && (marker(first) || !isOpenLine(last))) return true;
  const text = line.text;
  if (startsSmall(text) && isOpenLine(last)) return false;
  // The edge that the lines so far keep; of a single one that begins with an indent it is the column's.
  const expected = open.length > 1 || marker(first) ? indentOf(last, setting) : 0;
  if (open.length > 1 && Math.abs(indent - expected) > INDENT * em) return true;
  if (open.length === 1 && indent > INDENT * em && Math.abs(indent - indentOf(first, setting)) > INDENT * em)
    return true;
  if (leavesRoom(last, line, setting, rightOf(open.length > 2 ? open : [first], line, setting))) return true;
  if (isOpenLine(last)) return false;
  // A full line that ends with a full stop: with indents the next paragraph would have one.
  return open.length === 1 && indent > INDENT * em;
}
