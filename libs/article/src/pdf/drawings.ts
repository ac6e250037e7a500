/**
 * Drawings: lines that slope or bend, or bars on one ground line, with all that touches them. Nothing here can draw, so a
 * drawing becomes an empty place; the words in it are no text of the article, and are named where they are left out.
 */
import { captionKind } from './caption-kind.ts';
import { type Page, type Run, textOf } from './layout.ts';
import type { Box } from './matrix.ts';
import { rowsOf } from './rows.ts';

/** A drawing, and the text in it. */
export interface DrawnFigure {
  box: Box;
  lettering: readonly Run[];
}

/** In points: what is nearer to each other is one drawing, and what is smaller is none. */
const NEAR = 8;
const SMALLEST = 36;
/** A page with more strokes than this is looked at in part. */
const MOST = 3_000;
/** Share of the page that a background has. */
const BACKGROUND = 0.75;
const FEWEST_BARS = 3;
/** A box with more words in it than this, in longer stretches than these, is a text with ornaments. */
const PROSE = 250;
const STRETCH = 20;
/** So many lines of so many words are a text. */
const FEWEST_LINES = 2;
const WORDS_OF_A_LINE = 5;
const WORD = /\p{L}{2,}/gu;
/** Words beside a drawing, on a scale or an axis, are short and near. */
const LABEL = 40;
const BESIDE = 13;

/** The drawings on a page. */
export function drawingsOn(page: Page): DrawnFigure[] {
  const seeds = [...page.strokes, ...barsAmong(page.frames)].filter((box) => !isBackground(box, page));
  if (seeds.length === 0) return [];
  const rest = [...page.frames, ...page.rules, ...page.posts].filter((box) => !isBackground(box, page));
  const boxes = joined([...seeds, ...rest].slice(0, MOST)).filter(
    (box) =>
      Math.min(box.right - box.x, box.bottom - box.top) >= SMALLEST && seeds.some((seed) => reaches(box, seed, 0)),
  );
  return boxes.flatMap((box) => {
    const inside = page.runs.filter((run) => holds(box, run));
    const words = inside.reduce((sum, { text }) => sum + text.length, 0);
    const parts = [...seeds, ...rest].filter((part) => reaches(box, part, 0));
    if (
      isFramedText(inside) ||
      (inside.length > 0 && parts.every((part) => isFrameOf(box, part))) ||
      (words > PROSE && words > STRETCH * inside.length)
    )
      return [];
    const beside = labelsBeside(page.runs, box);
    return { box, lettering: [...new Set([...inside, ...beside])] };
  });
}

/** Lines of words in a frame, whose corners may be round, are a text and no lettering. */
function isFramedText(inside: readonly Run[]): boolean {
  const lines = rowsOf(inside).map((row) => textOf(row.toSorted((a, b) => a.x - b.x)));
  return lines.filter((text) => (text.match(WORD)?.length ?? 0) >= WORDS_OF_A_LINE).length >= FEWEST_LINES;
}

/** Share of a box that its frame, its ground and its shadow have in width, or in height where they are stripes. */
const FRAME = 0.9;

const isFrameOf = (box: Box, part: Box): boolean =>
  part.right - part.x > FRAME * (box.right - box.x) ||
  (part.bottom - part.top > FRAME * (box.bottom - box.top) && part.right - part.x < SMALLEST);

const isBackground = ({ x, right, top, bottom }: Box, { width, height }: Page): boolean =>
  (right - x) * (bottom - top) > BACKGROUND * width * height || right < 0 || x > width || bottom < 0 || top > height;

/** Rectangles of different heights on the same line. */
function barsAmong(frames: readonly Box[]): Box[] {
  return frames.filter(({ bottom, top, x }) => {
    const beside = frames.filter((other) => Math.abs(other.bottom - bottom) < 0.5 && Math.abs(other.x - x) > 1);
    return new Set([top, ...beside.map((other) => other.top)].map(Math.round)).size >= FEWEST_BARS;
  });
}

const reaches = (a: Box, b: Box, by: number): boolean =>
  a.x - by <= b.right && b.x - by <= a.right && a.top - by <= b.bottom && b.top - by <= a.bottom;

const around = (a: Box, b: Box): Box => ({
  x: Math.min(a.x, b.x),
  right: Math.max(a.right, b.right),
  top: Math.min(a.top, b.top),
  bottom: Math.max(a.bottom, b.bottom),
});

/** Boxes that are near each other as one. */
function joined(boxes: readonly Box[]): Box[] {
  let whole: Box[] = [];
  for (const box of boxes) {
    let own = box;
    for (let before = -1; before !== whole.length; ) {
      before = whole.length;
      const apart: Box[] = [];
      for (const other of whole) {
        if (reaches(own, other, NEAR)) own = around(own, other);
        else apart.push(other);
      }
      whole = apart;
    }
    whole.push(own);
  }
  return whole;
}

/** Is the middle of the run in the box? */
export const holds = ({ x, right, top, bottom }: Box, run: Run): boolean => {
  const [middle, height] = [(run.x + run.right) / 2, run.y - run.size / 3];
  return middle > x - 2 && middle < right + 2 && height > top - 2 && height < bottom + 2;
};

/** The words of scales and axes: rows that are short, next to the box, and no caption. */
function labelsBeside(runs: readonly Run[], box: Box): Run[] {
  const labels: Run[] = [];
  let reach = box;
  for (const _ of ['scale', 'axis']) {
    const rows = rowsOf(runs.filter((run) => !labels.includes(run) && isBeside(run, reach)));
    for (const row of rows) {
      const text = textOf(row.toSorted((a, b) => a.x - b.x));
      const whole = runs.filter(({ y }) => Math.abs(y - (row[0]?.y ?? 0)) < 1);
      if (text.length > LABEL || captionKind(text) !== undefined || whole.length > row.length) continue;
      labels.push(...row);
      for (const { x, right, y, size } of row) reach = around(reach, { x, right, top: y - size, bottom: y });
    }
  }
  return labels;
}

const isBeside = ({ x, right, y, size }: Run, box: Box): boolean =>
  reaches(box, { x, right, top: y - size, bottom: y }, BESIDE) && x > box.x - 40 && right < box.right + 40;
