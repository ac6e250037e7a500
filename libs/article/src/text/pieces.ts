import { type Diagnostic, diagnose, quoted } from '../diagnostic.ts';
import { chunksOf } from './chunks.ts';
import { mendHyphens, type Vocabulary } from './hyphens.ts';
import type { Line } from './lines.ts';
import { gatherLists, readList } from './lists.ts';
import { type Piece, prosePiece } from './piece.ts';
import { startsCapital } from './sentence.ts';
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
      diagnostics.push(diagnose(code, line, `Read ${quoted(from)} as ${quoted(to)}.`));
    }
    return text;
  };
  const pieces = chunks.flatMap((chunk) =>
    paragraphsOf(chunk, setting).flatMap((paragraph, index) =>
      shape(paragraph, chunk.torn && index === 0, setting, join),
    ),
  );
  return { pieces: gatherLists(pieces), diagnostics };
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
    return [{ shape: 'quotation', line, torn, text: isVerse(inner, setting) ? asVerse(inner) : join(inner) }];
  }
  const list = readList(lines, join);
  if (list) {
    const { leading, ordered, items } = list;
    const before = leading.length > 0 ? [prose(leading, torn, join)] : [];
    const first = items[0]?.line ?? line;
    return [...before, { shape: 'list', line: first, torn: torn && before.length === 0, ordered, items }];
  }
  if (isVerse(lines, setting)) return [{ shape: 'quotation', line, torn, text: asVerse(lines) }];
  const setOff = lines.length > 1 && lines.every(({ indent }) => indent >= setting.indent + SET_OFF);
  return [setOff ? { shape: 'quotation', line, torn, text: join(lines) } : prose(lines, torn, join)];
}

const prose = (lines: readonly Line[], torn: boolean, join: (lines: readonly Line[]) => string): Piece => ({
  ...prosePiece(lines[0]?.number ?? 1, join(lines), torn),
  lines: lines.map(({ text }) => text),
});

const asVerse = (lines: readonly Line[]): string => lines.map(({ text }) => text).join('\n');

/** Lines that all begin with a capital, or that mostly do and all end early. Nouns have capitals in German, so four. */
function isVerse(lines: readonly Line[], setting: Setting): boolean {
  if (lines.length < 3 || lines.some(({ text }) => text.length > LONGEST_VERSE || text.endsWith('-'))) return false;
  const capitals = lines.filter(({ text }) => startsCapital(text)).length;
  if (lines.length > 3 && capitals === lines.length) return true;
  const early = lines.every((line, index) => {
    const next = lines[index + 1];
    return next === undefined || endsEarly(line, next, setting);
  });
  return early && capitals >= 0.6 * lines.length;
}
