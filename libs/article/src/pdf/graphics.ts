/** What a page draws beside its text: rules, frames and backgrounds, drawings; as rectangles on the page. */
import { type Box, boxAround, type Matrix, moved } from './matrix.ts';

export interface Graphics {
  /** Lines across, no thicker than lines are. */
  rules: Box[];
  /** Upright lines. */
  posts: Box[];
  /** Rectangles. */
  frames: Box[];
  /** Small and about as wide as high, as bullets are. */
  spots: Box[];
  /** Everything with curves and slopes in it. */
  strokes: Box[];
}

const THICKEST = 3;
const SHORTEST = 6;
/** The bar of a fraction may be as short as a figure, and is thin. */
const BAR = { thickest: 1, shortest: 3 };

/** Codes in the paths of pdf.js, and how many numbers follow each. */
const [MOVE, , CURVE, CURVE_OF_TWO, CLOSE] = [0, 1, 2, 3, 4];
const NUMBERS = [2, 2, 6, 4, 0];
/** A drawing with more parts is one drawing. */
const MOST_PARTS = 2_000;

/** Sorts the parts of a path. */
export function sortPath(path: readonly number[], matrix: Matrix, graphics: Graphics): void {
  let points: (readonly [number, number])[] = [];
  let isCurved = false;
  let parts = 0;
  const close = (): void => {
    if (points.length > 1 && parts < MOST_PARTS) sortPart(points, isCurved, graphics);
    points = [];
    isCurved = false;
    parts += 1;
  };
  for (let at = 0; at < path.length; ) {
    const code = path[at] ?? CLOSE;
    const count = NUMBERS[code] ?? 0;
    if (code === MOVE) close();
    if (code === CURVE || code === CURVE_OF_TWO) isCurved = true;
    for (let number = at + 1; number < at + count; number += 2) {
      points.push(moved(matrix, path[number] ?? 0, path[number + 1] ?? 0));
    }
    at += 1 + count;
  }
  close();
}

function sortPart(points: readonly (readonly [number, number])[], isCurved: boolean, graphics: Graphics): void {
  const box = boxAround(points);
  const [width, height] = [box.right - box.x, box.bottom - box.top];
  const isBar = height <= BAR.thickest && width >= BAR.shortest;
  if (isBar || (height <= THICKEST && width >= SHORTEST)) graphics.rules.push(box);
  else if (width <= THICKEST && height >= SHORTEST) graphics.posts.push(box);
  else if (Math.max(width, height) < SHORTEST) graphics.spots.push(box);
  else if (isCurved || points.some(([x, y], at) => isSlope(points[at - 1], x, y))) graphics.strokes.push(box);
  else graphics.frames.push(box);
}

const isSlope = (from: readonly [number, number] | undefined, x: number, y: number): boolean =>
  from !== undefined && Math.abs(from[0] - x) > 1 && Math.abs(from[1] - y) > 1;
