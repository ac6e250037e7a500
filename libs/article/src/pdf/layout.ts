/**
 * What stands where on a page. Lengths are points (1/72 inch); `x` counts from the left and `y` from the top of the page
 * as one sees it, `y` being the baseline.
 */

import type { Refusal } from '../sayings.ts';
import { raised } from '../text/superscript.ts';
import type { Graphics } from './graphics.ts';
import type { Box } from './matrix.ts';

/** What a font's name tells of it. */
export interface FontStyle {
  bold: boolean;
  italic: boolean;
  mono: boolean;
  /** Made for formulas. */
  math: boolean;
}

/** A figure's place, and its picture, or why there is none. */
export interface Picture {
  box: Box;
  /** The hash of its bytes. */
  asset?: string;
  left?: Refusal;
  /** The words in a drawing, which are left out with it. */
  lettering?: string;
}

/** Text in one font on one baseline. */
export interface Run {
  text: string;
  x: number;
  right: number;
  y: number;
  size: number;
  style: FontStyle;
  /** Is there white space in front? */
  spaced: boolean;
  /** Above or below the line that it belongs to, whose baseline `y` then is. */
  shift: 'raised' | 'lowered' | undefined;
  /** It is raised behind a letter that stands for a number, and no mark of a note. */
  isExponent?: boolean;
  /** It is the sign of a root, or under the bar of one. */
  root?: 'sign' | 'reach';
  href: string | undefined;
  /** Where its words begin and end, if that is known. */
  words?: readonly (readonly [x: number, right: number])[];
  /** It is no text but the place of a picture. */
  picture?: Picture;
}

/** A page as the container hands it over. */
export interface Page extends Graphics {
  /** From 1. */
  number: number;
  width: number;
  height: number;
  runs: Run[];
  /** Its text runs from right to left, and all places on it are those in a mirror. */
  mirrored?: boolean;
  /** The text that stands slanted or upright beside the rest, which is no part of the article. */
  turned: string;
}

/** Where in the width of its page a column stands, counted from the left. */
export type Slot = 'full' | `${number} of ${number}`;

/** One printed line of a column. */
export interface Line {
  page: number;
  slot: Slot;
  x: number;
  right: number;
  y: number;
  /** The size most of its characters have. */
  size: number;
  runs: readonly Run[];
  /** As one looks at it; raised figures are raised digits. */
  text: string;
  /** All of it bold, or all of it italic. */
  bold: boolean;
  italic: boolean;
  /** All of it in letters of one width. */
  mono: boolean;
  /** A rule across stands above it, with white on both sides. */
  ruled: boolean;
  /** It is no text but these, side by side. */
  pictures: readonly Picture[];
}

/** Lines below each other. */
export interface Column {
  page: number;
  slot: Slot;
  lines: Line[];
  /** All lines across of its page. */
  rules: readonly Box[];
  /** All upright lines of its page. */
  posts: readonly Box[];
}

/** Raised and lowered figures count as little as blanks do when a line is looked at. */
const weight = ({ text, shift }: Run): number => (shift ? 0 : text.trim().length);

/** The value that most characters of the runs have; of none, `otherwise`. */
export function commonest(values: Iterable<readonly [value: number, weight: number]>, otherwise: number): number {
  const weights = new Map<number, number>();
  for (const [value, more] of values) weights.set(value, (weights.get(value) ?? 0) + more);
  let best = otherwise;
  let most = 0;
  for (const [value, sum] of weights) {
    if (sum > most) [best, most] = [value, sum];
  }
  return best;
}

/** To a tenth of a point: sizes that differ by less are the same to the eye. */
export const tenth = (length: number): number => Math.round(10 * length) / 10;

/** The line that these runs make, put from left to right. */
export function lineOf(page: number, slot: Slot, unordered: readonly Run[]): Line {
  const runs = unordered.toSorted((a, b) => a.x - b.x);
  const own = runs.filter((run) => weight(run) > 0);
  const size = commonest(
    own.map((run) => [tenth(run.size), weight(run)] as const),
    runs[0]?.size ?? 0,
  );
  return {
    page,
    slot,
    x: Math.min(...runs.map(({ x }) => x)),
    right: Math.max(...runs.map(({ right }) => right)),
    y: runs[0]?.y ?? 0,
    size,
    runs,
    text: textOf(runs),
    bold: own.length > 0 && own.every(({ style }) => style.bold),
    italic: own.length > 0 && own.every(({ style }) => style.italic),
    mono: own.length > 0 && own.every(({ style }) => style.mono),
    ruled: false,
    pictures: runs.flatMap(({ picture }) => picture ?? []),
  };
}

/** Marks of notes as they are raised: `4`, `4,5`, `*`, `†`. */
const FIGURES = /^\s*(?:\d{1,4}(?:\s?[,;–-]\s?\d{1,4}){0,20}|[*†‡§¶]{1,3})[,;]?\s*$/u;

/** Could the run be the mark of a note? */
export const isFigure = ({ text, shift, isExponent }: Pick<Run, 'text' | 'shift' | 'isExponent'>): boolean =>
  shift === 'raised' && isExponent !== true && FIGURES.test(text);

/** The words of a run with their places, which are guessed from their letters where they aren't known. */
export function wordsOf(run: Run): Run[] {
  const texts = Array.from(run.text.matchAll(/\S+/gu));
  const width = (run.right - run.x) / Math.max(1, run.text.length);
  return texts.map(({ 0: text, index }) => {
    const guessed = [run.x + index * width, run.x + (index + text.length) * width] as const;
    const [x, right] =
      (texts.length === run.words?.length && run.words[texts.findIndex((one) => one.index === index)]) || guessed;
    return { ...run, text, spaced: true, x, right, words: [] };
  });
}

/** The text of runs from left to right. */
export function textOf(runs: readonly Run[]): string {
  let text = '';
  for (const [index, run] of runs.entries()) {
    const before = runs[index - 1];
    const own = isFigure(run) ? raised(run.text.trim()) : run.text;
    text += before && isApart(before, run) ? ` ${own}` : own;
  }
  return text.replace(/\s+/g, ' ').trim();
}

/** Is there a blank between two runs of a line? */
export const isApart = (left: Run, right: Run): boolean =>
  right.spaced ||
  right.x - Math.max(left.size, right.size) * WORD_SPACE > left.right ||
  /\s$/.test(left.text) ||
  /^\s/.test(right.text);

/** The narrowest blank between words that justified lines have, in ems. */
const WORD_SPACE = 0.15;
