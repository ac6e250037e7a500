/** Lists in plain text: lines that begin with a bullet or count up. */
import type { Line } from './lines.ts';
import type { Item, ListPiece, Piece } from './piece.ts';
import { prosePiece } from './piece.ts';
import { announces } from './sentence.ts';

export interface Marker {
  text: string;
  kind: string;
  /** Its place in the count, from 1; `undefined` for a bullet. */
  order: number | undefined;
  rest: string;
}

const BULLET = /^([-*+•‣◦▪–·])\s+(?=\S)/u;
const COUNT = /^(\(?)(\d{1,3}|[a-z]|[ivx]{1,5})([.)])\s+(?=\S)|^(\[)(\d{1,3})(\])\s*(?=\S)/u;
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv'];

/** The bullet or number at the beginning of a line. */
export function markerOf(text: string): Marker | undefined {
  const bullet = BULLET.exec(text);
  if (bullet?.[1]) return { text: bullet[1], kind: bullet[1], order: undefined, rest: text.slice(bullet[0].length) };
  const count = COUNT.exec(text);
  if (!count) return undefined;
  const [all, open = count[4] ?? '', value = count[5] ?? '', close = count[6] ?? ''] = count;
  const order = /^\d/.test(value) ? Number(value) : letterOrder(value);
  const type = /^\d/.test(value) ? '1' : 'a';
  return order === undefined
    ? undefined
    : { text: all.trim(), kind: `${open}${type}${close}`, order, rest: text.slice(all.length) };
}

/** `c` is the third of a, b, c, and `ii` the second of i, ii; `i` alone is the ninth letter or the first numeral. */
function letterOrder(value: string): number | undefined {
  if (value === 'i') return 1;
  const roman = ROMAN.indexOf(value);
  if (value.length > 1) return roman === -1 ? undefined : roman + 1;
  return value.charCodeAt(0) - 96;
}

/**
 * Reads a paragraph's lines as a list, with what leads up to it; `undefined` if they are none. One item may be a whole
 * paragraph: whether it belongs to a list is known when its neighbours are (`gatherLists`).
 */
export function readList(lines: readonly Line[], join: (lines: readonly Line[]) => string): ListOfLines | undefined {
  const first = lines.findIndex(({ text }) => markerOf(text) !== undefined);
  const before = lines[first - 1];
  if (first === -1 || (before && !announces(before.text))) return undefined;
  const entries: { marker: Marker; lines: Line[] }[] = [];
  const counted = new Map<string, number>();
  for (const line of lines.slice(first)) {
    const marker = markerOf(line.text);
    // A number by chance at the beginning of a wrapped line doesn't go on counting.
    if (
      marker &&
      (!marker.order || marker.order === 1 || entries.length === 0 || counted.get(marker.kind) === marker.order - 1)
    ) {
      entries.push({ marker, lines: [{ ...line, text: marker.rest }] });
      if (marker.order) counted.set(marker.kind, marker.order);
    } else entries.at(-1)?.lines.push(line);
  }
  const starts = entries[0]?.marker;
  if (!starts || (before && entries.length < 2)) return undefined;
  const level = levels();
  const items = entries.map(({ marker, lines: [head, ...more] }): Item => {
    const own = head ? [head, ...more] : more;
    return { line: head?.number ?? 0, marker: marker.text, level: level(head?.indent ?? 0), text: join(own) };
  });
  return { leading: lines.slice(0, first), ordered: starts.order !== undefined, items };
}

interface ListOfLines {
  leading: readonly Line[];
  ordered: boolean;
  items: Item[];
}

/** Turns columns of indent into levels of nesting, one item after the other. */
function levels(): (indent: number) => number {
  const stack: number[] = [];
  return (indent) => {
    while (stack.length > 0 && (stack.at(-1) ?? 0) >= indent + 1) stack.pop();
    if (stack.length === 0 || (stack.at(-1) ?? 0) + 1 < indent) stack.push(indent);
    return stack.length - 1;
  };
}

/** Puts items that blank lines separate into one list; a single item is no list but a paragraph. */
export function gatherLists(pieces: readonly Piece[]): Piece[] {
  const runs: Piece[][] = [];
  for (const piece of pieces) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last?.shape === 'list' && piece.shape === 'list' && goesOn(last, piece)) run.push(piece);
    else runs.push([piece]);
  }
  return runs.flatMap(([first, ...more]) => {
    if (first?.shape !== 'list') return first ?? [];
    const items = [first, ...more].flatMap((piece) => (piece.shape === 'list' ? piece.items : []));
    return items.length === 1 ? asProse(first) : { ...first, items };
  });
}

function goesOn(list: ListPiece, next: ListPiece): boolean {
  const last = list.items.findLast(({ level }) => level === 0);
  const first = next.items[0];
  if (!last || !first) return false;
  const [a, b] = [markerOf(`${last.marker} x`), markerOf(`${first.marker} x`)];
  if (!a || !b || a.kind !== b.kind) return false;
  return a.order === undefined || b.order === a.order + 1;
}

const asProse = ({ line, torn, items }: ListPiece): Piece =>
  prosePiece(line, items.map(({ marker, text }) => `${marker} ${text}`).join(' '), torn);
