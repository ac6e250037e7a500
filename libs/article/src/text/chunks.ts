import type { Line } from './lines.ts';
import { markerOf } from './lists.ts';
import { PARTING } from './rule.ts';

/** Lines with no blank line between them. */
export interface Chunk {
  lines: readonly Line[];
  /** True if page furniture stood in front. */
  torn: boolean;
}

/** Longer lines are no lines of a page but whole paragraphs. */
export const LONGEST_WRAPPED = 160;
/** So much of a text is in such lines, and so few lines are blank, that every line is a paragraph. */
const [LONG_SHARE, BLANK_SHARE] = [0.25, 0.15];

/** Does a text have its paragraphs on a line each, and nothing between them, as word processors save them? */
function hasLinePerParagraph(lines: readonly Line[]): boolean {
  const written = lines.filter(({ text }) => text !== '');
  const sum = (all: readonly Line[]): number => all.reduce((length, { text }) => length + text.length, 0);
  const long = written.filter(({ text }) => text.length > LONGEST_WRAPPED);
  return sum(long) > LONG_SHARE * sum(written) && lines.length - written.length < BLANK_SHARE * lines.length;
}

const [FEWEST_VERSES, LONGEST_VERSE, FEWEST_WORDS] = [4, 70, 3];

/** Where every line is a paragraph, several short ones below each other that have words enough for verse, and no cells of a table. */
function versesIn(lines: readonly Line[]): Set<Line> {
  const verses = new Set<Line>();
  let run: Line[] = [];
  for (const line of [...lines, undefined]) {
    const isVerse =
      line !== undefined &&
      line.text.length <= LONGEST_VERSE &&
      line.text.split(' ').length >= FEWEST_WORDS &&
      markerOf(line.text) === undefined;
    if (isVerse) run.push(line);
    else {
      if (run.length >= FEWEST_VERSES) for (const each of run) verses.add(each);
      run = [];
    }
  }
  return verses;
}

/** Cuts the text at blank lines and where a page ends. */
export function chunksOf(lines: readonly Line[]): Chunk[] {
  const everyLine = hasLinePerParagraph(lines);
  const verses = everyLine ? versesIn(lines) : new Set<Line>();
  const chunks: Chunk[] = [];
  let open: Line[] = [];
  let torn = false;
  const close = () => {
    if (open.length === 0) return;
    chunks.push({ lines: open, torn });
    open = [];
    torn = false;
  };
  for (const line of lines) {
    const isNextItem = markerOf(line.text) !== undefined && markerOf(open.at(-1)?.text ?? '') !== undefined;
    const isParted = PARTING.test(line.text) || PARTING.test(open.at(-1)?.text ?? '');
    const isNextVerse = verses.has(line) && verses.has(open.at(-1) ?? line);
    if (line.text === '' || line.torn || isParted || (everyLine && !isNextItem && !isNextVerse)) close();
    torn ||= line.torn;
    if (line.text !== '') open.push(line);
  }
  close();
  return chunks;
}
