/** The entries of the bibliography, and the places in the text that cite them by number. */
import type { DraftMark, DraftReference } from '../draft.ts';
import type { Prose } from '../prose.ts';

const LABEL = /^\[(\d{1,3})\]\s*/;
/** `[4]`, `[4, 7]`, `[4–6]`; of a range its ends are marked. */
const CITATION = /\[(\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,20})\]/gu;

/** An entry with its number, if it is printed with one, apart from its text. */
export function entryOf(text: string): { label: string | undefined; skipped: number } {
  const match = LABEL.exec(text);
  return { label: match?.[1], skipped: match?.[0].length ?? 0 };
}

/** Named so that marks can point to it. */
export const keyOf = (label: string): string => `reference ${label}`;

/** The draft of an entry. */
export const referenceOf = (label: string | undefined, prose: Prose): DraftReference => ({
  ...prose,
  ...(label !== undefined && { label, key: keyOf(label) }),
});

/** The text with its citations marked, as far as there are such entries. */
export function withCitations(prose: Prose, labels: ReadonlySet<string>): Prose {
  if (labels.size === 0 || !prose.text.includes('[')) return prose;
  const marks: DraftMark[] = [];
  for (const citation of prose.text.matchAll(CITATION)) {
    const numbers = Array.from((citation[1] ?? '').matchAll(/\d+/g));
    if (!numbers.every(([label]) => labels.has(label))) continue;
    for (const number of numbers) {
      const start = citation.index + 1 + number.index;
      marks.push({ type: 'reference', start, end: start + number[0].length, target: keyOf(number[0]) });
    }
  }
  return { ...prose, marks: [...prose.marks, ...marks] };
}
