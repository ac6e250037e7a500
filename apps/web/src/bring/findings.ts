/** What a reader guessed, mended and left out, as an instructor looks at it. */
import type { Article, BlockId, Diagnostic } from '#article';

/** What kind of thing a diagnostic tells of: something that is missing matters more than something that was mended. */
export const KINDS = ['left-out', 'guessed', 'mended'] as const;
export type Kind = (typeof KINDS)[number];

export interface Finding extends Diagnostic {
  kind: Kind;
  /** The passage that it is about, where its words are found. */
  passage: BlockId | undefined;
}

const LEFT_OUT = /left-out|removed$|missing|dropped|outside|ignored|unreadable|without-text|tracked-change/;
const GUESSED = /guessed|inferred|title-from-name|unreferenced|as-text/;

/** What is around the text of every page, which nobody misses. */
const AROUND = /outside-the-article|running-head/;

/** In the order of the source, what stands around the text last. */
export function findingsOf(diagnostics: readonly Diagnostic[], article: Article): Finding[] {
  const passages = textsOf(article);
  const isAround = ({ code }: Diagnostic): boolean => AROUND.test(code);
  const ordered = [...diagnostics.filter((it) => !isAround(it)), ...diagnostics.filter(isAround)];
  return ordered.map((diagnostic) => ({
    ...diagnostic,
    kind: LEFT_OUT.test(diagnostic.code) ? 'left-out' : GUESSED.test(diagnostic.code) ? 'guessed' : 'mended',
    passage: passageOf(diagnostic.message, passages),
  }));
}

const textsOf = ({ abstract, sections, back, notes }: Article): (readonly [BlockId, string])[] => [
  ...abstract.map(({ id, text }) => [id, text] as const),
  ...sections.flatMap(({ id, title, blocks }) => [
    [id, title] as const,
    ...blocks.map((block) => [block.id, block.text] as const),
  ]),
  ...back.map(({ id, text }) => [id, text] as const),
  ...notes.map(({ id, text }) => [id, text] as const),
];

const SHORTEST = 4;

/** Messages quote what they are about. */
function passageOf(message: string, passages: readonly (readonly [BlockId, string])[]): BlockId | undefined {
  for (const [, quoted = ''] of message.matchAll(/“([^”]+)”/gu)) {
    const words = quoted.replace(/…$/, '').trim();
    if (words.length < SHORTEST) continue;
    const found = passages.find(([, text]) => text.replace(/\s+/gu, ' ').includes(words));
    if (found) return found[0];
  }
  return undefined;
}
