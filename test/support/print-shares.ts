/** How much of a manuscript a print of it was read as, in words such as `12 of 13`. */
import type { Article, Block } from '#article';

export interface PrintShares {
  /** Of the abstract and the sections, with their kinds. */
  blocks: string;
  /** Tied to their place, with every word. */
  notes: string;
  headings: string;
}

/** Compares a print with what its author wrote. */
export function printShares(truth: Article, print: Article): PrintShares {
  const [wanted, found] = [textsOf(truth), textsOf(print)];
  return {
    blocks: share(found.blocks, wanted.blocks),
    notes: share(found.notes, wanted.notes),
    headings: share(found.headings, wanted.headings),
  };
}

/** Stands for a formula: how its text is written depends on the print. */
const FORMULA = '∎';
/** What printing programs put in front of a caption. */
const LABEL = /^(figure|table) (?:Figure|Fig\.|Abbildung|Table) (?:\d+|[IVX]+)[.:]? /;
const LONGEST_FORMULA = 80;

interface Texts {
  blocks: string[];
  notes: string[];
  headings: string[];
}

function textsOf({ abstract, sections, notes }: Article): Texts {
  const blocks = sections.flatMap((section) => section.blocks);
  const byLabel = new Map(notes.map((note) => [note.label, wordsOf(note)]));
  return {
    blocks: [...abstract, ...blocks].filter(({ text, type }) => text !== '' || type === 'rule').map(blockAsText),
    notes: blocks.flatMap(({ text, notes: references }) =>
      references.map(({ label, at }) => `${text.slice(Math.max(0, at - 15), at)} ${byLabel.get(label)}`),
    ),
    headings: sections.filter(({ title }) => title !== '').map(({ title, level }) => `${level} ${title}`),
  };
}

const blockAsText = (block: Block): string =>
  `${block.type} ${block.type === 'formula' ? FORMULA : wordsOf(block)}`.replace(LABEL, '$1 ');

function wordsOf({ text, marks }: Pick<Block, 'text' | 'marks'>): string {
  const formulas = marks.filter(({ type }) => type === 'formula').toSorted((a, b) => b.start - a.start);
  return formulas.reduce((words, { start, end }) => `${words.slice(0, start)}${FORMULA}${words.slice(end)}`, text);
}

function share(found: readonly string[], wanted: readonly string[]): string {
  const left = [...found];
  const right = wanted.filter((text) => {
    const pattern = new RegExp(`^${text.split(FORMULA).map(escaped).join(`[^]{1,${LONGEST_FORMULA}}?`)}$`);
    const at = left.findIndex((other) => pattern.test(other));
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  });
  return `${right.length} of ${wanted.length}`;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
