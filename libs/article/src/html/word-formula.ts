/** Formulas in web pages that Word has saved: Office MathML, its names in small letters and without quotes around its values. */
import { formulaFromOmml } from '../docx/omml.ts';
import { isElement, type MarkupElement, type MarkupNode, textIn } from '../markup/tree.ts';
import type { Formula } from '../mathml/mathml-of.ts';

const NAMES = new Map(
  [
    'oMath oMathPara sSup sSub sSubSup sPre naryPr limLoc func fName limLow limUpp groupChr groupChrPr accPr barPr barPos',
    'eqArr dPr begChr endChr sepChr radPr degHide borderBox fPr mPr',
  ].flatMap((names) => names.split(' ').map((name) => [name.toLowerCase(), name])),
);

/** Is it a formula as Word saves it? */
export const isWordFormula = ({ name }: MarkupElement): boolean => name === 'm:omath' || name === 'm:omathpara';

/** The formula of an `m:oMath`. */
export const wordFormula = (element: MarkupElement, display: boolean): Formula =>
  formulaFromOmml(mathIn(element), display);

/** The names as they are in a Word document; what else stands in a formula is for its looks. */
function mathIn(element: MarkupElement): MarkupElement {
  const small = element.name.replace(/^m:/, '');
  const name = NAMES.get(small) ?? small;
  const attributes = new Map([...element.attributes].map(([key, value]) => [key.replace(/^m:/, ''), value]));
  const bare = { ...element, name, prefix: 'm', attributes };
  if (name === 'oMathPara') return { ...bare, name: 'oMath', children: partsOf(element.children).flatMap(partsInMath) };
  // The words of a run stand in it as they are.
  if (name === 'r') return { ...bare, children: [{ ...bare, name: 't', children: [textIn(element)] }] };
  return { ...bare, children: partsOf(element.children) };
}

const partsInMath = (node: MarkupNode): MarkupNode[] =>
  isElement(node) && node.name === 'oMath' ? node.children : [node];

const partsOf = (nodes: readonly MarkupNode[]): MarkupNode[] =>
  nodes.flatMap((node): MarkupNode[] => {
    if (!isElement(node)) return [];
    return node.name.startsWith('m:') ? [mathIn(node)] : partsOf(node.children);
  });
