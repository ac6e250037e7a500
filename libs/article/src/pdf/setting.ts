/** How the text is set: its size, the distance of its lines, the edges of its columns. */
import { groupBy } from '../group-by.ts';
import { type Column, commonest, type Line, type Slot, tenth } from './layout.ts';

export interface Edges {
  left: number;
  right: number;
}

export interface Setting {
  /** Of the running text, in points. */
  size: number;
  /** The usual distance of baselines of lines of a size. */
  leading(size: number): number;
  edges(line: Pick<Line, 'page' | 'slot'>): Edges;
  /** Do most lines end at the right edge? */
  justified: boolean;
  /** With which paragraphs begin, in points; 0 if they don't. */
  indent: number;
  /** Are the letters of the text of one width, as a typewriter's? */
  mono: boolean;
}

/** The lower part of a page has notes on it. */
const UPPER = 0.62;
const SAME_EDGE = 2;

/** How much looser than the text lines of another size are set at most. */
const LOOSEST = 1.4;

/** Measures the text of pages that are so high. */
export function settingOf(columns: readonly Column[], height: number): Setting {
  const lines = columns.flatMap((column) => column.lines);
  const upper = lines.filter(({ y }) => y < UPPER * height);
  const size = commonest(
    (upper.length > 0 ? upper : lines).map((line) => [line.size, lengthOf(line)] as const),
    10,
  );
  const leadings = leadingsOf(columns);
  const usual = leadings.get(tenth(size)) ?? 1.2 * size;
  // Lines of a size that are seldom below each other may all have a blank between them.
  const plausible = (of: number): number =>
    Math.min(leadings.get(tenth(of)) ?? 1.2 * of, (LOOSEST * usual * of) / size);
  const edges = edgesOf(lines.filter((line) => isOfSize(line, size)));
  const full = lines.filter((line) => isOfSize(line, size));
  const flush = full.filter((line) => Math.abs(line.right - (edges.get(keyOf(line))?.right ?? 0)) <= SAME_EDGE);
  return {
    size,
    leading: plausible,
    edges: (line) => edges.get(keyOf(line)) ?? edges.get(`full ${line.page % 2}`) ?? { left: 0, right: 0 },
    mono: full.filter((line) => line.mono).length > 0.5 * full.length,
    indent: indentAmong(full, edges),
    justified: flush.length > 0.45 * full.length,
  };
}

/** In ems. */
const INDENT = { least: 0.6, most: 4 };
/** Of so many lines one begins with the indent at least. */
const ONE_OF = 40;

function indentAmong(lines: readonly Line[], edges: ReadonlyMap<string, Edges>): number {
  const indentOf = (line: Line | undefined): number => (line ? line.x - (edges.get(keyOf(line))?.left ?? line.x) : 0);
  const indents = lines.flatMap((line, at) => {
    const next = lines[at + 1];
    const [own, below] = [indentOf(line), indentOf(next)];
    const isFirst = own > INDENT.least * line.size && own < INDENT.most * line.size && Math.abs(below) < 1;
    return isFirst && next?.page === line.page ? [tenth(own)] : [];
  });
  const usual = commonest(
    indents.map((indent) => [indent, 1] as const),
    0,
  );
  return indents.filter((indent) => indent === usual).length > lines.length / ONE_OF ? usual : 0;
}

const lengthOf = (line: Line): number => line.runs.reduce((sum, { text }) => sum + text.length, 0);

/** How far from the edge of its column a line begins, in points. */
export const indentOf = (line: Line, { edges }: Pick<Setting, 'edges'>): number => line.x - edges(line).left;

export const isOfSize = (line: Pick<Line, 'size'>, size: number): boolean => Math.abs(line.size - size) < 0.04 * size;

/** Left and right pages may have other margins. */
const keyOf = ({ page, slot }: { page: number; slot: Slot }): string => `${slot} ${page % 2}`;

function leadingsOf(columns: readonly Column[]): Map<number, number> {
  const distances = new Map<number, (readonly [number, number])[]>();
  for (const { lines } of columns) {
    for (const [index, line] of lines.entries()) {
      const before = lines[index - 1];
      if (before?.size !== line.size) continue;
      const same = distances.get(line.size) ?? [];
      same.push([tenth(line.y - before.y), 1]);
      distances.set(line.size, same);
    }
  }
  return new Map(Array.from(distances, ([size, same]) => [size, commonest(same, 1.2 * size)]));
}

function edgesOf(lines: readonly Line[]): Map<string, Edges> {
  const edges = new Map<string, Edges>();
  for (const [key, same] of groupBy(lines, keyOf)) {
    const left = commonest(
      same.map(({ x }) => [Math.round(x), 1] as const),
      0,
    );
    const rights = same.map(({ right }) => right).sort((a, b) => a - b);
    const usual = commonest(
      rights.map((right) => [Math.round(right), 1] as const),
      0,
    );
    const flush = rights.filter((right) => Math.abs(right - usual) <= SAME_EDGE).length;
    const widest = rights[Math.floor(0.98 * rights.length)] ?? usual;
    edges.set(key, { left, right: flush > 0.3 * rights.length ? usual : widest });
  }
  return edges;
}
