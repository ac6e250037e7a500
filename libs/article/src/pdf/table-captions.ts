/** Which caption belongs to a table: what has the number of one above or below it, or else what looks like one close by. */
import type { Told } from './headings.ts';
import { commonMiddle } from './middle.ts';
import type { Part } from './part.ts';
import type { Setting } from './setting.ts';

/** Lines of a caption that has no number. */
const MOST_LINES = 3;
/** How close such a caption is to its table, in leadings, and how much smaller than the text it may be. */
const CLOSE = 2.6;
const SMALLER = 0.97;

type Words = Extract<Part, { kind: 'quotation' | 'paragraph' | 'caption' | 'listing' }>;

/** Gives each table the caption above or else below it. */
export function withTableCaptions(parts: readonly Part[], setting: Setting): Part[] {
  const taken = new Set<Part>();
  const take = (...own: Words[]): Told | undefined => {
    const [first] = own;
    if (!first || own.some((part) => taken.has(part))) return undefined;
    for (const part of own) taken.add(part);
    const [lines, text] = [own.flatMap(({ told }) => told.lines), own.map(({ told }) => told.text).join(' ')];
    return { ...first.told, lines, text };
  };
  const above = (at: number, table: Told): Told | undefined => {
    const [before, part] = [parts[at - 2], parts[at - 1]];
    if (part?.kind === 'caption') return take(part);
    if (!part || !isText(part)) return undefined;
    // A number on a line of its own, with the words of the caption below.
    if (before?.kind === 'caption' && isNumberAlone(before.told)) return take(before, part);
    return looksLikeCaption(part.told, table, setting) ? take(part) : undefined;
  };
  const below = (at: number, table: Told): Told | undefined => {
    const part = parts[at + 1];
    if (part?.kind === 'caption') return isNumberAlone(part.told) ? undefined : take(part);
    return part && isText(part) && looksLikeCaption(part.told, table, setting) ? take(part) : undefined;
  };
  return parts
    .map((part, at) =>
      part.kind === 'table' ? { ...part, caption: above(at, part.told) ?? below(at, part.told) } : part,
    )
    .filter((part) => !taken.has(part));
}

const isText = (part: Part): part is Words => part.kind === 'paragraph' || part.kind === 'quotation';

const isNumberAlone = ({ text }: Told): boolean => /(?:\d|[IVXL])\s*$/u.test(text) && text.length < 20;

/** A caption without a number is short, of another face or smaller than the text, and close to its table. */
function looksLikeCaption({ lines, text }: Told, table: Told, setting: Setting): boolean {
  const [first, last] = [lines[0], lines.at(-1)];
  const [top, bottom] = [table.lines[0], table.lines.at(-1)];
  if (!first || !last || !top || !bottom || first.page !== top.page || first.slot !== top.slot) return false;
  const gap = first.y < top.y ? top.y - last.y : first.y - bottom.y;
  if (lines.length > MOST_LINES || text.endsWith(':') || gap > CLOSE * setting.leading(last.size)) return false;
  return (
    lines.every(({ size }) => size < SMALLER * setting.size) ||
    lines.every(({ italic }) => italic) ||
    lines.every(({ bold }) => bold) ||
    commonMiddle(lines, table.lines, setting)
  );
}
