/** Text with emphasis, links, formulas and references: what stands within a paragraph. */
import type { DraftMark } from '../draft.ts';
import { formulaPicture, pictureProse, SIGN } from '../in-line.ts';
import { safeLink } from '../markup/links.ts';
import { proseOf, tidy } from '../markup/prose-of.ts';
import { lineIn, type MarkupElement, type MarkupNode, wordsIn } from '../markup/tree.ts';
import { formulaFromTex } from '../mathml/from-tex.ts';
import { formulaOf } from '../mathml/mathml-of.ts';
import { marked, type Prose, plain, reference } from '../prose.ts';
import type { Context } from './context.ts';
import { isFormulaPicture } from './looks.ts';
import { isFurniture, isSilent, showsUntaken } from './main-content.ts';
import { hasClass } from './page.ts';
import { wordFormula } from './word-formula.ts';

const MARKS: Record<string, DraftMark['type']> = {
  em: 'emphasis',
  i: 'emphasis',
  cite: 'emphasis',
  var: 'emphasis',
  dfn: 'emphasis',
  u: 'emphasis',
  strong: 'strong',
  b: 'strong',
  sup: 'superscript',
  sub: 'subscript',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
  del: 'strikethrough',
  s: 'strikethrough',
  strike: 'strikethrough',
};

/** The prose of these nodes, without space around it unless it is to be kept. */
export function inlineProse(nodes: readonly MarkupNode[], context: Context, keepsSpace = false): Prose {
  const prose = proseOf(nodes, (element) => readInline(element, context));
  return keepsSpace ? prose : tidy(prose);
}

function readInline(element: MarkupElement, context: Context): Prose {
  if (isSilent(element)) return silence(element, context);
  if (isFurniture(element)) return leaveOut(element, context);
  const inner = () => proseOf(element.children, (child) => readInline(child, context));
  switch (element.name) {
    case 'br':
      return plain('\n');
    case 'a':
      return linked(element, inner, context);
    case 'q':
      return quotedProse(inner());
    case 'img':
      return pictureInLine(element, context);
    case 'math':
      return formula(formulaOf(element, false));
    case 'm:omath':
    case 'm:omathpara':
      return formula(wordFormula(element, false));
    case 'span': {
      const label = context.notes.labelOf(element);
      return label === undefined ? spanOf(element, inner()) : reference(label);
    }
    default: {
      const type = MARKS[element.name];
      return type === undefined ? inner() : marked(inner(), { type });
    }
  }
}

const quotedProse = ({ text, marks, notes }: Prose): Prose => ({
  text: `“${text}”`,
  marks: marks.map((mark) => ({ ...mark, start: mark.start + 1, end: mark.end + 1 })),
  notes: notes.map(({ label, at }) => ({ label, at: at + 1 })),
});

const formula = ({ text, mathml }: { text: string; mathml?: string }): Prose =>
  marked(plain(text), { type: 'formula', ...(mathml !== undefined && { mathml }) });

/** No text; but whoever looks for what is shown there is told that it is gone. */
export function silence(element: MarkupElement, context: Context): Prose {
  if (!showsUntaken(element) || element.attributes.has('hidden')) return plain('');
  if (element.name === 'svg') {
    context.report('read/image-left-out', element, 'picture-missing', { why: 'kind', words: lineIn(element) });
  } else {
    const words = element.attributes.get('src') ?? element.attributes.get('data') ?? '';
    context.report('read/left-out', element, 'embedded-left-out', { words });
  }
  return plain('');
}

/** Says what was on the page beside the article. */
export function leaveOut(element: MarkupElement, context: Context): Prose {
  const words = wordsIn(element);
  if (words !== '') reportLeftOut(words, element, context);
  return plain('');
}

/** Says that words were left out, because they are no part of the article. */
export const reportLeftOut = (words: string, element: MarkupElement, context: Context): void =>
  context.report('html/outside-the-article', element, 'around-the-article', { words });

function spanOf(element: MarkupElement, inner: Prose): Prose {
  if (hasClass(element, /^math$/) && /^\\[([]/.test(inner.text)) {
    return formula(formulaFromTex(inner.text.replace(/^\\[([]|\\[)\]]$/g, ''), false));
  }
  const style = element.attributes.get('style') ?? '';
  if (hasClass(element, /^small-?caps$/) || /font-variant(?:-caps)?:\s*small-caps/.test(style)) {
    return marked(inner, { type: 'small-caps' });
  }
  if (/font-style:\s*italic/.test(style)) return marked(inner, { type: 'emphasis' });
  return /font-weight:\s*(?:bold|[6-9]00)/.test(style) ? marked(inner, { type: 'strong' }) : inner;
}

function linked(element: MarkupElement, inner: () => Prose, context: Context): Prose {
  const label = context.notes.labelOf(element);
  if (label !== undefined) return reference(label);
  const address = element.attributes.get('href');
  const words = inner();
  if (address === undefined || words.text.trim() === '') return words;
  if (address.startsWith('#')) {
    return context.page.target(address) ? marked(words, { type: 'reference', target: address.slice(1) }) : words;
  }
  const href = safeLink(meantBy(address));
  if (href !== undefined) return marked(words, { type: 'link', href });
  context.report('read/link-left-out', element, 'link-left-out', { words: words.text });
  return words;
}

/** Google Docs has links go round by a page of its own. */
function meantBy(address: string): string {
  const url = /^https:\/\/www\.google\.com\/url\?(.*)$/.exec(address)?.[1];
  return (url !== undefined && new URLSearchParams(url).get('q')) || address;
}

function pictureInLine(element: MarkupElement, context: Context): Prose {
  const alternative = element.attributes.get('alt')?.trim() ?? '';
  // Formulas are often pictures with their TeX beside them.
  if (/math|tex|latex/i.test(element.attributes.get('class') ?? '') && alternative !== '') {
    return formula(formulaFromTex(alternative.replace(/^\$+|\$+$/g, ''), false));
  }
  const image = context.imageOf(element);
  if ('asset' in image) {
    const described = alternative === '' ? image : { ...image, alternative };
    return isFormulaPicture(element) ? formulaPicture(described, alternative) : pictureProse(described);
  }
  if (isFormulaPicture(element)) {
    context.report('read/image-left-out', element, 'formula-picture-missing', image);
    return formulaPicture(undefined, alternative);
  }
  // In its place stands what a browser would show there; what has no words at all leaves a sign, unless it is said to be for looks.
  const stand = element.attributes.has('alt') ? alternative : SIGN;
  context.report('read/image-left-out', element, 'picture-in-line-missing', { words: alternative, ...image });
  return plain(stand);
}
