import { type Anchor, makeAnchor } from '#anchoring';
import type { Article } from '#article';

/** The anchor of a quotation in the section with this title. Throws where it is not there, or there twice. */
export function findPassage({ sections }: Article, title: string, quote: string): Anchor {
  const found = sections
    .filter((section) => section.title === title)
    .flatMap(({ blocks }) => blocks)
    .filter(({ text }) => text.includes(quote));
  const [block] = found;
  if (!block || found.length > 1) throw new Error(`“${quote}” stands ${found.length} times in “${title}”`);
  const start = block.text.indexOf(quote);
  return makeAnchor(block.id, block.text, start, start + quote.length);
}
