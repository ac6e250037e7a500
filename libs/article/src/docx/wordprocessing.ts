/** Small questions that one asks of WordprocessingML again and again. */
import { at, childrenOf, type MarkupElement } from '../markup/tree.ts';

/** The value of a property like `<w:jc w:val="left"/>` at this path. */
export const valueAt = (element: MarkupElement | undefined, ...path: string[]): string | undefined =>
  element && at(element, ...path)?.attributes.get('val');

/** Is a property like `<w:b/>` on? It may say `false` of itself; `undefined` where nothing is said. */
export function toggleAt(element: MarkupElement | undefined, name: string): boolean | undefined {
  const toggle = element && childrenOf(element, name)[0];
  return toggle && !/^(?:0|false|off|none)$/.test(toggle.attributes.get('val') ?? 'true');
}

/** A whole number, or `undefined`. */
export const wholeNumber = (value: string | undefined): number | undefined =>
  value !== undefined && /^-?\d{1,9}$/.test(value) ? Number(value) : undefined;
