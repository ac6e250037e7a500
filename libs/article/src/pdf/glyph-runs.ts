/**
 * Glyphs, one after the other as a page draws them, gathered to runs: a run goes on as long as font, size and baseline stay
 * and no wide blank comes. Blanks between words are those that are drawn, and those that are left.
 */
import type { FontStyle, Run } from './layout.ts';
import { inReadingOrder } from './right-to-left.ts';

/** In ems: a blank that is left between letters divides words from here on … */
const BLANK = 0.13;
/** … and runs from here on, as cells of a table and columns are. */
const APART = 0.6;
/** A glyph that steps back so far begins anew. */
const BACK = -0.3;
const SAME_BASELINE = 0.02;
/** A word of so many letters shows whether its letters are spaced out. */
const FEWEST = 4;

interface Open {
  texts: string[];
  /** In front of each text, in ems; a blank that is drawn counts as `Infinity`. */
  gaps: number[];
  /** Where each text begins and ends. */
  lefts: number[];
  rights: number[];
  x: number;
  right: number;
  y: number;
  size: number;
  style: FontStyle;
  spaced: boolean;
}

/** Takes glyphs and gives runs. */
export class GlyphRuns {
  readonly runs: Run[] = [];
  #open: Open | undefined;
  #blank = true;

  /** A glyph from `x` to `right` on the baseline `y`; a blank is remembered until the next letter comes. */
  add(text: string, x: number, right: number, y: number, size: number, style: FontStyle): void {
    if (text.trim() === '') {
      this.#blank = true;
      return;
    }
    const open = this.#open;
    const gap = open ? (x - open.right) / size : 0;
    if (
      open &&
      open.style === style &&
      open.size === size &&
      Math.abs(open.y - y) < SAME_BASELINE * size &&
      gap > BACK &&
      gap < APART
    ) {
      open.texts.push(text);
      open.gaps.push(this.#blank ? Number.POSITIVE_INFINITY : gap);
      open.lefts.push(x);
      open.rights.push(right);
      open.right = Math.max(open.right, right);
    } else {
      this.close();
      const spaced = this.#blank || !open || Math.abs(open.y - y) > size;
      this.#open = { texts: [text], gaps: [0], lefts: [x], rights: [right], x, right, y, size, style, spaced };
    }
    this.#blank = false;
  }

  /** No glyph follows. */
  close(): void {
    const open = this.#open;
    if (!open) return;
    const { texts, gaps, lefts, rights, ...place } = open;
    this.#open = undefined;
    const widest = BLANK + trackingOf(gaps);
    const words: [x: number, right: number][] = [];
    const tokens: string[] = [];
    let word: [x: number, right: number] | undefined;
    for (let at = 0; at < texts.length; at++) {
      const right = rights[at] ?? 0;
      if (word && (gaps[at] ?? 0) <= widest) word[1] = right;
      else {
        if (word) tokens.push(' ');
        word = [lefts[at] ?? 0, right];
        words.push(word);
      }
      tokens.push(texts[at] ?? '');
    }
    const text = inReadingOrder(tokens).join('');
    this.runs.push({ ...place, text, words, shift: undefined, href: undefined });
  }
}

/** The blank that letters of spaced out words have between them. */
function trackingOf(gaps: readonly number[]): number {
  if (!gaps.some((gap) => gap >= BLANK && gap < APART)) return 0;
  const left = gaps.slice(1).filter((gap) => gap < APART);
  if (left.length < FEWEST) return 0;
  left.sort((a, b) => a - b);
  return Math.max(0, left[Math.floor(left.length / 2)] ?? 0);
}
