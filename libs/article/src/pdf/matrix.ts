/** Affine maps of the plane, `[a, b, c, d, e, f]` as in PDF 32000-1, 8.3.3. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** Six numbers of whatever is given; what is none of them is as in the identity. */
export function matrixOf(numbers: unknown): Matrix {
  const [a, b, c, d, e, f] = isList(numbers) ? Array.from(numbers, Number) : [];
  return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0];
}

/** Is it an array or a view of numbers, of whatever realm? */
export const isList = (value: unknown): value is ArrayLike<unknown> =>
  Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value);

/** First `n`, then `m`. */
export const multiply = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];

/** A rectangle on a page, whose `top` is a smaller number than its `bottom`. */
export interface Box {
  x: number;
  right: number;
  top: number;
  bottom: number;
}

/** The smallest upright rectangle around the points. */
export function boxAround(points: Iterable<readonly [x: number, y: number]>): Box {
  const box = {
    x: Number.POSITIVE_INFINITY,
    right: Number.NEGATIVE_INFINITY,
    top: Number.POSITIVE_INFINITY,
    bottom: Number.NEGATIVE_INFINITY,
  };
  for (const [x, y] of points) {
    box.x = Math.min(box.x, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  }
  return box;
}

/** Where a point goes. */
export const moved = (m: Matrix, x: number, y: number): readonly [x: number, y: number] => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
];

/** The smallest upright rectangle around what a rectangle becomes. */
export const boxUnder = (m: Matrix, x1: number, y1: number, x2: number, y2: number): Box =>
  boxAround([moved(m, x1, y1), moved(m, x2, y1), moved(m, x1, y2), moved(m, x2, y2)]);
