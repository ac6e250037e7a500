/** What the paragraphs of the text are: headings, entries of lists, quotations, captions, or paragraphs. */
import { type Marker, markerOf } from '../text/lists.ts';
import { captionKind } from './caption-kind.ts';
import type { Told } from './headings.ts';
import { commonest, type Line, tenth, wordsOf } from './layout.ts';
import type { Part } from './part.ts';
import type { Setting } from './setting.ts';
import { withTableCaptions } from './table-captions.ts';

const INDENT = 0.7;
const APART = 1.22;

/** Tells the paragraphs apart and gathers the entries of lists. */
export function partsOf(
  paragraphs: readonly Told[],
  headings: ReadonlyMap<Told, number>,
  captions: ReadonlyMap<Told, Told>,
  setting: Setting,
): Part[] {
  const parts: Part[] = [];
  const given = new Set(captions.values());
  const verses = versesIn(paragraphs, headings);
  for (const [index, told] of paragraphs.entries()) {
    if (isBreak(told, paragraphs[index - 1], headings)) parts.push({ kind: 'rule' });
    if (isOrnament(told) || given.has(told)) continue;
    const verse = verses.get(told);
    if (verse) {
      if (verse[0] === told) parts.push({ kind: 'verse', lines: verse });
      continue;
    }
    const level = headings.get(told);
    const marker = level === undefined && !told.span ? markerOf(told.text) : undefined;
    const last = parts.at(-1);
    if (level !== undefined) parts.push({ kind: 'heading', told, level });
    else if (marker && last?.kind === 'list' && goesOn(last, marker, told)) {
      last.items.push({ told, marker, level: levelIn(last, told) });
    } else if (marker && (marker.order === undefined || marker.order === 1)) {
      parts.push({ kind: 'list', items: [{ told, marker, level: 0 }] });
    } else if (told.span?.kind === 'table') parts.push({ kind: 'table', grid: told.span, told, caption: undefined });
    else if (told.span?.kind === 'formula') parts.push({ kind: 'formula', told, bars: told.span.bars });
    else if (told.span?.kind === 'picture') {
      const pictures = told.lines.flatMap((line) => line.pictures);
      parts.push({ kind: 'figure', pictures, told, caption: captions.get(told) });
    } else if (told.span && last?.kind === 'listing' && isTorn(last.told, told)) {
      last.told = { ...last.told, lines: [...last.told.lines, ...told.lines], text: `${last.told.text} ${told.text}` };
    } else if (told.span) parts.push({ kind: told.span.kind, told });
    else if (captionKind(told.text) === 'figure') parts.push({ kind: 'figure', pictures: [], told, caption: told });
    else if (captionKind(told.text)) parts.push({ kind: 'caption', told });
    else if (!isSetOff(told, paragraphs[index + 1], setting)) parts.push({ kind: 'paragraph', told });
    else if (isBrokenByHand(told, setting))
      parts.push({ kind: 'verse', lines: told.lines.map((line) => ({ lines: [line] })) });
    else parts.push({ kind: 'quotation', told });
  }
  // A number alone is no list.
  return withTableCaptions(parts, setting).map((part) =>
    part.kind === 'list' && part.items.length === 1 && part.items[0] && part.items[0].marker.order !== undefined
      ? { kind: 'paragraph', told: part.items[0].told }
      : part,
  );
}

/** Do two listings stand at the end of one column and the beginning of another, so that they are one? */
function isTorn({ lines }: Told, { lines: next }: Told): boolean {
  const [last, first] = [lines.at(-1), next[0]];
  return last !== undefined && first !== undefined && (first.page !== last.page || first.slot !== last.slot);
}

/** White around a rule or an ornament that parts the text, in leadings. */
const PARTED = 1.6;
/** Signs that stand alone in a line where the text pauses. */
const ORNAMENT = /^(?:[*⁂❦❧☙§~•·–—-]\s*){1,7}$/u;

const isOrnament = ({ text, lines }: Told): boolean => lines.length === 1 && ORNAMENT.test(text);

/** Does the text pause in front of the paragraph? A rule next to a heading, a table or a note belongs to that. */
function isBreak(told: Told, before: Told | undefined, headings: ReadonlyMap<Told, number>): boolean {
  if (isOrnament(told)) return true;
  // On top of a page the rule is part of the page.
  if (!before || !told.lines[0]?.ruled || told.gap < PARTED || !Number.isFinite(told.gap)) return false;
  return [told, before].every((beside) => beside.span?.kind !== 'table' && !headings.has(beside));
}

