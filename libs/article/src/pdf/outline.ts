/**
 * Outlines as lawyers number them: `I.`, below that `A.`, below that `1.`. The kinds of numbers lie within each other in the
 * order in which they first come.
 */
import { type Numbering, numberingOf } from '../text/headings.ts';

interface Title {
  text: string;
  /** The higher, the more it stands out. */
  rank: number;
}

/** Tells the level of a numbered title, if the titles are such an outline: it begins with letters or Roman numbers. */
export function outlineOf(titles: readonly Title[]): (text: string) => number | undefined {
  const ranks = new Map<Numbering['style'], number[]>();
  for (const { text, rank } of titles) {
    const style = numberingOf(text)?.style;
    if (style) ranks.set(style, [...(ranks.get(style) ?? []), rank]);
  }
  const kinds = [...ranks.keys()];
  // What lies within never stands out more than what is around it.
  const isNested = kinds.every(
    (kind, at) =>
      at === 0 || Math.max(...(ranks.get(kind) ?? [])) <= Math.min(...(ranks.get(kinds[at - 1] ?? kind) ?? [])),
  );
  if (kinds.length < 2 || kinds[0] === 'decimal' || !isNested) return () => undefined;
  return (text) => {
    const numbering = numberingOf(text);
    return numbering && kinds.indexOf(numbering.style) + numbering.levels;
  };
}
