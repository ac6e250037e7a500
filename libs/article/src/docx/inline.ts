/** The runs of a paragraph: words, how they look, links, formulas and references to notes. */
import { formulaPicture, pictureProse, SIGN, TALLEST_IN_LINE } from '../in-line.ts';
import { safeLink } from '../markup/links.ts';
import { tidy } from '../markup/prose-of.ts';
import { childrenOf, elementsOf, lineIn, type MarkupElement, textIn, within } from '../markup/tree.ts';
import { concat, marked, type Prose, plain, reference } from '../prose.ts';
import type { Context, FoundPicture } from './context.ts';
import { formulaFromOmml } from './omml.ts';
import type { Looks } from './styles.ts';
import { valueAt } from './wordprocessing.ts';

/** A field like `HYPERLINK "https://…"` whose parts lie in several runs (ECMA-376 part 1 §17.16.18). */
interface Field {
  instruction: string;
  /** Where its result begins among the parts; -1 before. */
  from: number;
}

/** The words of a paragraph, with all the space in them. */
export const inlineProse = (paragraph: MarkupElement, context: Context): Prose =>
  proseOf(elementsOf(paragraph), context, []);

/** One space where there were several or a tab, none at the ends. */
export const spaced = (prose: Prose): Prose => tidy({ ...prose, text: prose.text.replaceAll('\t', ' ') });

function proseOf(elements: readonly MarkupElement[], context: Context, fields: Field[]): Prose {
  const parts: Prose[] = [];
  for (const element of elements) {
    if (element.name === 'r') readRun(element, parts, fields, context);
    else parts.push(readElement(element, context));
  }
  return concat(parts);
}

function readElement(element: MarkupElement, context: Context): Prose {
  const inner = () => proseOf(elementsOf(element), context, []);
  switch (element.name) {
    case 'hyperlink':
      return linked(element, inner(), context);
    case 'del':
    case 'moveFrom': {
      const words = within(element, 'delText', 't').map(textIn).join('');
      if (words.trim() !== '') context.report('docx/tracked-change', 'deleted-left-out', { words });
      return plain('');
    }
    case 'oMath': {
      const { text, mathml } = formulaFromOmml(element, false);
      return marked(plain(text), { type: 'formula', mathml });
    }
    case 'oMathPara':
    case 'ins':
    case 'moveTo':
    case 'smartTag':
    case 'fldSimple':
    case 'sdt':
    case 'sdtContent':
    case 'customXml':
    case 'bdo':
    case 'dir':
      return inner();
    case 'AlternateContent':
      return proseOf(elementsOf(elementsOf(element)[0] ?? element), context, []);
    default:
      // Whatever else stands around words: they are kept.
      return within(element, 't').length > 0 ? inner() : plain('');
  }
}

function readRun(run: MarkupElement, parts: Prose[], fields: Field[], context: Context): void {
  const [properties] = childrenOf(run, 'rPr');
  const looks = { ...context.styles.looksOf(valueAt(properties, 'rStyle')), ...context.styles.ownLooks(properties) };
  for (const child of elementsOf(run)) {
    if (child.name === 'fldChar') turnField(child, parts, fields, context);
    else if (child.name === 'instrText') {
      const field = fields.at(-1);
      if (field) field.instruction += textIn(child);
    } else if (!fields.some(({ from }) => from === -1)) parts.push(looking(readInRun(child, context), looks));
  }
}

function turnField(mark: MarkupElement, parts: Prose[], fields: Field[], context: Context): void {
  const type = mark.attributes.get('fldCharType');
  const field = fields.at(-1);
  if (type === 'begin') fields.push({ instruction: '', from: -1 });
  else if (type === 'separate' && field) field.from = parts.length;
  else if (type === 'end' && field) {
    fields.pop();
    const address = /^\s*HYPERLINK\s+(?:\\\w\s+)*"([^"]+)"/.exec(field.instruction)?.[1];
    if (address === undefined || field.from === -1) return;
    parts.push(withLink(concat(parts.splice(field.from)), address, context));
  }
}

function readInRun(child: MarkupElement, context: Context): Prose {
  switch (child.name) {
    case 't':
      return plain(textIn(child));
    case 'tab':
    case 'ptab':
      return plain('\t');
    case 'br':
      return plain(child.attributes.get('type') === 'page' ? ' ' : '\n');
    case 'cr':
      return plain('\n');
    case 'noBreakHyphen':
      return plain('\u2011');
    case 'sym':
      return symbol(child, context);
    case 'footnoteReference':
    case 'endnoteReference': {
      const kind = child.name === 'footnoteReference' ? 'footnote' : 'endnote';
      const label = context.labelOf(kind, child.attributes.get('id') ?? '');
      if (label !== undefined) return reference(label);
      context.report('read/note-missing', 'note-missing-somewhere');
      return plain('');
    }
    case 'AlternateContent':
      return concat(elementsOf(elementsOf(child)[0] ?? child).map((inner) => readInRun(inner, context)));
    case 'ruby':
      return ruby(child, context);
    case 'drawing':
      return inLine(child, context);
    case 'object':
      return isEquation(child) ? equation(child, context) : plain('');
    default:
      return plain('');
  }
}

