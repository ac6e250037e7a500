/** Headings that stand in the first line of their text: `2.1. Samples. We used …`, numbered and of another face than it. */
import { numberingOf } from '../text/headings.ts';
import { type Line, lineOf, type Run } from './layout.ts';
import type { Paragraph } from './paragraphs.ts';

const LONGEST = 100;

/** The paragraph in two where it begins with such a heading. */
export function withoutRunIn(paragraph: Paragraph): Paragraph[] {
  const [line, ...others] = paragraph.lines;
  const at = line && !paragraph.span ? endOfHeading(line) : undefined;
  if (!line || at === undefined) return [paragraph];
  const [heading, rest] = [line.runs.slice(0, at), line.runs.slice(at)].map((runs) => ({
    ...lineOf(line.page, line.slot, runs),
    ruled: false,
  }));
  if (!heading || !rest) return [paragraph];
  return [
    { ...paragraph, lines: [withoutStop(heading)] },
    { ...paragraph, gap: 0, lines: [rest, ...others] },
  ];
}

/** How many runs of the line are the heading. */
function endOfHeading({ runs }: Line): number | undefined {
  const [first] = runs;
  if (!first) return undefined;
  const { bold, italic } = first.style;
  if (!bold && !italic) return undefined;
  const at = runs.findIndex(({ style }) => style.bold !== bold || style.italic !== italic);
  const text = runs
    .slice(0, at)
    .map((run) => run.text)
    .join(' ')
    .trim();
  const isHeading = at > 0 && text.length < LONGEST && text.endsWith('.') && numberingOf(text)?.style === 'decimal';
  return isHeading && /^\d+\.\d/.test(text) ? at : undefined;
}

/** The full stop parts the heading from its text and is none of it. */
function withoutStop(line: Line): Line {
  const runs = line.runs.map(
    (run, at): Run => (at === line.runs.length - 1 ? { ...run, text: run.text.replace(/\.\s*$/, '') } : run),
  );
  return { ...lineOf(line.page, line.slot, runs), ruled: line.ruled };
}
