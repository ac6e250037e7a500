/**
 * Formulas that a program in the page has set (MathJax, KaTeX): what is shown is made of pieces that say nothing, and the
 * formula stands beside them, as TeX in a script or as MathML for those who listen.
 */
import { elementsOf, isElement, type MarkupElement, type MarkupNode, textIn, within } from '../markup/tree.ts';
import { hasClass } from './page.ts';

const isTex = ({ name, attributes }: MarkupElement): boolean =>
  name === 'script' && /^math\/tex\b/.test(attributes.get('type') ?? '');

/** The page with each formula once, where it stands. */
export function withoutTypesetting(html: MarkupElement): MarkupElement {
  const hasTex = within(html, 'script').some(isTex);
  return { ...html, children: bare(html.children, hasTex) };
}

const bare = (nodes: readonly MarkupNode[], hasTex: boolean): MarkupNode[] =>
  nodes.flatMap((node): MarkupNode[] => {
    if (!isElement(node)) return [node];
    if (hasTex && isTex(node)) return [asTex(node)];
    if (hasTex && hasClass(node, /^MathJax(?:_|$)/)) return [];
    if (hasClass(node, /^katex$/) && within(node, 'math').length === 0) return [{ ...node, children: shown(node) }];
    return [{ ...node, children: bare(node.children, hasTex) }];
  });

/** As Pandoc writes TeX that is to be set. */
function asTex(script: MarkupElement): MarkupElement {
  const isDisplay = /mode=display/.test(script.attributes.get('type') ?? '');
  const tex = isDisplay ? `\\[${textIn(script)}\\]` : `\\(${textIn(script)}\\)`;
  const attributes = new Map([['class', isDisplay ? 'math display' : 'math inline']]);
  return { ...script, name: 'span', attributes, children: [tex] };
}

/** What is hidden from those who listen is all there is of it. */
const shown = (element: MarkupElement): MarkupNode[] =>
  elementsOf(element).map((part) => ({
    ...part,
    attributes: new Map([...part.attributes].filter(([name]) => name !== 'aria-hidden')),
  }));