/** How a word is said, behind it in brackets. */
function ruby(element: MarkupElement, context: Context): Prose {
  const part = (name: string) => proseOf(childrenOf(element, name).flatMap(elementsOf), context, []);
  const said = part('rt');
  return concat([part('rubyBase'), ...(said.text === '' ? [] : [plain('('), said, plain(')')])]);
}

/** Letters of symbol fonts lie in the private area of Unicode, and mean nothing without the font. */
function symbol(child: MarkupElement, context: Context): Prose {
  const code = Number.parseInt(child.attributes.get('char') ?? '', 16);
  if (Number.isInteger(code) && code > 0 && code < 0xe000) return plain(String.fromCodePoint(code));
  const font = child.attributes.get('font') ?? '';
  context.report('read/left-out', 'sign-left-out', { words: font });
  return plain('');
}

function looking(prose: Prose, looks: Looks): Prose {
  if (prose.text === '') return prose;
  const types = [
    looks.code && ('code' as const),
    looks.strong && ('strong' as const),
    looks.emphasis && ('emphasis' as const),
    looks.smallCaps && ('small-caps' as const),
    looks.strikethrough && ('strikethrough' as const),
    looks.raised,
  ];
  return types.reduce<Prose>((marks, type) => (type ? marked(marks, { type }) : marks), prose);
}

function linked(element: MarkupElement, words: Prose, context: Context): Prose {
  const anchor = element.attributes.get('anchor');
  const relationship = context.relationships.get(element.attributes.get('id') ?? '');
  if (relationship?.external) return withLink(words, relationship.target, context);
  return anchor === undefined || words.text === '' ? words : marked(words, { type: 'reference', target: anchor });
}

function withLink(words: Prose, address: string, context: Context): Prose {
  const href = safeLink(address);
  if (href !== undefined) return marked(words, { type: 'link', href });
  context.report('read/link-left-out', 'link-left-out', { words: words.text });
  return words;
}

/** The pictures in a paragraph, as DrawingML or as VML has them. */
export const picturesIn = (paragraph: MarkupElement, context: Context): FoundPicture[] =>
  within(paragraph, 'drawing', 'pict', 'object')
    .filter((drawing) => !isEquation(drawing))
    .flatMap((drawing) => picturesOfDrawing(drawing, context));

/** Is it a formula of a program beside Word (Equation Editor, MathType), of which the file has a picture? */
export const isEquation = (object: MarkupElement): boolean =>
  within(object, 'OLEObject').some(({ attributes }) => /^Equation\b/i.test(attributes.get('ProgID') ?? ''));

function equation(object: MarkupElement, context: Context): Prose {
  const [picture] = picturesOfDrawing(object, context);
  const image = picture ? context.imageOf(picture.path) : { why: 'not-in-file' as const };
  if ('asset' in image) return formulaPicture(image);
  context.report('read/image-left-out', 'formula-picture-missing', image);
  return formulaPicture(undefined);
}

/** English Metric Units to a pixel of CSS (ECMA-376 part 1 §20.1.2.1). */
const EMU = 9_525;

function picturesOfDrawing(drawing: MarkupElement, context: Context): FoundPicture[] {
  const described = within(drawing, 'docPr')[0]?.attributes;
  const alternative = (described?.get('descr') || described?.get('title')) ?? '';
  const height = Number(within(drawing, 'inline')[0] && within(drawing, 'extent')[0]?.attributes.get('cy'));
  const isInLine = height / EMU <= TALLEST_IN_LINE;
  return within(drawing, 'blip', 'imagedata').map((element) => {
    const id = element.attributes.get('embed') ?? element.attributes.get('id') ?? '';
    const relationship = context.relationships.get(id);
    return { path: relationship && !relationship.external ? relationship.target : '', alternative, isInLine, element };
  });
}

/** Pictures as small as a sign, in their line; larger ones stand beside the paragraph. */
const inLine = (drawing: MarkupElement, context: Context): Prose =>
  concat(
    picturesOfDrawing(drawing, context).map(({ path, alternative, isInLine }) => {
      if (!isInLine) return plain('');
      const image = context.imageOf(path);
      if ('asset' in image) return pictureProse(alternative === '' ? image : { ...image, alternative });
      context.report('read/image-left-out', 'picture-in-line-missing', { words: alternative, ...image });
      return plain(alternative || SIGN);
    }),
  );

/** What is written in the boxes that hang on a paragraph. */
export const boxesIn = (paragraph: MarkupElement): MarkupElement[] => {
  const drawings = within(paragraph, 'AlternateContent', 'drawing', 'pict').map((element) =>
    element.name === 'AlternateContent' ? (elementsOf(element)[0] ?? element) : element,
  );
  return drawings.flatMap((drawing) => within(drawing, 'txbxContent')).filter((box) => lineIn(box) !== '');
};
