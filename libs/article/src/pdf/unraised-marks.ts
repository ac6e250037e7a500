/**
 * Marks of notes that look raised and stand on the line: fonts have figures of that shape, which are told from others by
 * nothing but their drawing. A note that nothing refers to is looked for where its number clings to a word of its page.
 */
import type { PrintedNote } from './foot-notes.ts';
import { type Column, isFigure, type Line, lineOf, type Run } from './layout.ts';

const LABEL = /^(?:\d{1,3}|[*†‡§¶]{1,3})$/u;

/** The columns with those marks raised that are found, each once on its page. */
export function withRaisedMarks(columns: readonly Column[], notes: readonly PrintedNote[]): Column[] {
  const pages = new Map<number, string[]>();
  for (const { page, label } of notes) {
    if (LABEL.test(label)) pages.set(page, [...(pages.get(page) ?? []), label]);
  }
  return columns.map((column) => {
    const own = columns.filter(({ page }) => page === column.page).flatMap(({ lines }) => lines);
    const labels = (pages.get(column.page) ?? []).filter((label) => !own.some((line) => refersTo(line, label)));
    return labels.reduce((whole, label) => withRaised(whole, own, label), column);
  });
}

const refersTo = ({ runs }: Line, label: string): boolean =>
  runs.some((run) => isFigure(run) && run.text.match(/\d+|[*†‡§¶]+/gu)?.includes(label));

/** A number behind a word or its punctuation, with a blank or a line end behind; a sign, which is raised by its drawing, has any letter there. */
const clinging = (label: string): RegExp =>
  /\d/.test(label)
    ? new RegExp(`(?<=[\\p{L}.,;:!?’”»)])${label}(?=\\s|$)`, 'gu')
    : new RegExp(`(?<=[\\p{L}.,;:!?’”»)])${label.replaceAll('*', '\\*')}(?![*†‡§¶])`, 'gu');

function withRaised(column: Column, page: readonly Line[], label: string): Column {
  const pattern = clinging(label);
  const places = page.reduce((sum, { text }) => sum + (text.match(pattern)?.length ?? 0), 0);
  if (places !== 1) return column;
  return {
    ...column,
    lines: column.lines.map((line) => {
      if (!line.text.match(pattern)) return line;
      const runs = line.runs.flatMap((run) => raise(run, pattern));
      const { ruled } = line;
      return { ...lineOf(line.page, line.slot, runs), ruled };
    }),
  };
}

function raise(run: Run, pattern: RegExp): Run[] {
  const [match] = run.text.matchAll(pattern);
  if (!match) return [run];
  const width = (run.right - run.x) / run.text.length;
  const [from, to] = [match.index, match.index + match[0].length];
  const part = (start: number, end: number): Run[] =>
    start === end
      ? []
      : [
          {
            ...run,
            text: run.text.slice(start, end),
            x: run.x + start * width,
            right: run.x + end * width,
            spaced: start === 0 && run.spaced,
          },
        ];
  const mark = part(from, to).map((own): Run => ({ ...own, shift: 'raised' }));
  return [...part(0, from), ...mark, ...part(to, run.text.length)];
}
