/** What the styles of a document mean. Built-in styles have English names in the file, whatever the language of Word. */
import { at, childrenOf, type MarkupElement } from '../markup/tree.ts';
import { toggleAt, valueAt, wholeNumber } from './wordprocessing.ts';

export type ParagraphKind =
  | { kind: 'heading'; level: number }
  | { kind: 'title' | 'subtitle' | 'author' | 'date' | 'abstract' | 'abstract-title' }
  | { kind: 'quotation' | 'verse' | 'code' | 'caption' | 'rule' | 'contents' | 'text' };

export interface Looks {
  strong?: boolean | undefined;
  emphasis?: boolean | undefined;
  smallCaps?: boolean | undefined;
  strikethrough?: boolean | undefined;
  code?: boolean | undefined;
  raised?: 'superscript' | 'subscript' | undefined;
}

export interface Styles {
  /** What a paragraph of this style is. */
  kindOf(id: string | undefined): ParagraphKind;
  /** How the words of a character style look. */
  looksOf(id: string | undefined): Looks;
  /** The list that a paragraph style belongs to. */
  numberingOf(id: string | undefined): MarkupElement | undefined;
  /** How a run is said to look itself. */
  ownLooks(properties: MarkupElement | undefined): Looks;
  /** How far paragraphs of this style are moved in, in twentieths of a point, where it says so. */
  indentOf(id: string | undefined): number | undefined;
}

const KINDS: readonly (readonly [name: RegExp, kind: ParagraphKind['kind'] & string])[] = [
  [/^title$/, 'title'],
  [/^subtitle$/, 'subtitle'],
  [/^authors?$/, 'author'],
  [/^date$/, 'date'],
  [/^abstract title$/, 'abstract-title'],
  [/^abstract$/, 'abstract'],
  [/verse|poem/, 'verse'],
  [/^(?:intense )?quot(?:e|ation)s?$|^block ?(?:text|quote)$/, 'quotation'],
  [/source ?code|preformatted|^code\b|verbatim|^macro text$/, 'code'],
  [/caption/, 'caption'],
  [/^horizontal line$/, 'rule'],
  [/^toc(?:\s?\d| heading)/, 'contents'],
];

const MOST_ANCESTORS = 20;

/** In a typescript all is in the letters of a typewriter, so that they say nothing. */
export function readStyles(root: MarkupElement | undefined, isTypescript: boolean): Styles {
  const said = (looks: Looks): Looks => (isTypescript ? { ...looks, code: undefined } : looks);
  const byId = new Map(
    (root ? childrenOf(root, 'style') : []).map((style) => [style.attributes.get('styleId') ?? '', style]),
  );
  /** A style and what it is based on, nearest first. */
  const chain = (id: string | undefined): MarkupElement[] => {
    const styles: MarkupElement[] = [];
    let style = id === undefined ? undefined : byId.get(id);
    while (style && styles.length < MOST_ANCESTORS) {
      styles.push(style);
      style = byId.get(valueAt(style, 'basedOn') ?? '');
    }
    return styles;
  };
  const first = <T>(id: string | undefined, of: (style: MarkupElement) => T | undefined): T | undefined =>
    chain(id)
      .map(of)
      .find((it) => it !== undefined);
  return {
    kindOf: once((id) => first(id, (style) => kindOf(style, isTypescript)) ?? { kind: 'text' }),
    looksOf: once((id) => {
      const looks: Looks = {};
      for (const style of chain(id).reverse()) Object.assign(looks, looksOfStyle(style));
      return said(looks);
    }),
    ownLooks: (properties) => said(looksOf(properties)),
    indentOf: once((id) => first(id, (style) => indentIn(at(style, 'pPr')))),
    numberingOf: once((id) => first(id, (style) => at(style, 'pPr', 'numPr'))),
  };
}

/** Styles are few and asked for by every paragraph: each is looked up once. */
function once<T>(look: (id: string | undefined) => T): (id: string | undefined) => T {
  const known = new Map<string | undefined, { found: T }>();
  return (id) => {
    const kept = known.get(id) ?? { found: look(id) };
    known.set(id, kept);
    return kept.found;
  };
}

/** How far a paragraph is moved in; nothing where its first line hangs out, as in bibliographies. */
export function indentIn(properties: MarkupElement | undefined): number | undefined {
  const said = properties && at(properties, 'ind')?.attributes;
  const left = wholeNumber(said?.get('left') ?? said?.get('start'));
  return left === undefined || (wholeNumber(said?.get('hanging')) ?? 0) > 0 ? undefined : left;
}

function kindOf(style: MarkupElement, isTypescript: boolean): ParagraphKind | undefined {
  const name = (valueAt(style, 'name') ?? '').toLowerCase();
  const heading = /^heading (\d)$/.exec(name)?.[1];
  const outline = wholeNumber(valueAt(style, 'pPr', 'outlineLvl'));
  if (heading !== undefined) return { kind: 'heading', level: Number(heading) };
  const known = KINDS.find(([pattern]) => pattern.test(name))?.[1];
  if (known !== undefined) return known === 'heading' ? undefined : { kind: known };
  if (outline !== undefined && outline < 9) return { kind: 'heading', level: outline + 1 };
  return !isTypescript && isTypewritten(at(style, 'rPr')) ? { kind: 'code' } : undefined;
}

function looksOfStyle(style: MarkupElement): Looks {
  const name = (valueAt(style, 'name') ?? '').toLowerCase();
  const code = /verbatim|source.?text|html code|teletype|^code\b/.test(name) ? { code: true } : {};
  return { ...looksOf(at(style, 'rPr')), ...code };
}

const MONOSPACED =
  /\bmono|mono\b|courier|consolas|menlo|monaco|inconsolata|lucida (?:console|sans typewriter)|andale|fixedsys|source code|fira code|cascadia/i;

/** Is a run in letters of one width? `undefined` where no font is said. */
export function isTypewritten(properties: MarkupElement | undefined): boolean | undefined {
  const fonts = properties && at(properties, 'rFonts')?.attributes;
  const font = fonts?.get('ascii') ?? fonts?.get('hAnsi');
  return font === undefined ? undefined : MONOSPACED.test(font);
}

/** How a run is said to look; only what is said. */
function looksOf(properties: MarkupElement | undefined): Looks {
  if (!properties) return {};
  const raised = valueAt(properties, 'vertAlign');
  const said = {
    strong: toggleAt(properties, 'b'),
    emphasis: toggleAt(properties, 'i'),
    smallCaps: toggleAt(properties, 'smallCaps'),
    strikethrough: toggleAt(properties, 'strike') ?? toggleAt(properties, 'dstrike'),
    code: isTypewritten(properties),
    raised: raised === 'superscript' || raised === 'subscript' ? raised : undefined,
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}
