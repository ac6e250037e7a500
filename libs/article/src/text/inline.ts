/** Emphasis and references within a paragraph become marks and offsets; their signs leave the text. */

import type { Mark } from '../model.ts';
import { concat, marked, type Prose, plain, reference } from '../prose.ts';
import { citationsIn } from './citations.ts';

/** Asterisks or underscores close around a phrase, as in `*The Economist*`, and no word right before or behind. */
const EMPHASIS =
  /(?<![\p{L}\p{Nd}*_])(?:(\*{1,3})(?=[^\s*])([^*]*[^\s*])\1|(_{1,2})(?=[^\s_])([^_]*[^\s_])\3)(?![\p{L}\p{Nd}*_])/gu;

const MARKS: Record<number, readonly Mark['type'][]> = { 1: ['emphasis'], 2: ['strong'], 3: ['strong', 'emphasis'] };

/** The text of a paragraph with its marks, and with its references to those notes that exist. */
export function inline(text: string, labels: ReadonlySet<string>): Prose {
  const parts: Prose[] = [];
  let done = 0;
  for (const match of text.matchAll(EMPHASIS)) {
    const inner = withReferences(match[2] ?? match[4] ?? '', labels);
    const types = MARKS[(match[1] ?? match[3] ?? '').length] ?? [];
    parts.push(withReferences(text.slice(done, match.index), labels));
    parts.push(types.reduce((prose, type) => marked(prose, { type }), inner));
    done = match.index + match[0].length;
  }
  parts.push(withReferences(text.slice(done), labels));
  return concat(parts);
}

function withReferences(text: string, labels: ReadonlySet<string>): Prose {
  const parts: Prose[] = [];
  let done = 0;
  for (const { start, end, labels: cited } of citationsIn(text)) {
    if (!cited.every((label) => labels.has(label))) continue;
    // An extractor may leave a space before the mark; one before and one behind would be two.
    const before = text.slice(done, start);
    const followed = end < text.length && !/^[\s.,;:!?)\]]/u.test(text.slice(end, end + 1));
    parts.push(plain(followed ? before : before.trimEnd()), ...cited.map(reference));
    done = end;
  }
  parts.push(plain(text.slice(done)));
  return concat(parts);
}
