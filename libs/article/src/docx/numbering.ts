/** Which paragraphs are items of lists, and of what kind. */
import { at, childrenOf, type MarkupElement } from '../markup/tree.ts';
import { valueAt, wholeNumber } from './wordprocessing.ts';

/** An item's place: in which list, how deep, with numbers or bullets. */
export interface ListPlace {
  list: string;
  level: number;
  ordered: boolean;
  first: number;
}

export type Numbering = (properties: MarkupElement | undefined) => ListPlace | undefined;

const DEEPEST = 8;

export function readNumbering(root: MarkupElement | undefined): Numbering {
  const abstracts = new Map(
    (root ? childrenOf(root, 'abstractNum') : []).map((it) => [it.attributes.get('abstractNumId') ?? '', it]),
  );
  const numbers = new Map((root ? childrenOf(root, 'num') : []).map((it) => [it.attributes.get('numId') ?? '', it]));
  return (properties) => {
    const list = valueAt(properties, 'numId');
    // 0 takes a paragraph out of the list of its style (ECMA-376 part 1 §17.9.18).
    if (list === undefined || list === '0') return undefined;
    const level = Math.min(wholeNumber(valueAt(properties, 'ilvl')) ?? 0, DEEPEST);
    const abstract = abstracts.get(valueAt(numbers.get(list), 'abstractNumId') ?? '');
    const form = (abstract ? childrenOf(abstract, 'lvl') : []).find(
      ({ attributes }) => attributes.get('ilvl') === String(level),
    );
    const format = valueAt(form, 'numFmt') ?? 'bullet';
    if (format === 'none') return undefined;
    const override = childrenOf(numbers.get(list) ?? EMPTY, 'lvlOverride').find(
      ({ attributes }) => attributes.get('ilvl') === String(level),
    );
    const start = wholeNumber(valueAt(override, 'startOverride') ?? valueAt(form && at(form), 'start'));
    return { list, level, ordered: format !== 'bullet', first: Math.max(0, start ?? 1) };
  };
}

const EMPTY: MarkupElement = { name: '', prefix: '', attributes: new Map(), children: [], line: 1 };
