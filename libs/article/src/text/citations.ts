/** References to notes within a text: raised figures, alone or several at a time (`³`, `³,⁴`, `³⁻⁵`). */
import { lowered, RAISED } from './superscript.ts';

/** A mark in a text and the labels of the notes that it refers to. */
export interface Citation {
  start: number;
  end: number;
  labels: string[];
}

const MARK = new RegExp(`[${RAISED}]+(?:\\s?[,;⁻–-]\\s?[${RAISED}]+){0,20}`, 'gu');
const LONGEST_RANGE = 30;
/** Square and cubic units, squared letters, powers: figures that are raised for another reason. */
const UNIT = /(?:^|[\d\s/(])(?:[kcdmµn]?m|ft|in|yd|mi|s|sec|ha|inch)$/u;
const LETTER = /(?:^|[^\p{L}])[\p{L}]$/u;
const YEAR = /(?:^|\D)(?:1[5-9]|20)\d\d$/;

/** All marks in a text that could refer to notes. */
export function citationsIn(text: string): Citation[] {
  return Array.from(text.matchAll(MARK), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    labels: labelsIn(match[0]),
  })).filter(({ start, end }) => !isExponent(text.slice(Math.max(0, start - 8), start), text.slice(start, end)));
}

/** The labels of all notes that a text could refer to. */
export const citedLabels = (text: string): string[] => citationsIn(text).flatMap(({ labels }) => labels);

function isExponent(before: string, mark: string): boolean {
  if (/\d$/.test(before)) return !YEAR.test(before);
  return /^[²³]$/.test(mark) && (UNIT.test(before) || LETTER.test(before));
}

function labelsIn(mark: string): string[] {
  return lowered(mark)
    .split(/[,;]/)
    .flatMap((range) => {
      const [from = 0, to = from] = range.split(/[⁻–-]/u).map(Number);
      if (to < from || to - from > LONGEST_RANGE) return [String(from)];
      return Array.from({ length: to - from + 1 }, (_, step) => String(from + step));
    });
}
