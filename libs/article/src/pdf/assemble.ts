/** Lines as one text: hyphens of line ends mended, fonts turned to marks, raised figures to references. */
import type { DraftMark } from '../draft.ts';
import { concat, marked, type Prose, plain, reference } from '../prose.ts';
import { hyphenBetween, type Vocabulary } from '../text/hyphens.ts';
import { lowered, raised } from '../text/superscript.ts';
import { upright } from './fonts.ts';
import { formulasIn, type InlineFormula } from './inline-formulas.ts';
import { isApart, isFigure, type Line, type Run } from './layout.ts';

/** A stretch of the text that looks the same throughout. */
interface Segment extends Pick<Run, 'text' | 'style' | 'shift' | 'href' | 'isExponent' | 'root'> {
  page: number;
  /** It is a formula, and this is what it says. */
  mathml?: string;
}

/** The note that a mark on a page refers to, by the label that it has in the end. */
export type Resolve = (page: number, label: string) => string | undefined;

/** Which styles of the font are no emphasis, as the whole passage has them. */
export interface Ground {
  bold: boolean;
  italic: boolean;
}

const LONGEST_RANGE = 30;

/** The lines as one plain text; raised figures are raised digits. */
export const plainText = (lines: readonly Line[], vocabulary: Vocabulary): string =>
  segmentsOf(lines, vocabulary)
    .map((segment) => (isFigure(segment) ? raised(segment.text) : segment.text))
    .join('')
    .trim();

/** The lines as one text with its marks and references, without the first `skipped` characters of `plainText`. */
export function proseOf(lines: readonly Line[], vocabulary: Vocabulary, resolve: Resolve, skipped = 0): Prose {
  const segments = withFormulas(without(skipped, segmentsOf(lines, vocabulary)));
  const ground = { bold: all(segments, 'bold'), italic: all(segments, 'italic') };
  return withMerged(concat(segments.map((segment, index) => inline(segment, segments[index + 1], ground, resolve))));
}

/** What is bold or italic throughout is so by its place, not for emphasis. */
const all = (segments: readonly Segment[], face: 'bold' | 'italic'): boolean =>
  segments.every(({ text, style, shift }) => style[face] || shift !== undefined || !/[\p{L}\p{Nd}]/u.test(text));

function segmentsOf(lines: readonly Line[], vocabulary: Vocabulary): Segment[] {
  const segments: Segment[] = [];
  for (const [index, line] of lines.entries()) {
    const last = segments.at(-1);
    const own = ownSegments(line);
    const next = own[0];
    const before = lines[index - 1];
    if (last && next && before) {
      const joint = jointOf(before, line, vocabulary);
      last.text = (joint.cut ? last.text.trimEnd().replace(/-$/, '') : last.text.trimEnd()) + joint.text;
    }
    segments.push(...own);
  }
  return segments.filter(({ text }) => text !== '');
}

function ownSegments({ runs, page }: Line): Segment[] {
  return runs.map(({ text, style, shift, href, isExponent = false, root }, index) => {
    const [run, next] = [runs[index], runs[index + 1]];
    const clean = text.replace(/\s+/g, ' ').trim();
    return {
      text: run && next && isApart(run, next) ? `${clean} ` : clean,
      style,
      shift,
      href,
      isExponent,
      page,
      ...(root && { root }),
    };
  });
}

/** What joins two lines, and whether the hyphen of the first goes. */
function jointOf(first: Line, second: Line, vocabulary: Vocabulary): { text: string; cut: boolean } {
  const kept = hyphenBetween(first.text, second.text, vocabulary);
  if (kept !== undefined) return { text: kept, cut: true };
  // `1792–` and `1820`, `well-` and `2`; a dash between words has its blanks, or none, on both sides.
  const clings =
    (IDEOGRAPH_AT_END.test(first.text) && IDEOGRAPH_AT_START.test(second.text)) ||
    /(?:[\p{L}\p{Nd}]-|\d–|\S—|\S\/)$/u.test(first.text) ||
    /^—\S/u.test(second.text);
  return { text: clings ? '' : ' ', cut: false };
}

/** Chinese and Japanese have no blanks between words, and so none where a line ends. */
const IDEOGRAPHS = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uffef';
const IDEOGRAPH_AT_END = new RegExp(`[${IDEOGRAPHS}]$`, 'u');
const IDEOGRAPH_AT_START = new RegExp(`^[${IDEOGRAPHS}\\p{Nd}]`, 'u');

