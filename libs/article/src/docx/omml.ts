/** Office MathML as MathML (ECMA-376 part 1 §22.1), built as a tree that then passes the same filter as any other. */
import { at, childrenOf, elementsOf, type MarkupElement, type MarkupNode, textIn } from '../markup/tree.ts';
import { type Formula, formulaOf } from '../mathml/mathml-of.ts';
import { valueAt } from './wordprocessing.ts';

/** The formula of an `oMath`; its text is what is written in it. */
export const formulaFromOmml = (math: MarkupElement, display: boolean): Formula =>
  formulaOf(element('math', partsOf(math)), display);

const element = (
  name: string,
  children: readonly MarkupNode[],
  attributes: Record<string, string> = {},
): MarkupElement => ({
  name,
  prefix: '',
  attributes: new Map(Object.entries(attributes)),
  children: [...children],
  line: 1,
});

const row = (children: readonly MarkupNode[]): MarkupElement => element('mrow', children);
const sign = (text: string): MarkupElement => element('mo', [text]);

/** What an argument like `<m:num>` holds, as one. */
const argument = (parent: MarkupElement, name: string): MarkupElement => {
  const [part] = childrenOf(parent, name);
  return row(part ? partsOf(part) : []);
};

const partsOf = (parent: MarkupElement): MarkupElement[] => elementsOf(parent).flatMap(partOf);

function partOf(part: MarkupElement): MarkupElement[] {
  const its = (name: string) => argument(part, name);
  switch (part.name) {
    case 'r':
      return runOf(textIn(childrenText(part)));
    case 'f':
      return [element('mfrac', [its('num'), its('den')])];
    case 'sSup':
      return [element('msup', [its('e'), its('sup')])];
    case 'sSub':
      return [element('msub', [its('e'), its('sub')])];
    case 'sSubSup':
      return [element('msubsup', [its('e'), its('sub'), its('sup')])];
    case 'sPre':
      return [element('mmultiscripts', [its('e'), element('mprescripts', []), its('sub'), its('sup')])];
    case 'rad': {
      const hasDegree = textIn(its('deg')) !== '';
      return [hasDegree ? element('mroot', [its('e'), its('deg')]) : element('msqrt', [its('e')])];
    }
    case 'd':
      return delimited(part);
    case 'nary': {
      const operator = sign(valueAt(part, 'naryPr', 'chr') ?? '∫');
      const name = valueAt(part, 'naryPr', 'limLoc') === 'undOvr' ? 'munderover' : 'msubsup';
      return [row([element(name, [operator, its('sub'), its('sup')]), its('e')])];
    }
    case 'func':
      return [row([its('fName'), sign('\u2061'), its('e')])];
    case 'limLow':
      return [element('munder', [its('e'), its('lim')])];
    case 'limUpp':
      return [element('mover', [its('e'), its('lim')])];
    case 'acc':
      return [element('mover', [its('e'), sign(valueAt(part, 'accPr', 'chr') ?? '\u0302')], { accent: 'true' })];
    case 'bar':
      return [element(valueAt(part, 'barPr', 'pos') === 'top' ? 'mover' : 'munder', [its('e'), sign('\u00af')])];
    case 'groupChr':
      return [element('munder', [its('e'), sign(valueAt(part, 'groupChrPr', 'chr') ?? '\u23df')])];
    case 'm':
      return [
        element(
          'mtable',
          childrenOf(part, 'mr').map((line) => cells(childrenOf(line, 'e'))),
        ),
      ];
    case 'eqArr':
      return [
        element(
          'mtable',
          childrenOf(part, 'e').map((line) => cells([line])),
        ),
      ];
    default:
      return part.name.endsWith('Pr') ? [] : partsOf(part);
  }
}

const cells = (parts: readonly MarkupElement[]): MarkupElement =>
  element(
    'mtr',
    parts.map((part) => element('mtd', partsOf(part))),
  );

/** The text of a run, whose other children say how it looks. */
const childrenText = (run: MarkupElement): MarkupElement => row(childrenOf(run, 't'));

function delimited(part: MarkupElement): MarkupElement[] {
  const properties = at(part, 'dPr');
  const [open, close, between] = ['begChr', 'endChr', 'sepChr'].map((name) => valueAt(properties, name));
  const inside = childrenOf(part, 'e').flatMap((it, index) => [
    ...(index === 0 ? [] : [sign(between ?? '|')]),
    row(partsOf(it)),
  ]);
  return [row([sign(open ?? '('), ...inside, sign(close ?? ')')])];
}

/** Figures, letters and signs, each as what it is. */
const runOf = (text: string): MarkupElement[] =>
  (text.match(/\d+(?:[.,]\d+)*|\s+|\p{L}\p{M}*|[^\d\s\p{L}]/gu) ?? []).map((token) => {
    if (/^\d/.test(token)) return element('mn', [token]);
    if (/^\s/.test(token)) return element('mtext', ['\u00a0']);
    return element(/^\p{L}/u.test(token) ? 'mi' : 'mo', [token]);
  });
