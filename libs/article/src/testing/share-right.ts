/** How much of what an author wrote is in what a reader made of it: blocks, notes, headings, bibliography. */
import type { Article, Block } from '../model.ts';

/** What an article consists of, as texts that can be compared. */
export interface Texts {
  /** Each as `type text`, without rules, which are no text. */
  blocks: readonly string[];
  /** The words in front of each reference to a note, and what the note says. */
  notes: readonly string[];
  /** Each as `level title`. */
  headings: readonly string[];
  references: readonly string[];
}

/** How many of what should be there is. */
export interface Share {
  right: number;
  of: number;
}

export type Shares = Record<keyof Texts, Share>;

/** How the text of a formula is written depends on the format, so a sign stands for it. */
function wordsOf({ text, marks }: Pick<Block, 'text' | 'marks'>): string {
  const formulas = marks.filter(({ type }) => type === 'formula').toSorted((a, b) => b.start - a.start);
  return formulas.reduce((words, { start, end }) => `${words.slice(0, start)}∎${words.slice(end)}`, text);
}

const WORDS_BEFORE = 15;

/** The texts of an article that was read. */
export function textsOf({ abstract, sections, notes, references = [] }: Article): Texts {
  const blocks = [...abstract, ...sections.flatMap((section) => section.blocks)];
  const said = new Map(notes.map((note) => [note.label, wordsOf(note)]));
  return {
    blocks: blocks
      .filter(({ text }) => text !== '')
      .map((block) => `${block.type} ${block.type === 'formula' ? '∎' : wordsOf(block)}`),
    notes: blocks.flatMap(({ text, notes: cited }) =>
      cited.map(({ label, at }) => `${text.slice(Math.max(0, at - WORDS_BEFORE), at)} ${said.get(label)}`),
    ),
    headings: sections.map(({ title, level }) => `${level} ${title}`),
    references: references.map(({ text }) => text),
  };
}

/** What is right of what should be there. */
export function sharesRight(found: Texts, wanted: Texts): Shares {
  const share = (part: keyof Texts): Share => ({
    right: rightOf(found[part], wanted[part]),
    of: wanted[part].length,
  });
  return {
    blocks: share('blocks'),
    notes: share('notes'),
    headings: share('headings'),
    references: share('references'),
  };
}

function rightOf(found: readonly string[], wanted: readonly string[]): number {
  const left = [...found];
  return wanted.filter((it) => {
    const at = left.indexOf(it);
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  }).length;
}
