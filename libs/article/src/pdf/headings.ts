/** Which paragraphs are headings, by size, weight, capitals and numbering; and of what level. */
import { knownPart } from '../known-titles.ts';
import { isAllCaps, isUnmistakable, looksLikeHeading, numberingOf } from '../text/headings.ts';
import type { Line } from './layout.ts';
import { outlineOf } from './outline.ts';
import { leavesRoom, type Paragraph } from './paragraphs.ts';
import { indentOf, type Setting } from './setting.ts';

/** A paragraph with its text as one looks at it. */
export interface Told extends Paragraph {
  /** Its place among the paragraphs of the file, from 1. */
  number: number;
  text: string;
}

const LONGEST = 220;
const MOST_LINES = 4;
/** In the size of the text. */
const LARGER = 1.07;
/** What is smaller than text is no heading unless it is bold and stands apart; and never if it is as small as this. */
const SMALL = 0.94;
const SMALLEST = 0.8;
/** In leadings. */
const APART = 1.22;

/** The level of each heading. */
export function levelsOf(
  paragraphs: readonly Told[],
  captions: ReadonlySet<Told>,
  setting: Setting,
): Map<Told, number> {
  const headings = paragraphs.filter(
    (paragraph, at) => !captions.has(paragraph) && isHeading(paragraph, paragraphs[at + 1], setting),
  );
  const levels = levelsByStyle(headings);
  return new Map(headings.map((heading) => [heading, levels(heading)]));
}

function isHeading({ text, lines, gap, span }: Told, next: Told | undefined, setting: Setting): boolean {
  const [line] = lines;
  if (!line || span || !next || lines.length > MOST_LINES || text.length > LONGEST || !/\p{L}/u.test(text))
    return false;
  const isApart = gap > APART;
  if (knownPart(text) !== undefined) return isApart || line.bold || line.size > setting.size;
  const followsOn = /^\p{Ll}/u.test(text) || /[,;:]$/.test(text);
  if (line.size > LARGER * setting.size) return !followsOn;
  if (line.size < SMALLEST * setting.size) return false;
  const isSmall = line.size < SMALL * setting.size;
  if (line.bold && lines.every(({ bold }) => bold)) return !followsOn && !text.endsWith('.') && (isApart || !isSmall);
  if (isSmall) return false;
  if (!isApart || !looksLikeHeading(text) || lines.length > 2) return false;
  if (standsInMiddle(lines, setting) && next.gap > APART && !standsInMiddle(next.lines, setting)) return true;
  if (isAboveFlush({ text, lines, gap }, next, setting)) return true;
  if (line.italic && lines.every(({ italic }) => italic)) return next.text.length > text.length;
  return isUnmistakable(text) && (numberingOf(text) === undefined || isNumberedAlone(text, next));
}

/** In ems: white on either side of a line in the middle, and how much the sides differ at most. */
const MIDDLE = { least: 3, askew: 1 };

const standsInMiddle = (lines: readonly Line[], setting: Setting): boolean =>
  lines.every((line) => {
    const { left, right } = setting.edges(line);
    const [before, behind] = [line.x - left, right - line.right];
    return before > MIDDLE.least * line.size && Math.abs(before - behind) < MIDDLE.askew * line.size;
  });

/** In points. */
const FLUSH = 1;

/** Where paragraphs have an indent, one without stands below a title, which is short, has none either, and stands apart. */
const isAboveFlush = ({ text, lines, gap }: Pick<Told, 'text' | 'lines' | 'gap'>, next: Told, setting: Setting) =>
  setting.indent > 0 &&
  Number.isFinite(gap) &&
  lines.every((line) => Math.abs(indentOf(line, setting)) < FLUSH && leavesRoom(line, line, setting)) &&
  Math.abs(next.first) < FLUSH &&
  next.lines.length > 1 &&
  next.text.length > text.length &&
  !next.span;

/** `2.1 Method` above its text, and no entry of a list. */
function isNumberedAlone(text: string, next: Told): boolean {
  const [own, below] = [numberingOf(text), numberingOf(next.text)];
  // `2 Method` right above `2.1 Samples`.
  if (own?.style === 'decimal' && below?.style === 'decimal') return below.levels > own.levels;
  return below === undefined && next.text.length > text.length;
}

interface Style {
  key: string;
  rank: number;
}

/** How a heading looks: those that look the same are of one level. */
export function styleOf({ lines, text }: Pick<Told, 'lines' | 'text'>): Style {
  const [line] = lines;
  const size = Math.round(2 * (line?.size ?? 0)) / 2;
  const caps = isAllCaps(text);
  const face = (line?.bold ? 4 : 0) + (caps ? 2 : 0) + (line?.italic ? 1 : 0);
  return { key: `${size} ${face}`, rank: 10 * size + face };
}

/** Numbers tell the level; what has none is of the level of others that look like it, or ranked by its looks. */
function levelsByStyle(headings: readonly Told[]): (heading: Told) => number {
  const numbered = new Map<string, number[]>();
  for (const heading of headings) {
    const numbering = numberingOf(heading.text);
    if (numbering?.style !== 'decimal') continue;
    const { key } = styleOf(heading);
    numbered.set(key, [...(numbered.get(key) ?? []), numbering.levels]);
  }
  const outline = outlineOf(headings.map((heading) => ({ text: heading.text, rank: styleOf(heading).rank })));
  for (const heading of headings) {
    const level = outline(heading.text);
    if (level !== undefined) numbered.set(styleOf(heading).key, [level]);
  }
  const ranks = [...new Set(headings.map((heading) => styleOf(heading).rank))].sort((a, b) => b - a);
  return (heading) => {
    const numbering = numberingOf(heading.text);
    const { key, rank } = styleOf(heading);
    const inOutline = outline(heading.text);
    if (inOutline !== undefined) return inOutline;
    const byNumber = numbering?.style === 'decimal' ? numbering.levels : (numbered.get(key)?.[0] ?? undefined);
    return Math.min(9, byNumber ?? ranks.indexOf(rank) + 1);
  };
}
