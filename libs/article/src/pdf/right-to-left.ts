/**
 * Text that runs from right to left. A page says where its glyphs stand, so they come as one sees them from left to right. Within
 * a run they are put in the order in which they are read; and a page of such text is turned round as in a mirror, after
 * which all that is known of indents, columns and cells holds for it as well.
 */
import type { Page, Run } from './layout.ts';
import type { Box } from './matrix.ts';

const RIGHT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const DIGITS = /^[\p{Nd}.,:/٫٬%-]+$/u;
const LETTER = /[\p{L}\p{Nd}]/u;
const PARTNERS: Record<string, string> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '«': '»',
  '»': '«',
  '{': '}',
  '}': '{',
};

const runsRight = (glyph: string): boolean => RIGHT.test(glyph);
const runsLeft = (glyph: string): boolean => !runsRight(glyph) && LETTER.test(glyph);

/** The glyphs of a run and the blanks between them in the order in which they are read. */
export function inReadingOrder(glyphs: readonly string[]): string[] {
  if (!glyphs.some(runsRight)) return [...glyphs];
  const [right, left] = [glyphs.filter(runsRight).length, glyphs.filter((glyph) => /\p{L}/u.test(glyph)).length];
  if (2 * right < left) return reversedWithin(glyphs, runsRight, runsLeft);
  // Brackets are drawn with each other's shape.
  return reversedWithin(
    glyphs.toReversed().map((glyph) => PARTNERS[glyph] ?? glyph),
    runsLeft,
    runsRight,
  );
}

/** Each stretch that runs against the others is reversed; figures with blanks between them are stretches of their own. */
function reversedWithin(
  glyphs: readonly string[],
  isOwn: (glyph: string) => boolean,
  isOther: (glyph: string) => boolean,
): string[] {
  const ordered: string[] = [];
  for (let from = 0; from < glyphs.length; ) {
    const glyph = glyphs[from] ?? '';
    if (!isOwn(glyph)) {
      ordered.push(glyph);
      from += 1;
      continue;
    }
    let to = from + 1;
    for (let at = to; at < glyphs.length && !isOther(glyphs[at] ?? ''); at++) {
      const isNumber = glyphs.slice(from, at).every((one) => DIGITS.test(one));
      if (glyphs[at] === ' ' && isNumber && DIGITS.test(glyphs[at + 1] ?? '')) break;
      if (isOwn(glyphs[at] ?? '')) to = at + 1;
    }
    const own = glyphs.slice(from, to).toReversed();
    ordered.push(...own.map((one) => PARTNERS[one] ?? one));
    from = to;
  }
  return ordered;
}

/** The page as in a mirror, if most of its letters run from right to left. */
export function turnedRound(page: Page): Page {
  const text = page.runs.map((run) => run.text).join('');
  const right = text.match(new RegExp(RIGHT, 'gu'))?.length ?? 0;
  if (2 * right <= (text.match(/\p{L}/gu)?.length ?? 0)) return page;
  const { width } = page;
  // Some programs name brackets by their shape, as was thought, and some by their meaning.
  const isByMeaning = page.runs.reduce((sum, run) => sum + pairsIn(run.text), 0) < 0;
  const runs = isByMeaning
    ? page.runs.map((run) => (runsRight(run.text) ? { ...run, text: exchanged(run.text) } : run))
    : page.runs;
  const boxes = (all: readonly Box[]): Box[] => all.map((box) => mirrored(box, width));
  return {
    ...page,
    mirrored: true,
    runs: inLine(withBlanks(runs).map((run) => ({ ...run, ...mirrored(run, width), words: [] }))),
    rules: boxes(page.rules),
    posts: boxes(page.posts),
    frames: boxes(page.frames),
    spots: boxes(page.spots),
    strokes: boxes(page.strokes),
  };
}

/** Pairs of brackets that open before they close, less those that do it the other way round. */
const pairsIn = (text: string): number =>
  (text.match(/\([^()]*\)|\[[^[\]]*\]|«[^«»]*»/gu)?.length ?? 0) -
  (text.match(/\)[^()]*\(|\][^[\]]*\[|»[^«»]*«/gu)?.length ?? 0);

const exchanged = (text: string): string => text.replace(/[()[\]{}«»]/g, (sign) => PARTNERS[sign] ?? sign);

/** The same on the other side. */
export const mirrored = <Place extends { x: number; right: number }>(place: Place, width: number): Place => ({
  ...place,
  x: width - place.right,
  right: width - place.x,
});

/** A blank in front of a run, drawn from left to right, is one behind it. */
const withBlanks = (runs: readonly Run[]): Run[] =>
  runs.map((run, at) => {
    const next = runs[at + 1];
    const isVisual = next !== undefined && next.y === run.y && next.x >= run.x;
    return { ...run, spaced: isVisual ? next.spaced : next === undefined || next.y !== run.y || run.spaced };
  });

/** Runs of other scripts beside each other, which are read from left to right, in that order. */
function inLine(runs: readonly Run[]): Run[] {
  const ordered = [...runs];
  const isOther = (run: Run | undefined): boolean => run !== undefined && LETTER.test(run.text) && !runsRight(run.text);
  for (let from = 0; from < ordered.length; from++) {
    let to = from + 1;
    while (isOther(ordered[from]) && isOther(ordered[to]) && ordered[to]?.y === ordered[from]?.y) to += 1;
    if (to - from < 2) continue;
    const own = ordered.slice(from, to);
    const [left, right] = [Math.min(...own.map(({ x }) => x)), Math.max(...own.map((run) => run.right))];
    ordered.splice(
      from,
      own.length,
      ...own.map((run) => ({ ...run, x: left + right - run.right, right: left + right - run.x })),
    );
    from = to - 1;
  }
  return ordered;
}
