/** Emphasis and references within a paragraph become marks and offsets; their signs leave the text. */

import { formulaFromTex } from '../mathml/from-tex.ts';
import type { Mark } from '../model.ts';
import { concat, marked, type Prose, plain, reference } from '../prose.ts';
import { citationsIn } from './citations.ts';

/** Asterisks or underscores close around a phrase, as in `*The Economist*`, and no word right before or behind. */
const EMPHASIS =
  /(?<![\p{L}\p{Nd}*_])(?:(\*{1,3})(?=[^\s*])([^*]*[^\s*])\1|(_{1,2})(?=[^\s_])([^_]*[^\s_])\3)(?![\p{L}\p{Nd}*_])/gu;

const MARKS: Record<number, readonly Mark['type'][]> = { 1: ['emphasis'], 2: ['strong'], 3: ['strong', 'emphasis'] };

/** What converters to plain text write for what is raised, lowered or a formula: `1^(r)`, `c_(i)`, `$\\frac{1}{3}$`. */
const SIGNS =
  /(?<=[\p{L}\p{Nd}])(\^|_)\(([^()\s]{1,20})\)|(?<![\\$\p{Nd}])\$(?!\s)((?:[^$\n\\]|\\.){1,200}?)(?<!\s)\$(?![\d$])/gu;

/** Sums of money have neither. */
const OF_TEX = /[\\^_=]/;

/** The text of a paragraph with its marks, and with its references to those notes that exist. */
export function inline(text: string, labels: ReadonlySet<string>): Prose {
  const parts: Prose[] = [];
  let done = 0;
  for (const match of text.matchAll(EMPHASIS)) {
    const inner = withSigns(match[2] ?? match[4] ?? '', labels);
    const types = MARKS[(match[1] ?? match[3] ?? '').length] ?? [];
    parts.push(withSigns(text.slice(done, match.index), labels));
    parts.push(types.reduce((prose, type) => marked(prose, { type }), inner));
    done = match.index + match[0].length;
  }
  parts.push(withSigns(text.slice(done), labels));
  return concat(parts);
}

function withSigns(text: string, labels: ReadonlySet<string>): Prose {
  const parts: Prose[] = [];
  let done = 0;
  for (const match of text.matchAll(SIGNS)) {
    const [all, sign, written = '', tex] = match;
    if (tex !== undefined && !OF_TEX.test(tex)) continue;
    parts.push(withReferences(text.slice(done, match.index), labels));
    if (tex === undefined) parts.push(marked(plain(written), { type: sign === '^' ? 'superscript' : 'subscript' }));
    else {
      const { text: source, mathml } = formulaFromTex(tex, false);
      parts.push(marked(plain(source), { type: 'formula', ...(mathml !== undefined && { mathml }) }));
    }
    done = match.index + all.length;
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
