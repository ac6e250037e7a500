import { type Diagnostic, diagnose } from '../diagnostic.ts';
import { gatherCells } from './cell-by-cell.ts';
import { chunksOf } from './chunks.ts';
import { mendHyphens, type Vocabulary } from './hyphens.ts';
import type { Line } from './lines.ts';
import { gatherLists, readList } from './lists.ts';
import { type Piece, prosePiece } from './piece.ts';
import { startsCapital } from './sentence.ts';
import { gatherSetOff, readSetOff } from './set-off.ts';
import { endsEarly, paragraphsOf, type Setting, settingOf } from './wrap.ts';

/** Columns of indent that set a quotation off. */
const SET_OFF = 2;
const LONGEST_VERSE = 70;
const QUOTE_SIGN = /^>\s?/;

/** Turns lines into running text, quotations, verse and lists, without the hyphens of line ends. */
export function piecesOf(
  lines: readonly Line[],
  vocabulary: Vocabulary,
): { pieces: Piece[]; diagnostics: Diagnostic[] } {
  const chunks = chunksOf(lines);
  const setting = settingOf(chunks);
  const diagnostics: Diagnostic[] = [];
  const join = (parts: readonly Line[]): string => {
    const { text, mends } = mendHyphens(parts.map((part) => part.text).join(' '), vocabulary);
    const line = parts[0]?.number ?? 1;
    for (const { from, to } of mends) {
      const code = to.includes('-') ? 'text/hyphen-mended' : 'text/hyphen-removed';
      diagnostics.push(diagnose(code, line, 'word-mended', { words: from, other: to }));
    }
    return text;
  };
  const pieces = chunks.flatMap((chunk): Piece[] => {
    const setOff = readSetOff(chunk.lines, chunk.torn, setting);
    if (setOff) return [setOff];
    return paragraphsOf(chunk, setting).flatMap((paragraph, index) =>
      shape(paragraph, chunk.torn && index === 0, setting, join),
    );
  });
  return { pieces: gatherSetOff(gatherCells(gatherLists(pieces))), diagnostics };
}

function shape(
  lines: readonly Line[],
  torn: boolean,
  setting: Setting,
  join: (lines: readonly Line[]) => string,
): Piece[] {
  const line = lines[0]?.number ?? 1;
  if (lines.every(({ text }) => QUOTE_SIGN.test(text))) {
    const inner = lines.map((quoted) => ({ ...quoted, text: quoted.text.replace(QUOTE_SIGN, '') }));
    return [isVerse(inner, setting) ? verse(inner, torn) : { shape: 'quotation', line, torn, text: join(inner) }];
  }
  const list = readList(lines, join);
  if (list) {
    const { leading, ordered, items } = list;
    const before = leading.length > 0 ? [prose(leading, torn, join)] : [];
    const first = items[0]?.line ?? line;
    return [...before, { shape: 'list', line: first, torn: torn && before.length === 0, ordered, items }];
  }
  if (isVerse(lines, setting)) return [verse(lines, torn)];
  const isSetOff = lines.every(({ indent }) => indent >= setting.indent + SET_OFF);
  if (!isSetOff || (lines.length === 1 && !isSentenceAlone(lines, setting))) return [prose(lines, torn, join)];
  const areLines = lines.length > 2 && lines.every((line, index) => endsBefore(line, lines[index + 1], setting));
  return [{ shape: 'quotation', line, torn, text: areLines ? asVerse(lines) : join(lines) }];
}

/** One line is set off where paragraphs don't begin like that, and it is no title in the middle of a page. */
const isSentenceAlone = ([line]: readonly Line[], { indentsFirst, width }: Setting): boolean =>
  line !== undefined && !indentsFirst && /[.!?][”"’»]?$/u.test(line.text) && line.indent < width / 4;

const endsBefore = (line: Line, next: Line | undefined, setting: Setting): boolean =>
  next === undefined || endsEarly(line, next, setting);

const prose = (lines: readonly Line[], torn: boolean, join: (lines: readonly Line[]) => string): Piece => ({
  ...prosePiece(lines[0]?.number ?? 1, join(lines), torn),
  lines: lines.map(({ text }) => text),
  indent: lines[0]?.indent ?? 0,
});

const verse = (lines: readonly Line[], torn: boolean): Piece => ({
  shape: 'quotation',
  kind: 'verse',
  line: lines[0]?.number ?? 1,
  torn,
  text: asVerse(lines),
});

const asVerse = (lines: readonly Line[]): string => lines.map(({ text }) => text).join('\n');

/** Lines that all begin with a capital, or that mostly do and all end early. Nouns have capitals in German, so four. */
function isVerse(lines: readonly Line[], setting: Setting): boolean {
  if (lines.length < 3 || lines.some(({ text }) => text.length > LONGEST_VERSE || text.endsWith('-'))) return false;
  const capitals = lines.filter(({ text }) => startsCapital(text)).length;
  if (lines.length > 3 && capitals === lines.length) return true;
  const early = lines.every((line, index) => endsBefore(line, lines[index + 1], setting));
  return early && (capitals >= 0.6 * lines.length || (lines.length > 3 && hasRoom(lines)));
}

/** Wrapped lines leave no room for the next word within the longest of them; lines that were ended by hand often do. */
function hasRoom(lines: readonly Line[]): boolean {
  const longest = Math.max(...lines.map(({ text }) => text.length));
  const withRoom = lines.filter(({ text }, index) => {
    const [first = ''] = (lines[index + 1]?.text ?? '').split(' ');
    return first !== '' && text.length + 1 + first.length <= longest;
  });
  return withRoom.length > 1 && 2 * withRoom.length >= lines.length - 1;
}
