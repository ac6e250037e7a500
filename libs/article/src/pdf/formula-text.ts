/**
 * The TeX of a formula, from where its signs stand: what stands over and under a bar is a fraction, under the bar of a root
 * its radicand, small and raised an exponent. Signs stay as they are printed, which TeX's readers understand.
 */
import type { FontStyle, Run } from './layout.ts';
import type { Box } from './matrix.ts';

/** A sign or what has been put together, with its place. */
interface Item {
  tex: string;
  x: number;
  right: number;
  y: number;
  size: number;
  shift: Run['shift'];
  spaced: boolean;
}

/** How far from its bar, in ems, a numerator or denominator stands at most. */
const REACH = 2.2;
const SMALL = 0.85;
const TALL = /^(?:[()[\]|⟨⟩⌊⌋⌈⌉∑∏∫]|\\[{}])$/u;
const BIG = /^(?:∑|∏|∫|∮|⋃|⋂|⨁|lim|max|min|sup|inf|\\operatorname\{(?:lim|max|min|sup|inf)\})$/u;

/** The formula that runs and the bars between them make. */
export function texOf(runs: readonly Run[], bars: readonly Box[]): string {
  let items = withAccents(runs.flatMap(itemsOf));
  // Inner bars are shorter than those around them.
  for (const bar of bars.toSorted((a, b) => a.right - a.x - (b.right - b.x))) items = withBar(items, bar);
  return lined(items);
}

const ACCENTS: Record<string, string> = { '¯': 'bar', ˆ: 'hat', '˜': 'tilde', '˙': 'dot', '¨': 'ddot' };

/** Accents go to the letters that they stand over. */
function withAccents(items: readonly Item[]): Item[] {
  const letters = items.filter(({ tex }) => ACCENTS[tex] === undefined);
  const middle = ({ x, right }: Item): number => (x + right) / 2;
  for (const accent of items) {
    const name = ACCENTS[accent.tex];
    const [under] = letters.toSorted(
      (a, b) => Math.abs(middle(a) - middle(accent)) - Math.abs(middle(b) - middle(accent)),
    );
    if (name === undefined || !under || Math.abs(middle(under) - middle(accent)) > accent.size) continue;
    letters[letters.indexOf(under)] = { ...under, tex: `\\${name}{${under.tex}}` };
  }
  return letters;
}

/** Parts of tall brackets: the uppermost stands for the whole. */
const BRACKETS: Record<string, string> = { '⎛': '(', '⎡': '[', '⎧': '{', '⎞': ')', '⎤': ']', '⎫': '}' };

function itemsOf(printed: Run): Item[] {
  const text = printed.text.replace(/[⎛-⎭]/g, (part) => BRACKETS[part] ?? '');
  if (text.trim() === '') return [];
  const run = { ...printed, text };
  const { x, right, y, size, shift, spaced } = run;
  const parts = run.text.split(/(?<=[∑∏∫√])|(?=[∑∏∫√])/u);
  const width = (right - x) / Math.max(1, run.text.length);
  let from = x;
  return parts.map((part, at) => {
    const item = { x: from, right: from + part.length * width, y, size, shift, spaced: at === 0 && spaced };
    from = item.right;
    return { ...item, tex: escaped(part, run.style) };
  });
}

