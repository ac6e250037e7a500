/** What a page says by looks alone: word processors and old pages know no better. */

import { isElement, lineIn, type MarkupElement, type MarkupNode, visit } from '../markup/tree.ts';
import { hasClass } from './page.ts';

/** Pixels of CSS (CSS Values §6.2). */
const UNITS: Record<string, number> = { px: 1, pt: 96 / 72, in: 96, cm: 96 / 2.54, mm: 96 / 25.4, em: 16, rem: 16 };
const LEAST_INDENT = 19;
const [MARGIN, TEXT_INDENT, HEIGHT] = ['margin-left', 'text-indent', 'height'].map(
  (property) => new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*(-?[\\d.]+)(px|pt|in|cm|mm|em|rem)`, 'i'),
);

function lengthOf(style: string, property: RegExp | undefined): number {
  const [, number, unit] = property?.exec(style) ?? [];
  return Number(number ?? 0) * (UNITS[unit?.toLowerCase() ?? ''] ?? 0);
}

/** How far a paragraph is moved in by its style, in pixels. */
export const indentOf = ({ attributes }: MarkupElement): number => lengthOf(attributes.get('style') ?? '', MARGIN);

/** Is a paragraph moved in further than most, all of it, or of a style for quotations? In bibliographies the first line hangs out. */
export function isMovedIn(element: MarkupElement, most: number): boolean {
  if (hasClass(element, /^Mso(?:Intense)?Quote$|^quotations?(?:-western)?$/i)) return true;
  const style = element.attributes.get('style') ?? '';
  return style !== '' && indentOf(element) >= most + LEAST_INDENT && lengthOf(style, TEXT_INDENT) >= 0;
}

/** How far most of the text is moved in. */
export function commonIndent(root: MarkupElement): number {
  const letters = new Map<number, number>();
  visit(root, (element) => {
    if (element.name !== 'p') return;
    const indent = indentOf(element);
    letters.set(indent, (letters.get(indent) ?? 0) + lineIn(element).length);
  });
  return [...letters].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0];
}

const MONOSPACED = /mono|courier|consolas|menlo|monaco|andale/i;
const isTypewriter = ({ name, attributes }: MarkupElement): boolean =>
  name === 'tt' || MONOSPACED.test(`${attributes.get('face') ?? ''} ${attributes.get('style') ?? ''}`);

/** Are all words in it in the letters of a typewriter, so that it is a listing? */
export const isTypewritten = (nodes: readonly MarkupNode[]): boolean => isAll(isTypewriter, nodes);

const isSlanted = ({ name, attributes }: MarkupElement): boolean =>
  name === 'i' || name === 'em' || /font-style:\s*italic/.test(attributes.get('style') ?? '');
const isStrong = ({ name, attributes }: MarkupElement): boolean =>
  name === 'b' || name === 'strong' || /font-weight:\s*(?:bold|[6-9]00)/.test(attributes.get('style') ?? '');
const LONGEST_CAPTION = 400;
const LONGEST_UNSAID = 150;
const FINISHED = /^\p{Ll}|[.,:;!?…]["”’»)\]]?(?:\s*\[?\d{1,3}\]?)*$/u;
const NUMBERED =
  /^(?:fig(?:ure|ura)?|abb(?:ildung)?|ill(?:ustration)?|tab(?:le|elle|leau|la)?)[.\s]\s*\d{1,3}[a-z]?\s*(?:[.:|–—]|$)/i;

/**
 * Does a paragraph right at a picture or a table say what it shows? It is said to, or numbered, or all of it is slanted; or it
 * is no sentence, and not in the strong type of a heading.
 */
export function isCaption(element: MarkupElement): boolean {
  const words = lineIn(element);
  if (element.name !== 'p' || words === '' || words.length > LONGEST_CAPTION) return false;
  if (isSaidCaption(element) || isAll(isSlanted, element.children)) return true;
  return words.length <= LONGEST_UNSAID && !FINISHED.test(words) && !isAll(isStrong, element.children);
}

/** Is it said to be a caption, or numbered like one? */
export const isSaidCaption = (element: MarkupElement): boolean =>
  hasClass(element, /caption/i) || NUMBERED.test(lineIn(element));

/** How tall a picture is shown, in pixels, where that is said. */
export function heightOf({ attributes }: MarkupElement): number | undefined {
  const said = /^\d+(?:\.\d+)?(?:px)?$/.exec(attributes.get('height') ?? '')?.[0];
  if (said !== undefined) return Number.parseFloat(said);
  return lengthOf(attributes.get('style') ?? '', HEIGHT) || undefined;
}

/** Charts are objects too, and taller. */
const TALLEST_FORMULA = 150;

/** Is it a picture of a formula? LibreOffice calls it an object, in the middle of its line or not tall. */
export function isFormulaPicture(element: MarkupElement): boolean {
  const { attributes } = element;
  if (attributes.get('role') === 'math') return true;
  if (!/^Object\d+$/.test(attributes.get('name') ?? '')) return false;
  return attributes.get('align') === 'absmiddle' || (heightOf(element) ?? TALLEST_FORMULA) < TALLEST_FORMULA;
}

/** Does it hold of whatever has words in it? */
function isAll(is: (element: MarkupElement) => boolean, nodes: readonly MarkupNode[]): boolean {
  const parts = nodes.filter((node) => lineIn(node) !== '');
  return parts.length > 0 && parts.every((node) => isElement(node) && (is(node) || isAll(is, node.children)));
}

const [FLATTEST_PICTURE, SHORTEST_LINE] = [4, 100];

/** Is it a picture of a line across the page? */
export const isDrawnLine = (element: MarkupElement): boolean =>
  element.name === 'img' &&
  (heightOf(element) ?? FLATTEST_PICTURE) < FLATTEST_PICTURE &&
  Number.parseFloat(element.attributes.get('width') ?? '0') >= SHORTEST_LINE;
