/** Formulas within a line: letters in a font for mathematics, with the signs, figures and indices that belong to them. */
import { formulaFromTex } from '../mathml/from-tex.ts';
import { escaped } from './formula-text.ts';
import type { Run } from './layout.ts';

/** A stretch of text that looks the same throughout. */
type Piece = Pick<Run, 'text' | 'style' | 'shift' | 'root'>;

/** `[start, end)` of the text of all pieces, and what it says. */
export interface InlineFormula {
  start: number;
  end: number;
  mathml: string;
}

const OPERATOR = /[=<>≤≥≈≠≡∼∝+−±×·/|∈∉→∞∂∇∑∏∫√⋅∘∗]/u;
/** A letter, what is around it, and blanks next to operators only; see `kindsOf`. */
const FORMULA = /(?:d+|\()*m(?:[mosd()]|(?<=o) (?=[mosd(])| (?=o))*/g;

/** The formulas in the text that the pieces make. */
export function formulasIn(pieces: readonly Piece[]): InlineFormula[] {
  if (!pieces.some(({ style }) => style.math)) return [];
  const kinds = kindsOf(pieces);
  return Array.from(kinds.matchAll(FORMULA)).flatMap((match) => {
    const [start, end] = unbracketed(kinds, balanced(kinds, match.index, match.index + match[0].length));
    const { mathml } = formulaFromTex(texWithin(pieces, start, end), false);
    return mathml === undefined || start >= end ? [] : [{ start, end, mathml }];
  });
}

/** A letter for each character: `m`athematical, `o`perator, `s`hifted, `d`igit, brackets and blanks as they are, `t`ext. */
function kindsOf(pieces: readonly Piece[]): string {
  let kinds = '';
  for (const { text, style, shift } of pieces) {
    if (shift !== undefined) {
      kinds +=
        (/[mso)]$/.test(kinds) ? 's' : 't').repeat(text.trimEnd().length) +
        ' '.repeat(text.length - text.trimEnd().length);
      continue;
    }
    kinds += text.replace(/[\s\S]/g, (character) => kindOf(character, style.math));
  }
  // A full stop or a comma within a number.
  return kinds.replace(/(?<=d)p(?=d)/g, 'd').replaceAll('p', 't');
}

function kindOf(character: string, math: boolean): string {
  if (character === ' ') return ' ';
  if (/\d/.test(character)) return 'd';
  if (/[([]/.test(character)) return '(';
  if (/[)\]]/.test(character)) return ')';
  // A root has its number behind it.
  if (math && character === '√') return 'm';
  if (OPERATOR.test(character)) return 'o';
  if (/[.,]/.test(character)) return 'p';
  return math && /\p{L}|[\ud800-\udfff]/u.test(character) ? 'm' : 't';
}

/** Without brackets that have no partner in it, and without operators and blanks that lead nowhere. */
function balanced(kinds: string, from: number, to: number): [start: number, end: number] {
  let [start, end] = [from, to];
  for (let before = -1; before !== end - start; ) {
    before = end - start;
    const own = kinds.slice(start, end);
    const [open, closed] = [own.split('(').length, own.split(')').length];
    if (open > closed && own.startsWith('(')) start += 1;
    else if ((open > closed && own.endsWith('(')) || (closed > open && own.endsWith(')')) || /[o ]$/.test(own))
      end -= 1;
  }
  return [start, end];
}

/** Brackets around all of a formula are those of the text: `(s = 0.9)`. */
function unbracketed(kinds: string, [start, end]: readonly [number, number]): readonly [start: number, end: number] {
  let depth = 0;
  for (let at = start; at < end; at++) {
    if (kinds[at] === '(') depth += 1;
    if (kinds[at] === ')') depth -= 1;
    if (depth === 0) return at === end - 1 && kinds[start] === '(' ? [start + 1, end - 1] : [start, end];
  }
  return [start, end];
}

function texWithin(pieces: readonly Piece[], start: number, end: number): string {
  let tex = '';
  let at = 0;
  let before: Piece['root'];
  for (const { text, style, shift, root } of pieces) {
    const own = text.slice(Math.max(0, start - at), Math.max(0, end - at));
    at += text.length;
    if (own.trim() === '') continue;
    const inner = escaped(own, style);
    if (before !== undefined && root !== 'reach') tex += '}';
    if (root === 'sign') tex += ' \\sqrt{';
    before = root;
    if (root === 'sign') continue;
    tex += shift === undefined ? ` ${inner}` : `${shift === 'raised' ? '^' : '_'}{${inner}}`;
  }
  return `${tex.trim()}${before === undefined ? '' : '}'}`;
}