/** Lines of a poem are at least so many; a paragraph of one line is seldom followed by two more. */
const FEWEST_LINES = 3;
/** A line of verse leaves so much of the width free, in ems. */
const FREE = 3;

/** Short lines below each other with the same indent, which is not the one that paragraphs begin with. */
function versesIn(paragraphs: readonly Told[], headings: ReadonlyMap<Told, number>): Map<Told, Told[]> {
  const usual = commonest(
    paragraphs
      .filter(({ lines, left, first }) => lines.length > 1 && first > left)
      .map(({ first }) => [tenth(first), 1]),
    0,
  );
  const isLine = (told: Told): boolean =>
    told.lines.length === 1 &&
    told.first > INDENT * em(told) &&
    Math.abs(told.first - usual) > 1 &&
    told.inset > FREE * em(told) &&
    !headings.has(told) &&
    told.span === undefined &&
    markerOf(told.text) === undefined;
  const verses = new Map<Told, Told[]>();
  let run: Told[] = [];
  const close = (): void => {
    if (run.length >= FEWEST_LINES) for (const told of run) verses.set(told, run);
    run = [];
  };
  for (const told of paragraphs) {
    const last = run.at(-1);
    const belongs = isLine(told) && (!last || (told.gap < APART && Math.abs(told.first - last.first) < 2 * em(told)));
    if (!belongs) close();
    if (isLine(told)) run.push(told);
  }
  close();
  return verses;
}

/**
 * Could each line but the last have taken the next one's first word? So verse, and no text that happens to be short. Office
 * programs stretch such lines to the edge, with blanks as wide as no text has them.
 */
function isBrokenByHand({ lines }: Told, setting: Setting): boolean {
  if (lines.length < FEWEST_LINES) return false;
  if (lines.slice(0, -1).every(isStretched)) return true;
  return lines.slice(1).every((next, at) => {
    const line = lines[at];
    if (!line) return false;
    const edges = setting.edges(line);
    const inset = Math.max(0, Math.min(...lines.map(({ x }) => x)) - edges.left);
    const word = next.text.split(' ')[0] ?? '';
    const width = ((line.right - line.x) / Math.max(1, line.text.length)) * (word.length + 1);
    return edges.right - inset - line.right > width + line.size;
  });
}

/** In ems: a blank in a line that is drawn out. */
const STRETCHED = 0.75;

function isStretched({ runs, size }: Line): boolean {
  const words = runs.flatMap(wordsOf);
  const blanks = words.slice(1).map(({ x }, at) => x - (words[at]?.right ?? x));
  return blanks.length > 0 && blanks.every((blank) => blank > STRETCHED * size);
}

function goesOn({ items }: Extract<Part, { kind: 'list' }>, marker: Marker, told: Told): boolean {
  const same = items.findLast((item) => item.marker.kind === marker.kind);
  const isDeeper = told.first > (items.at(-1)?.told.first ?? 0) + em(told) * INDENT;
  if (!same) return isDeeper && (marker.order ?? 1) === 1;
  return (
    marker.order === undefined || marker.order === (same.marker.order ?? 0) + 1 || (isDeeper && marker.order === 1)
  );
}

/** The level of an entry that begins where this one does, or one more than the last one's if it begins further in. */
function levelIn({ items }: Extract<Part, { kind: 'list' }>, told: Told): number {
  const tolerance = em(told) * INDENT;
  const alike = items.findLast((item) => Math.abs(item.told.first - told.first) < tolerance);
  const last = items.at(-1);
  if (alike) return alike.level;
  return last && told.first > last.told.first ? last.level + 1 : 0;
}

const em = ({ lines }: Told): number => lines[0]?.size ?? 10;

/** Are all its lines indented? One line alone must stand apart, else it may be a short paragraph with an indent. */
function isSetOff(told: Told, next: Told | undefined, setting: Setting): boolean {
  const least = INDENT * em(told);
  if (told.first < least || told.left < least) return false;
  if (told.lines.length > 1) return true;
  // The indent that all paragraphs have, also behind a quotation.
  if (Math.abs(told.first - setting.indent) < 1) return false;
  return (
    told.gap > APART && (next?.gap ?? 0) > APART && told.inset > 4 * setting.size && !/^\p{Lu}.*[.!?]$/u.test(told.text)
  );
}
