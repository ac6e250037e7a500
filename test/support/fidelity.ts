/** How much of a manuscript is in what a reader made of a print of it. */
import type { Article, Block } from '#article';

/** Shares from 0 to 1, and what is not as it should be. */
export interface Fidelity {
  /** Blocks of the text, abstract included, whose type and words are exactly those of the manuscript. */
  paragraphs: number;
  /** Notes whose words are exact. */
  notes: number;
  /** References that stand where they should and lead to the note that is meant. */
  references: number;
  /** Headings with their level. */
  headings: number;
  wrong: string[];
}

export function fidelity(expected: Article, read: Article): Fidelity {
  const blocks = share('paragraph', blocksOf(expected).map(wordsOf), blocksOf(read).map(wordsOf));
  const notes = share('note', expected.notes.map(noteOf), read.notes.map(noteOf));
  const references = share('reference', blocksOf(expected).flatMap(referencesOf), blocksOf(read).flatMap(referencesOf));
  const headings = share('heading', expected.sections.map(headingOf), read.sections.map(headingOf));
  return {
    paragraphs: blocks.share,
    notes: notes.share,
    references: references.share,
    headings: headings.share,
    wrong: [blocks, notes, references, headings].flatMap(({ wrong }) => wrong),
  };
}

const blocksOf = ({ abstract, sections }: Article): Block[] => [
  ...abstract,
  ...sections.flatMap(({ blocks }) => blocks),
];
const wordsOf = ({ type, text }: Block): string => `${type}: ${text}`;
const noteOf = ({ label, text }: Article['notes'][number]): string => `${label}: ${text}`;
const headingOf = ({ level, title }: Article['sections'][number]): string => `${'#'.repeat(level)} ${title}`;
/** The words in front of a mark say where it stands. */
const referencesOf = ({ text, notes }: Block): string[] =>
  notes.map(({ label, at }) => `${text.slice(Math.max(0, at - 12), at)}[${label}]`);

/** How many of the expected are there, each once; what is there and not expected counts against it. */
function share(what: string, expected: readonly string[], read: readonly string[]): { share: number; wrong: string[] } {
  const left = [...read];
  const missing = expected.filter((text) => {
    const at = left.indexOf(text);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
  const total = Math.max(expected.length, read.length);
  const right = expected.length - missing.length;
  return {
    share: total === 0 ? 1 : right / total,
    wrong: [...missing.map((text) => `${what} missing: ${text}`), ...left.map((text) => `${what} unexpected: ${text}`)],
  };
}
