/** What a page says by looks alone: word processors and old pages know no better. */

import { isElement, lineIn, type MarkupElement, type MarkupNode } from '../markup/tree.ts';
import { hasClass } from './page.ts';

/** Pixels of CSS (CSS Values §6.2). */
const UNITS: Record<string, number> = { px: 1, pt: 96 / 72, in: 96, cm: 96 / 2.54, mm: 96 / 25.4, em: 16, rem: 16 };
const LEAST_INDENT = 19;
const [MARGIN, TEXT_INDENT] = ['margin-left', 'text-indent'].map(
  (property) => new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*(-?[\\d.]+)(px|pt|in|cm|mm|em|rem)`, 'i'),
);

function lengthOf(style: string, property: RegExp | undefined): number {
  const [, number, unit] = property?.exec(style) ?? [];
  return Number(number ?? 0) * (UNITS[unit?.toLowerCase() ?? ''] ?? 0);
}

/** Is a paragraph moved in by its style, all of it? In bibliographies the first line hangs out. */
export function isMovedIn({ attributes }: MarkupElement): boolean {
  const style = attributes.get('style') ?? '';
  return style !== '' && lengthOf(style, MARGIN) >= LEAST_INDENT && lengthOf(style, TEXT_INDENT) >= 0;
}

const MONOSPACED = /mono|courier|consolas|menlo|monaco|andale/i;
const isTypewriter = ({ name, attributes }: MarkupElement): boolean =>
  name === 'tt' || MONOSPACED.test(`${attributes.get('face') ?? ''} ${attributes.get('style') ?? ''}`);

/** Are all words in it in the letters of a typewriter, so that it is a listing? */
export const isTypewritten = (nodes: readonly MarkupNode[]): boolean => isAll(isTypewriter, nodes);

const isSlanted = ({ name }: MarkupElement): boolean => name === 'i' || name === 'em';
const LONGEST_CAPTION = 400;
const NUMBERED = /^(?:fig(?:ure|ura)?|abb(?:ildung)?|ill(?:ustration)?|tab(?:le|elle|leau|la)?)[.\s]\s*\d/i;

/** Does a paragraph below a picture say what it shows? It is said to, or numbered, or all of it is slanted. */
export function isCaption(element: MarkupElement): boolean {
  const words = lineIn(element);
  if (element.name !== 'p' || words === '' || words.length > LONGEST_CAPTION) return false;
  return hasClass(element, /caption/i) || NUMBERED.test(words) || isAll(isSlanted, element.children);
}

/** Does it hold of whatever has words in it? */
function isAll(is: (element: MarkupElement) => boolean, nodes: readonly MarkupNode[]): boolean {
  const parts = nodes.filter((node) => lineIn(node) !== '');
  return parts.length > 0 && parts.every((node) => isElement(node) && (is(node) || isAll(is, node.children)));
}