/** Without so many characters in front. */
function without(skipped: number, segments: readonly Segment[]): Segment[] {
  let left = skipped;
  return segments.flatMap((segment) => {
    const text = segment.text.slice(left);
    left = Math.max(0, left - segment.text.length);
    return text === '' ? [] : { ...segment, text };
  });
}

/** The formulas among the segments as segments of their own. */
function withFormulas(segments: readonly Segment[]): Segment[] {
  const formulas = formulasIn(segments);
  let at = 0;
  return formulas.length === 0
    ? [...segments]
    : segments.flatMap((segment) => {
        const from = at;
        at += segment.text.length;
        return parted(segment, from, formulas, segments);
      });
}

/** What a segment has outside of formulas, and the formulas that begin in it. */
function parted(
  segment: Segment,
  from: number,
  formulas: readonly InlineFormula[],
  all: readonly Segment[],
): Segment[] {
  const parts: Segment[] = [];
  const end = from + segment.text.length;
  let at = from;
  for (const formula of formulas) {
    if (formula.end <= at || formula.start >= end) continue;
    if (formula.start > at) parts.push({ ...segment, text: segment.text.slice(at - from, formula.start - from) });
    if (formula.start >= from) {
      const text = all
        .map(({ text }) => text)
        .join('')
        .slice(formula.start, formula.end);
      parts.push({ ...segment, text, shift: undefined, style: upright, mathml: formula.mathml });
    }
    at = Math.min(end, formula.end);
  }
  return at < end ? [...parts, { ...segment, text: segment.text.slice(at - from) }] : parts;
}

function inline(segment: Segment, next: Segment | undefined, ground: Ground, resolve: Resolve): Prose {
  const { text, style, shift, href, page, mathml } = segment;
  if (mathml !== undefined) return marked(plain(text), { type: 'formula', mathml });
  if (isFigure(segment)) {
    const labels = labelsIn(text).map((label) => resolve(page, label));
    if (labels.length > 0 && labels.every((label) => label !== undefined)) {
      const goesOn = next !== undefined && text.endsWith(' ');
      return concat([...labels.map((label) => reference(label)), plain(goesOn ? ' ' : '')]);
    }
  }
  const types: DraftMark['type'][] = [
    ...(style.bold && !ground.bold ? (['strong'] as const) : []),
    ...(style.italic && !ground.italic ? (['emphasis'] as const) : []),
    ...(style.mono ? (['code'] as const) : []),
    ...(shift === 'raised' ? (['superscript'] as const) : []),
    ...(shift === 'lowered' ? (['subscript'] as const) : []),
  ];
  const end = text.trimEnd().length;
  const marks: DraftMark[] = types.map((type) => ({ type, start: 0, end }));
  // Where a link ends within a word is a guess; the punctuation behind it is none of it.
  const linked = text.replace(/[\s.,;:!?]+$/, '').length;
  if (href !== undefined && linked > 0) marks.push({ type: 'link', start: 0, end: linked, href });
  return { text, marks: end === 0 ? [] : marks, notes: [] };
}

/** The labels of notes that raised figures ask for. */
export const marksIn = (paragraphs: readonly { lines: readonly Line[] }[]): Set<string> =>
  new Set(
    paragraphs.flatMap(({ lines }) =>
      lines.flatMap((line) => line.runs.filter(isFigure).flatMap(({ text }) => labelsIn(text))),
    ),
  );

function labelsIn(figures: string): string[] {
  const text = lowered(figures.trim());
  if (/^\D/.test(text)) return [text];
  return text
    .replace(/[,;]$/, '')
    .split(/[,;]/)
    .flatMap((range) => {
      const [from = 0, to = from] = range.split(/[–-]/u).map(Number);
      if (to < from || to - from > LONGEST_RANGE) return [String(from)];
      return Array.from({ length: to - from + 1 }, (_, step) => String(from + step));
    });
}

/** Marks of one kind with nothing but blanks between them are one. */
function withMerged({ text, marks, notes }: Prose): Prose {
  const merged: DraftMark[] = [];
  for (const mark of marks.toSorted((a, b) => a.start - b.start)) {
    const before =
      mark.type === 'formula'
        ? undefined
        : merged.findLast(({ type, href }) => type === mark.type && href === mark.href);
    if (before && text.slice(before.end, mark.start).trim() === '') before.end = Math.max(before.end, mark.end);
    else merged.push({ ...mark });
  }
  return { text, marks: merged, notes };
}
