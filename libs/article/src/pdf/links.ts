/** Links lie over a page as rectangles, and belong to the words under them. */
import { z } from 'zod';
import type { Run } from './layout.ts';
import { boxUnder, type Matrix } from './matrix.ts';

const Link = z.object({ subtype: z.literal('Link'), url: z.string().max(2_000), rect: z.array(z.number()).length(4) });
export type Link = z.infer<typeof Link>;
const SAFE = /^(?:https?:\/\/|mailto:)[^\s]+$/i;

/** The links among what lies over a page that lead to where one may go. */
export const linksAmong = (annotations: readonly unknown[]): Link[] =>
  annotations.flatMap((annotation) => {
    const link = Link.safeParse(annotation);
    return link.success && SAFE.test(link.data.url) ? link.data : [];
  });

/** Lays a link over the part of each run that it covers; a run is cut where the link begins or ends. */
export function layLink({ url, rect }: Link, view: Matrix, runs: Run[]): void {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = rect;
  const { x: left, right, top, bottom } = boxUnder(view, x1, y1, x2, y2);
  for (let index = 0; index < runs.length; index++) {
    const run = runs[index];
    if (!run || run.href || run.y < top || run.y > bottom + 1 || run.right <= left || run.x >= right) continue;
    const parts = cut(run, left, right);
    runs.splice(index, 1, ...parts);
    const covered = parts.findIndex((part) => part.x + part.right > 2 * left && part.x + part.right < 2 * right);
    const own = parts[covered];
    if (own) runs[index + covered] = { ...own, href: url };
    index += parts.length - 1;
  }
}

/** In two or three at the words nearest to the edges; how wide a word is is guessed from its letters. */
function cut(run: Run, left: number, right: number): Run[] {
  const at = (x: number): number => {
    const wanted = ((x - run.x) / (run.right - run.x)) * run.text.length;
    if (wanted <= 1) return 0;
    if (wanted >= run.text.length - 1) return run.text.length;
    const blanks = Array.from(run.text.matchAll(/\s/g), ({ index }) => index + 1);
    return [0, ...blanks, run.text.length].reduce((best, next) =>
      Math.abs(next - wanted) < Math.abs(best - wanted) ? next : best,
    );
  };
  const width = (run.right - run.x) / run.text.length;
  const edges = [0, at(left), at(right), run.text.length];
  return edges.slice(1).flatMap((end, index) => {
    const start = edges[index] ?? 0;
    const text = run.text.slice(start, end);
    if (text === '') return [];
    const spaced = start === 0 ? run.spaced : false;
    return { ...run, text, spaced, x: run.x + start * width, right: run.x + end * width };
  });
}
