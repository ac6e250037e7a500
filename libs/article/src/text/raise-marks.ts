/**
 * Whatever an extractor made of the marks of notes (`[4]`, `(4)`, `word4`) is rewritten as raised figures, so that
 * everything after this knows one form. Of several forms the one is chosen that refers to most of the notes there are.
 */
import { looksLikeHeading } from './headings.ts';
import { type Piece, textOf } from './piece.ts';
import { longestRising } from './rising.ts';
import { isOpen } from './sentence.ts';
import { RAISED, raised } from './superscript.ts';

interface Form {
  mark: RegExp;
  /** May a mark come again, or out of order? If not, numbers in the wrong place are no marks. */
  repeats: boolean;
}

interface Mark {
  labels: number[];
  start: number;
  end: number;
}

const FORMS = {
  bracketed: { mark: /\s?\[(\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,20})\]/gu, repeats: true },
  enclosed: { mark: /\s?\((\d{1,3})\)/gu, repeats: false },
  // What stands behind the point of a number is its decimals; behind a year it may be a mark.
  glued: { mark: /(?<=[\p{Ll}.,;:!?)\]’”'"»])(?<!(?:^|\D)\d{1,3}[.,])(\d{1,3})(?=[\s—–,;]|$)/gu, repeats: false },
} as const satisfies Record<string, Form>;

const RAISED_RUN = new RegExp(`[${RAISED}]+`, 'gu');
const RAISED_LABEL = new RegExp(`^[${RAISED}]+\\s*\\S`, 'u');
const FOOT_LABEL = /^(\d{1,3})\s?(?=['‘"“«(]?\p{Lu})/u;
const LONGEST_RANGE = 30;
/** So many notes at the feet of pages are no chance. */
const ENOUGH = 3;

/** The pieces with raised marks; `labels` are those of the notes that are known already. */
export function raiseMarks(pieces: readonly Piece[], labels: ReadonlySet<string>): Piece[] {
  if (pieces.some((piece) => RAISED_LABEL.test(textOf(piece)))) return [...pieces];
  if (labels.size > 0) return raiseBest(pieces, labels);
  const feet = footLabels(pieces);
  if (feet.size < ENOUGH) return [...pieces];
  const numbers = new Set(Array.from(feet.values(), String));
  const marked = rewrite(pieces, FORMS.glued, numbers);
  if (marked.count < 0.7 * numbers.size) return [...pieces];
  return marked.pieces.map((piece, index) => {
    const label = feet.get(index);
    if (label === undefined || piece.shape !== 'prose') return piece;
    return { ...piece, text: piece.text.replace(FOOT_LABEL, raised(String(label))) };
  });
}

function raiseBest(pieces: readonly Piece[], labels: ReadonlySet<string>): Piece[] {
  const already = { pieces: [...pieces], count: countRaised(pieces, labels) };
  const rewritten = Object.values(FORMS).map((form) => rewrite(pieces, form, labels));
  return rewritten.reduce((best, next) => (next.count > best.count ? next : best), already).pieces;
}

function countRaised(pieces: readonly Piece[], labels: ReadonlySet<string>): number {
  const marks = new Set(pieces.flatMap((piece) => textOf(piece).match(RAISED_RUN) ?? []));
  return [...labels].filter((label) => marks.has(raised(label))).length;
}

/** Paragraphs that begin with a number as notes at the foot of a page do, by index. */
function footLabels(pieces: readonly Piece[]): Map<number, number> {
  const candidates: { index: number; label: number }[] = [];
  for (const [index, piece] of pieces.entries()) {
    const label = piece.shape === 'prose' ? FOOT_LABEL.exec(piece.text)?.[1] : undefined;
    if (label === undefined || piece.shape !== 'prose') continue;
    if (!looksLikeHeading(piece.text) || !isOpen(piece.text)) candidates.push({ index, label: Number(label) });
  }
  const rising = longestRising(candidates.map(({ label }) => label)).flatMap((at) => candidates[at] ?? []);
  return new Map(rising.map(({ index, label }) => [index, label]));
}

/** Rewrites one form of marks; `count` is how many notes it refers to. */
function rewrite(
  pieces: readonly Piece[],
  form: Form,
  labels: ReadonlySet<string>,
): { pieces: Piece[]; count: number } {
  const candidates = pieces.flatMap((piece, index) =>
    mayHaveMarks(piece) ? marksIn(textOf(piece), form, labels).map((mark) => ({ index, mark })) : [],
  );
  const accepted = form.repeats
    ? candidates
    : longestRising(candidates.map(({ mark }) => mark.labels[0] ?? 0)).flatMap((at) => candidates[at] ?? []);
  const byPiece = new Map<number, Mark[]>();
  for (const { index, mark } of accepted) {
    const marks = byPiece.get(index);
    if (marks) marks.push(mark);
    else byPiece.set(index, [mark]);
  }
  return {
    pieces: pieces.map((piece, index) => {
      const marks = byPiece.get(index);
      return marks && piece.shape !== 'list' ? { ...piece, text: raiseIn(piece.text, marks) } : piece;
    }),
    count: new Set(accepted.flatMap(({ mark }) => mark.labels)).size,
  };
}

/** The figures of tables and listings are none. */
const mayHaveMarks = (piece: Piece): boolean =>
  piece.shape === 'prose' || (piece.shape === 'quotation' && piece.kind !== 'table' && piece.kind !== 'code');

function marksIn(text: string, { mark }: Form, labels: ReadonlySet<string>): Mark[] {
  return Array.from(text.matchAll(mark), (match) => ({
    labels: numbersIn(match[1] ?? ''),
    start: match.index,
    end: match.index + match[0].length,
  })).filter((found) => found.labels.length > 0 && found.labels.every((label) => labels.has(String(label))));
}

/** `1, 3–5` is 1, 3, 4, 5. */
function numbersIn(list: string): number[] {
  return list.split(/[,;]/).flatMap((range) => {
    const [from = 0, to = from] = range.split(/[–-]/u).map(Number);
    return to < from || to - from > LONGEST_RANGE
      ? []
      : Array.from({ length: to - from + 1 }, (_, step) => from + step);
  });
}

function raiseIn(text: string, marks: readonly Mark[]): string {
  let rewritten = '';
  let done = 0;
  for (const { labels, start, end } of marks) {
    rewritten += text.slice(done, start) + labels.map((label) => raised(String(label))).join(',');
    done = end;
  }
  return rewritten + text.slice(done);
}
