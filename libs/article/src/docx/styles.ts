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

export function readStyles(root: MarkupElement | undefined): Styles {
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
  return {
    kindOf: (id) =>
      chain(id)
        .map(kindOf)
        .find((kind) => kind !== undefined) ?? { kind: 'text' },
    looksOf: (id) => {
      const looks: Looks = {};
      for (const style of chain(id).reverse()) Object.assign(looks, looksOfStyle(style));
      return looks;
    },
    numberingOf: (id) =>
      chain(id)
        .map((style) => at(style, 'pPr', 'numPr'))
        .find((numbering) => numbering !== undefined),
  };
}

function kindOf(style: MarkupElement): ParagraphKind | undefined {
  const name = (valueAt(style, 'name') ?? '').toLowerCase();
  const heading = /^heading (\d)$/.exec(name)?.[1];
  const outline = wholeNumber(valueAt(style, 'pPr', 'outlineLvl'));
  if (heading !== undefined) return { kind: 'heading', level: Number(heading) };
  const known = KINDS.find(([pattern]) => pattern.test(name))?.[1];
  if (known !== undefined) return known === 'heading' ? undefined : { kind: known };
  return outline !== undefined && outline < 9 ? { kind: 'heading', level: outline + 1 } : undefined;
}

function looksOfStyle(style: MarkupElement): Looks {
  const name = (valueAt(style, 'name') ?? '').toLowerCase();
  const code = /verbatim|source.?text|html code|teletype|^code\b/.test(name) ? { code: true } : {};
  return { ...looksOf(at(style, 'rPr')), ...code };
}

/** How a run is said to look; only what is said. */
export function looksOf(properties: MarkupElement | undefined): Looks {
  if (!properties) return {};
  const raised = valueAt(properties, 'vertAlign');
  const said = {
    strong: toggleAt(properties, 'b'),
    emphasis: toggleAt(properties, 'i'),
    smallCaps: toggleAt(properties, 'smallCaps'),
    strikethrough: toggleAt(properties, 'strike') ?? toggleAt(properties, 'dstrike'),
    raised: raised === 'superscript' || raised === 'subscript' ? raised : undefined,
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}
