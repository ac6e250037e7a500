/**
 * Fonts of TeX that tell less than others: the large signs of formulas (cmex), whose codes mean nothing elsewhere and which hang
 * from where they stand, roots (cmsy), which do so, too, and the fonts that lines and circles are drawn with.
 */

/** A large sign: what it is, and how far below its place it reaches, in ems. */
interface Sign {
  text: string;
  depth: number;
}

const BRACKETS = '()[]⌊⌋⌈⌉{}⟨⟩|‖/\\';
const BIG = '()[]⌊⌋⌈⌉{}⟨⟩/\\';
const PARTS = '⎛⎞⎡⎤⎣⎦⎢⎥⎧⎫⎩⎭⎨⎬⎪|⎝⎠⎜⎟';
const OPERATORS = '⊔⊔∮∮⨀⨀⨁⨁⨂⨂';
const SUMS = '∑∏∫⋃⋂⨄⋀⋁';

/** Signs in the order of their codes, from each code on. */
const ROWS: readonly (readonly [from: number, signs: string, depth: number])[] = [
  [0x00, BRACKETS, 1.16],
  [0x10, '()', 1.76],
  [0x12, BIG, 2.36],
  [0x20, BIG, 2.96],
  [0x30, PARTS, 1.76],
  [0x44, '⟨⟩', 1.76],
  [0x46, OPERATORS, 1.2],
  [0x50, SUMS, 1.05],
  [0x58, SUMS, 1.5],
  [0x60, '∐∐', 1.2],
  [0x68, '[]⌊⌋⌈⌉{}', 1.76],
];
/** Roots, each larger than the last. */
const ROOTS = [1.16, 1.76, 2.36, 2.96];
const FIRST_ROOT = 0x70;

const SIGNS = new Map<number, Sign>([
  ...ROWS.flatMap(([from, signs, depth]) =>
    Array.from(signs, (text, at): [number, Sign] => [from + at, { text, depth }]),
  ),
  ...ROOTS.map((depth, at): [number, Sign] => [FIRST_ROOT + at, { text: '√', depth }]),
]);

/** What is special about a font of TeX. */
export type TexFont = 'large signs' | 'hanging roots' | 'lines' | undefined;

/** By the name of the font. */
export function texFontOf(name: string): TexFont {
  const own = name.replace(/^[A-Z]{6}\+/, '').toLowerCase();
  if (/^(?:cm|eu)ex\d/.test(own)) return 'large signs';
  if (/^cmb?sy\d/.test(own)) return 'hanging roots';
  return /^(?:l?circlew?|linew?)\d/.test(own) ? 'lines' : undefined;
}

/** Half of the height that signs are set around, above the baseline, in ems. */
const AXIS = 0.25;
/** How far the foot of a root stands below the baseline, in ems. */
const FOOT = 0.2;
const DEPTH_OF_A_ROOT = 0.96;

/** The sign, and how far below its place the baseline of its line is, in ems. */
export function texSign(font: TexFont, code: unknown, text: string): { text: string; below: number } {
  if (font === 'hanging roots' && text === '√') return { text, below: DEPTH_OF_A_ROOT - FOOT };
  const sign = font === 'large signs' && typeof code === 'number' ? SIGNS.get(code) : undefined;
  if (!sign) return { text, below: 0 };
  return { text: sign.text, below: sign.text === '√' ? sign.depth - FOOT : sign.depth / 2 + AXIS };
}
