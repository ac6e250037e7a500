/** MathML with nothing in it but mathematics: what is stored, and shown as it is. */
import { isElement, type MarkupElement, type MarkupNode, textIn, visit } from '../markup/tree.ts';

/** MathML Core and what publishers use beside it; no links, no scripts, nothing of HTML. */
const ELEMENTS = new Set(
  [
    'math semantics mrow mi mn mo mtext mspace ms mfrac msqrt mroot msub msup msubsup munder mover munderover',
    'mmultiscripts mprescripts none mtable mtr mtd mpadded mphantom menclose mfenced merror mstyle mlabeledtr',
  ].flatMap((names) => names.split(' ')),
);
const ATTRIBUTES = new Set(
  [
    'display mathvariant stretchy fence separator form lspace rspace accent accentunder largeop movablelimits symmetric',
    'minsize maxsize columnalign rowalign columnspan rowspan linethickness displaystyle scriptlevel dir open close',
    'separators notation width height depth voffset columnlines rowlines frame rowspacing columnspacing',
  ].flatMap((names) => names.split(' ')),
);
const PLAIN_VALUE = /^[\p{L}\p{N}\p{P}\p{S} ]{0,60}$/u;

/** A formula: its source as text, and how it is shown. */
export interface Formula {
  text: string;
  mathml: string;
}

/** The formula in a `math` element. Its text is the TeX that is annotated, or else what is written in it. */
export function formulaOf(math: MarkupElement, display: boolean): Formula {
  const written = (textAnnotated(math) ?? textIn(without(math))).replace(/\s+/gu, ' ').trim();
  const inner = math.children.map(serialised).join('');
  return {
    text: written,
    mathml: `<math xmlns="http://www.w3.org/1998/Math/MathML"${display ? ' display="block"' : ''}>${inner}</math>`,
  };
}

function textAnnotated(math: MarkupElement): string | undefined {
  let tex: string | undefined;
  visit(math, (element) => {
    if (element.name === 'annotation' && /tex/i.test(element.attributes.get('encoding') ?? '')) tex ??= textIn(element);
  });
  return tex?.trim() === '' ? undefined : tex;
}

const isAnnotation = (node: MarkupNode): boolean => isElement(node) && node.name.startsWith('annotation');

/** Without what is said about the formula rather than in it. */
const without = (element: MarkupElement): MarkupElement => ({
  ...element,
  children: element.children
    .filter((node) => !isAnnotation(node))
    .map((node) => (isElement(node) ? without(node) : node)),
});

/** Unknown elements give way to what is in them. */
function serialised(node: MarkupNode): string {
  if (!isElement(node)) return escaped(node);
  if (isAnnotation(node)) return '';
  const inner = node.children.map(serialised).join('');
  if (!ELEMENTS.has(node.name) || node.name === 'math') return inner;
  const attributes = Array.from(node.attributes)
    .filter(([name, value]) => ATTRIBUTES.has(name) && PLAIN_VALUE.test(value))
    .map(([name, value]) => ` ${name}="${escaped(value)}"`);
  return `<${node.name}${attributes.join('')}>${inner}</${node.name}>`;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '');
