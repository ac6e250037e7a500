/** The entries of a bibliography whose first lines begin at the edge and whose others are moved in, wherever blanks stand. */
import type { Vocabulary } from '../text/hyphens.ts';
import { plainText } from './assemble.ts';
import type { Told } from './headings.ts';
import type { Line } from './layout.ts';
import { indentOf, type Setting } from './setting.ts';

/** In ems: how far lines are moved in. */
const HANG = { least: 0.7, most: 5 };
/** Lines that begin within so many ems begin at one place. */
const SAME = 0.4;

/** The entries as their lines hang; as they are, if they don't. */
export function hangingEntries(entries: readonly Told[], setting: Setting, vocabulary: Vocabulary): Told[] {
  const placed = entries.flatMap((told) => told.lines.map((line) => ({ told, line, indent: indentOf(line, setting) })));
  const edge = Math.min(...placed.map(({ indent }) => indent));
  const isFirst = ({ line, indent }: { line: Line; indent: number }): boolean => indent - edge < SAME * line.size;
  const [hang] = placed.filter((one) => !isFirst(one));
  const [top] = placed;
  if (!top || !isFirst(top) || !hang || entries.some(({ span }) => span)) return [...entries];
  const by = hang.indent - edge;
  const isHanging = placed.every((one) => isFirst(one) || Math.abs(one.indent - hang.indent) < SAME * one.line.size);
  if (!isHanging || by < HANG.least * hang.line.size || by > HANG.most * hang.line.size) return [...entries];
  const gathered: { told: Told; lines: Line[] }[] = [];
  for (const one of placed) {
    if (isFirst(one)) gathered.push({ told: one.told, lines: [one.line] });
    else gathered.at(-1)?.lines.push(one.line);
  }
  return gathered.map(({ told, lines }) => ({ ...told, lines, text: plainText(lines, vocabulary) }));
}
