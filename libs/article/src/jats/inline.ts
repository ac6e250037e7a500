/** Text with emphasis, links, formulas and references: what stands within a paragraph. */
import type { DraftMark } from '../draft.ts';
import { formulaPicture, pictureProse, SIGN } from '../in-line.ts';
import { safeLink } from '../markup/links.ts';
import { proseOf, tidy } from '../markup/prose-of.ts';
import { lineIn, type MarkupElement, type MarkupNode, textIn, within } from '../markup/tree.ts';
import { formulaFromTex } from '../mathml/from-tex.ts';
import { formulaOf } from '../mathml/mathml-of.ts';
import { marked, type Prose, plain, reference } from '../prose.ts';
import type { Context } from './context.ts';

const MARKS: Record<string, DraftMark['type']> = {
  italic: 'emphasis',
  underline: 'emphasis',
  bold: 'strong',
  sup: 'superscript',
  sub: 'subscript',
  sc: 'small-caps',
  monospace: 'code',
  strike: 'strikethrough',
};
/** What `ref-type` means by a reference to a note. */
const NOTE_TYPES = new Set(['fn', 'footnote', 'endnote', 'fn-group']);
/** Said once more in another way, or for machines. */
const SILENT = new Set(['object-id', 'index-term', 'target', 'x-meta', 'alt-text', 'long-desc']);

/** The prose of these nodes, without space around it. */
export const inlineProse = (nodes: readonly MarkupNode[], context: Context): Prose =>
  tidy(proseOf(nodes, (element) => readInline(element, context)));

/** The prose of one element within a line. */
export function readInline(element: MarkupElement, context: Context): Prose {
  const inner = () => proseOf(element.children, (child) => readInline(child, context));
  const type = MARKS[element.name];
  if (type !== undefined) return marked(inner(), { type });
  switch (element.name) {
    case 'fn': {
      const label = context.labelOf(element);
      return label === undefined ? inner() : reference(label);
    }
    case 'xref':
      return crossReference(element, inner(), context);
    case 'ext-link':
    case 'uri':
    case 'email':
      return linked(element, inner(), context);
    case 'break':
      return plain('\n');
    case 'inline-formula':
    case 'disp-formula':
    case 'math':
    case 'tex-math':
      return inlineFormula(element, context);
    case 'inline-graphic':
    case 'graphic':
    case 'media':
      return pictureInLine(element, context);
    case 'alternatives':
      return proseOf(element.children.slice(0, firstElement(element) + 1), (child) => readInline(child, context));
    default:
      return SILENT.has(element.name) ? plain('') : inner();
  }
}

const firstElement = ({ children }: MarkupElement): number => children.findIndex((node) => typeof node !== 'string');

function crossReference(element: MarkupElement, words: Prose, context: Context): Prose {
  const targets = (element.attributes.get('rid') ?? '').split(/\s+/).filter(Boolean);
  const labels = targets.flatMap((target) => context.labelOf(target) ?? []);
  const isNote = NOTE_TYPES.has(element.attributes.get('ref-type') ?? '');
  const [first] = labels;
  if (first !== undefined) {
    return { text: '', marks: [], notes: labels.map((label) => ({ label, at: 0 })) };
  }
  if (isNote) {
    context.report('read/note-missing', element, 'note-missing', { label: words.text });
  }
  const [target] = targets;
  return target === undefined || isNote ? words : marked(words, { type: 'reference', target });
}

function linked(element: MarkupElement, words: Prose, context: Context): Prose {
  const own = lineIn(element);
  const address = element.attributes.get('href') ?? (element.name === 'email' ? `mailto:${own}` : own);
  const href = safeLink(/^10\.\d{4,}\//.test(address) ? `https://doi.org/${address}` : address);
  if (href !== undefined) return marked(words, { type: 'link', href });
  context.report('read/link-left-out', element, 'link-left-out', { words: own });
  return words;
}

/** A picture among words; where it is missing, its words stand there. */
function pictureInLine(element: MarkupElement, context: Context): Prose {
  const name = element.attributes.get('href') ?? '';
  const alternative = lineIn(within(element, 'alt-text')[0]);
  const image = context.imageOf(name);
  if ('asset' in image) return pictureProse(alternative === '' ? image : { ...image, alternative });
  context.report('read/image-left-out', element, 'picture-in-line-missing', { words: alternative || name, ...image });
  return plain(alternative || SIGN);
}

function inlineFormula(element: MarkupElement, context: Context): Prose {
  const formula = formulaIn(element, false);
  if (!formula) return formulaWithoutSource(proseOf(element.children, (child) => readInline(child, context)));
  const { text, mathml } = formula;
  return marked(plain(text), { type: 'formula', ...(mathml !== undefined && { mathml }) });
}

/** Of a formula that is a picture, the picture. */
function formulaWithoutSource(inner: Prose): Prose {
  const { text, marks } = tidy(inner);
  const [picture] = marks;
  const isPicture = picture?.type === 'picture' && picture.start === 0 && picture.end === text.length;
  return isPicture ? formulaPicture(picture.image, text) : inner;
}

/** The formula in an element: its MathML where there is some, or else its TeX. */
export function formulaIn(element: MarkupElement, display: boolean): { text: string; mathml?: string } | undefined {
  const [math] = element.name === 'math' ? [element] : within(element, 'math');
  const [tex] = element.name === 'tex-math' ? [element] : within(element, 'tex-math');
  const source = tex && bareTex(textIn(tex)).replace(/\s+/gu, ' ');
  if (!math) return source === undefined ? undefined : formulaFromTex(source, display);
  const formula = formulaOf(math, display);
  return source === undefined ? formula : { ...formula, text: source };
}

/** What stands in a TeX document that was made for one formula (as PubMed Central has them). */
function bareTex(source: string): string {
  const body = /\\begin\{document\}([\s\S]*)\\end\{document\}/.exec(source)?.[1] ?? source;
  return body.trim().replace(/^(\$\$?|\\\[|\\\()([\s\S]*?)(\$\$?|\\\]|\\\))$/, '$2');
}
