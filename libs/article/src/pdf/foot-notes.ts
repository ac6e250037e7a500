/**
 * Notes at the foot of a column: small lines, each note beginning with its mark. Small lines above the first mark are the
 * rest of a note of the column or page before.
 */
import { knownPart } from '../known-titles.ts';
import { isOpen, startsSmall } from '../text/sentence.ts';
import { lowered, RAISED } from '../text/superscript.ts';
import type { Column, Line } from './layout.ts';
import type { Box } from './matrix.ts';
import type { Setting } from './setting.ts';

/** A note as it is printed. */
export interface PrintedNote {
  /** As printed. */
  label: string;
  /** Where it begins. */
  page: number;
  lines: Line[];
  /** How many characters in front are the mark. */
  skipped: number;
}

/** Notes are at most this large, in the size of the text. */
const SMALL = 0.94;
/** Notes are so close to each other at most, in leadings. */
const CLOSE = 1.6;
/** A note that goes on stands this far below the text at least, in leadings. */
const APART = 1.2;
/** In ems: more than this is left free at the end of a note. */
const ROOM = 3;
const MARK = new RegExp(
  `^(?:([${RAISED}]{1,4}|[*†‡§¶]{1,3})\\s*|(\\d{1,3})[.)]?\\s+|\\[(\\d{1,3})\\]\\s*)(?=\\S)`,
  'u',
);
const RAISED_MARK = new RegExp(`^[${RAISED}]{1,4}\\s*\\S`, 'u');

/** Takes the notes out of the columns. */
export function takeFootNotes(
  columns: readonly Column[],
  setting: Setting,
): { columns: Column[]; notes: PrintedNote[] } {
  const notes: PrintedNote[] = [];
  const last = new Set(columns.filter((column, index) => isLastOfPage(columns, column, index)));
  const rest = columns.map((column) => {
    if (!last.has(column)) return column;
    const from = beginOfNotes(column, setting, notes.at(-1));
    for (const line of column.lines.slice(from)) addLine(notes, line, column.page === 1);
    return { ...column, lines: column.lines.slice(0, from) };
  });
  return { columns: rest.filter(({ lines }) => lines.length > 0), notes };
}

/** Does nothing of its own place on the page follow? */
const isLastOfPage = (columns: readonly Column[], { page, slot }: Column, at: number): boolean =>
  !columns.some((other, index) => index > at && other.page === page && (other.slot === slot || other.slot === 'full'));

function addLine(notes: PrintedNote[], line: Line, isFirstPage: boolean): void {
  const mark = markOf(line, notes.at(-1));
  if (!mark && notes.length === 0 && isFirstPage)
    notes.push({ label: UNMARKED, page: line.page, lines: [line], skipped: 0 });
  else if (mark) notes.push({ label: mark.label, page: line.page, lines: [line], skipped: mark.length });
  else notes.at(-1)?.lines.push(line);
}

/** The index of the first line that belongs to a note. */
function beginOfNotes(
  { lines, rules }: Column,
  { size, leading, edges }: Setting,
  last: PrintedNote | undefined,
): number {
  const ruled = lines.findLastIndex((line, at) => line.ruled && at > 0);
  if (ruled !== -1 && areNotes(lines.slice(ruled), size, last)) return ruled;
  if (ruled !== -1 && last === undefined && isUnmarked(lines.slice(ruled), rules, size)) return ruled;
  let from = lines.length;
  while (from > 0 && (lines[from - 1]?.size ?? size) < SMALL * size) from -= 1;
  // A raised figure never begins a line of the text, since it clings to the word before: notes may be as large as the text.
  if (from === lines.length) {
    const raised = lines.findIndex(({ text }) => RAISED_MARK.test(text));
    return raised === -1 ? lines.length : raised;
  }
  // A page that holds nothing but the rest of the notes.
  if (from === 0 && last && lines[0] && (isCutOff(last, lines[0], edges) || markOf(lines[0], last))) return 0;
  // Small from top to bottom, or below a title of their own, they are notes at the end, or something else.
  const above = lines[from - 1];
  if (!above || knownPart(above.text) !== undefined) return lines.length;
  const gap = (at: number): number => {
    const [above, below] = [lines[at - 1], lines[at]];
    return above && below ? (below.y - above.y) / leading(below.size) : Number.POSITIVE_INFINITY;
  };
  const first = lines.findIndex((line, at) => at >= from && markOf(line, last) !== undefined);
  if (first === -1) {
    const goesOn = last !== undefined && gap(from) > APART && isCutOff(last, lines[from], edges);
    return goesOn ? from : lines.length;
  }
  // Small text that stands apart above the notes (a quotation, a caption) is none of them.
  let begin = first;
  while (begin > from && gap(begin) < CLOSE) begin -= 1;
  return last || begin === first ? begin : first;
}

/** Below a rule, do notes begin, or does the last one go on? */
function areNotes(lines: readonly Line[], size: number, last: PrintedNote | undefined): boolean {
  const [first] = lines;
  if (!first || lines.some((line) => line.size > size || line.ruled !== (line === first))) return false;
  // As large as the text and with marks that aren't raised they are a list, or notes at the end.
  if (markOf(first, last)) return first.size < SMALL * size || RAISED_MARK.test(first.text);
  return last !== undefined && lines.every((line) => line.size < SMALL * size);
}

/** The label of a note that has none, which says where the article comes from or whom it thanks. */
const UNMARKED = '*';
/** Rules above notes are short, as a share of the width of the text; those of tables are not. */
const SHORT_RULE = 0.6;

/** At the foot of the first page, below a short rule, smaller than the text and without a mark. */
function isUnmarked(lines: readonly Line[], rules: readonly Box[], size: number): boolean {
  const [first] = lines;
  if (first?.page !== 1 || !lines.every((line) => line.size < SMALL * size)) return false;
  const width = Math.max(...lines.map(({ right }) => right)) - Math.min(...lines.map(({ x }) => x));
  return rules.some(
    ({ x, right, bottom }) => right - x < SHORT_RULE * width && bottom < first.y && first.y - bottom < 2 * first.size,
  );
}

/** Does the note go on over the page? A last line that leaves room ends one. */
function isCutOff({ lines }: PrintedNote, next: Line | undefined, edges: Setting['edges']): boolean {
  const last = lines.at(-1);
  if (!last || !next || next.page - last.page > 1) return false;
  const isFull = edges(last).right - last.right < ROOM * last.size;
  return isOpen(last.text) || (isFull && startsSmall(next.text));
}

/** The mark that a line begins with; a number that isn't raised must go on counting. */
export function markOf(line: Line, last: PrintedNote | undefined): { label: string; length: number } | undefined {
  const match = MARK.exec(line.text);
  if (!match) return undefined;
  const [all, high, plain, bracketed] = match;
  if (high !== undefined) return { label: lowered(high), length: all.length };
  const label = plain ?? bracketed ?? '';
  const goesOn = last !== undefined && (Number(label) === Number(last.label) + 1 || !/^\d/.test(last.label));
  return goesOn || label === '1' ? { label, length: all.length } : undefined;
}
