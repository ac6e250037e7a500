/**
 * Formulas that are set off: lines that hold signs and no words, away from both edges of their column. A line above or below
 * that is part of it (a numerator, the limits of a sum) has neither words nor signs that relate.
 */

import { formulaFromTex } from '../mathml/from-tex.ts';
import { texOf } from './formula-text.ts';
import type { Column, Line } from './layout.ts';
import type { Box } from './matrix.ts';
import { printedSource } from './printed-source.ts';
import { indentOf, type Setting } from './setting.ts';

/** Lines `[from, to)` of a column. */
export interface Display {
  kind: 'formula';
  from: number;
  to: number;
  /** The rules in it, as fractions and roots have them. */
  bars: readonly Box[];
}

/** Signs without which hardly a formula is set off. */
const RELATION = /[=≈≠≡∝≤≥<>∼≃≅→⇒⇔↦∈⊂⊆≪≫:]|[∑∫∏√∂∇]/u;
/** Words that formulas have. */
const WORDS = new Set(
  `sin cos tan cot sec arcsin arccos arctan sinh cosh tanh log exp lim inf sup max min arg det dim ker gcd mod for all
  and where with otherwise else then var cov pr subject const when`.split(/\s+/),
);
/** In ems: how far from the edge a formula stands at least. */
const INDENT = 0.9;
/** Parts of a formula are so close, in ems. */
const CLOSE = 1.9;
const TALLEST = 12;
const MOST_LETTERS = 3;
const NUMBER = /\(\s*[A-Z]?\d{1,3}(?:[.–-]\d{1,3})?[a-z]?\s*\)$/u;

/** The formulas in a column. */
export function displaysIn({ lines, rules }: Column, setting: Setting): Display[] {
  const displays: Display[] = [];
  const wordless = lines.map(
    (line) => (isWordless(line) || printedSource(line.text) !== undefined) && isSetOff(line, setting),
  );
  for (let from = 0; from < lines.length; from++) {
    let to = from;
    while (wordless[to] && to - from < TALLEST && (to === from || isClose(lines[to - 1], lines[to]))) to += 1;
    if (to === from) continue;
    if (isFormula(lines.slice(from, to)))
      displays.push({ kind: 'formula', from, to, bars: barsIn(lines.slice(from, to), rules) });
    from = to - 1;
  }
  return displays;
}

function barsIn(lines: readonly Line[], rules: readonly Box[]): Box[] {
  const left = Math.min(...lines.map(({ x }) => x));
  const right = Math.max(...lines.map((line) => line.right));
  const [top, bottom] = [(lines[0]?.y ?? 0) - (lines[0]?.size ?? 0), (lines.at(-1)?.y ?? 0) + 2];
  return whole(
    rules.filter((rule) => rule.x > left - 2 && rule.right < right + 2 && rule.top > top && rule.bottom < bottom),
  );
}

/** In points: pieces of a bar touch. */
const TOUCHING = 1;

/** Bars that are drawn in pieces, as whole ones. */
function whole(bars: readonly Box[]): Box[] {
  const joined: Box[] = [];
  for (const bar of bars.toSorted((a, b) => a.x - b.x)) {
    const before = joined.find(
      ({ top, right }) => Math.abs(top - bar.top) < TOUCHING && Math.abs(right - bar.x) < TOUCHING,
    );
    if (before) before.right = bar.right;
    else joined.push({ ...bar });
  }
  return joined;
}

const isClose = (above: Line | undefined, below: Line | undefined): boolean =>
  above !== undefined && below !== undefined && below.y - above.y < CLOSE * Math.max(above.size, below.size);

/** The words of text fonts in a line that formulas don't have. */
function isWordless({ runs, mono }: Line): boolean {
  if (mono) return false;
  const words = runs.flatMap(({ text, style }) => {
    const own = style.math ? [] : (text.match(/\p{L}{2,}/gu) ?? []);
    // Letters of formulas that stand next to each other are italic, and few.
    return style.italic ? own.filter(({ length }) => length > MOST_LETTERS) : own;
  });
  return words.filter((word) => !WORDS.has(word.toLowerCase()) && !/^[dD]\p{L}$/u.test(word)).length === 0;
}

function isSetOff(line: Line, setting: Setting): boolean {
  const edges = setting.edges(line);
  if (indentOf(line, setting) < INDENT * line.size) return false;
  return NUMBER.test(line.text) || edges.right - line.right > INDENT * line.size;
}

function isFormula(lines: readonly Line[]): boolean {
  const text = lines.map((line) => line.text).join(' ');
  const runs = lines.flatMap((line) => line.runs);
  const signs = runs.filter(({ style, text }) => style.math && /[\p{L}\p{Sm}]/u.test(text)).length;
  if (!/\p{L}/u.test(text)) return false;
  return RELATION.test(text.replace(/:$/, '')) || (signs > 0 && NUMBER.test(text));
}

/** The formula that the lines say, with its number. */
export function formulaIn(lines: readonly Line[], bars: readonly Box[]): { text: string; mathml?: string } {
  const source = printedSource(lines.map(({ text }) => text).join(' '));
  if (source !== undefined) return formulaFromTex(source, true);
  const runs = lines.flatMap((line) => line.runs);
  const last = runs.toSorted((a, b) => a.right - b.right).at(-1);
  const number = NUMBER.exec(last?.text ?? '')?.[0];
  if (!last || number === undefined) return formulaFromTex(texOf(runs, bars), true);
  const rest = { ...last, text: last.text.slice(0, -number.length).trimEnd() };
  const others = runs.filter((run) => run !== last);
  const tex = texOf(rest.text === '' ? others : [...others, rest], bars);
  return formulaFromTex(`${tex} \\tag{${number.replace(/[()\s]/g, '')}}`, true);
}