const SPECIAL = /[\\{}%#&_^$~]/g;
const NAMES: Record<string, string> = { '\\': '\\backslash ', '~': '\\sim ', '^': '\\hat{}' };

/** A text as TeX; words of text fonts are names such as `lim`. */
export function escaped(text: string, { math }: FontStyle): string {
  const safe = text.trim().replace(SPECIAL, (sign) => NAMES[sign] ?? `\\${sign}`);
  return math ? safe : safe.replace(/\p{L}{2,}/gu, (word) => `\\operatorname{${word}}`);
}

function withBar(items: readonly Item[], bar: Box): Item[] {
  const isWithin = ({ x, right }: Item): boolean => (x + right) / 2 > bar.x - 1 && (x + right) / 2 < bar.right + 1;
  const distance = ({ y, size }: Item): number => (bar.top - y) / size;
  const over = items.filter((item) => isWithin(item) && distance(item) > -0.1 && distance(item) < REACH);
  const under = items.filter((item) => isWithin(item) && distance(item) < -0.4 && distance(item) > -REACH);
  const [sample] = under;
  if (!sample) return [...items];
  const root = items.find(({ tex, right }) => tex === '√' && Math.abs(right - bar.x) < 0.4 * sample.size);
  const isRoot = root !== undefined;
  if (!isRoot && over.length === 0) return [...items];
  const used = new Set([...under, ...(isRoot ? [root] : over)]);
  const size = Math.max(...Array.from(used, (item) => item.size));
  const tex = isRoot ? `\\sqrt{${lined(under)}}` : `\\frac{${lined(over)}}{${lined(under)}}`;
  const y = isRoot ? sample.y : bar.top + 0.25 * size;
  const whole: Item = { tex, x: isRoot ? root.x : bar.x, right: bar.right, y, size, shift: undefined, spaced: true };
  return [...items.filter((item) => !used.has(item)), whole];
}

/** Signs from left to right, with those that are raised and lowered against them. */
function lined(items: readonly Item[]): string {
  // Brackets grow with what is in them, and say nothing of how large the letters are.
  const letters = items.filter(({ tex }) => !TALL.test(tex));
  const sized = letters.length > 0 ? letters : items;
  const size = Math.max(0, ...sized.map((item) => item.size));
  const base = baselineOf(sized.filter((item) => item.size > SMALL * size));
  const big = items.filter(({ tex }) => BIG.test(tex));
  let tex = '';
  let open = '';
  const taken = new Set<Item>();
  const ordered = items.toSorted((a, b) => a.x - b.x);
  for (const item of ordered) {
    if (taken.has(item)) continue;
    const own = big.includes(item) ? [] : big.filter((sign) => isLimitOf(item, sign));
    if (own.length > 0) continue;
    const side = sideOf(item, base, size);
    if (open !== '' && open !== side) {
      tex += '}';
      open = '';
    }
    if (side !== '' && open === '') tex += `${side}{`;
    tex += side !== '' && open === side ? ` ${item.tex}` : side === '' && tex !== '' ? ` ${item.tex}` : item.tex;
    open = side;
    if (big.includes(item)) tex += limitsOf(item, items);
  }
  return (open === '' ? tex : `${tex}}`).trim();
}

const isLimitOf = (item: Item, sign: Item): boolean =>
  item !== sign &&
  item.size < SMALL * sign.size &&
  Math.abs(item.y - sign.y) > 0.3 * item.size &&
  (item.x + item.right) / 2 > sign.x - item.size &&
  (item.x + item.right) / 2 < sign.right + item.size;

function limitsOf(sign: Item, items: readonly Item[]): string {
  const own = items.filter((item) => isLimitOf(item, sign));
  const [above, below] = [own.filter(({ y }) => y < sign.y), own.filter(({ y }) => y >= sign.y)];
  return `${below.length > 0 ? `_{${lined(below)}}` : ''}${above.length > 0 ? `^{${lined(above)}}` : ''}`;
}

function sideOf({ tex, shift, y, size }: Item, base: number, largest: number): '' | '^' | '_' {
  if (shift === 'raised') return '^';
  if (shift === 'lowered') return '_';
  if (size > SMALL * largest || (TALL.test(tex) && size > largest)) return '';
  if (y < base - 0.15 * largest) return '^';
  return y > base + 0.08 * largest ? '_' : '';
}

/** The height on which most of the signs stand. */
function baselineOf(items: readonly Item[]): number {
  const heights = items.map(({ y }) => y).sort((a, b) => a - b);
  return heights[Math.floor(heights.length / 2)] ?? 0;
}
