/** Which paragraphs are items of lists, and of what kind. */
import { childrenOf, type MarkupElement } from '../markup/tree.ts';
import { valueAt, wholeNumber } from './wordprocessing.ts';

/** An item's place: in which list, how deep, with numbers or bullets. */
export interface ListPlace {
  list: string;
  /** What says how the list looks; lists that go on where another stood have it in common. */
  pattern: string;
  /** Is it said to begin anew? */
  restarts: boolean;
  level: number;
  ordered: boolean;
  /** Its number; what is bulleted has none of its own, but counts. */
  number: number;
}

export type Numbering = (properties: MarkupElement | undefined) => ListPlace | undefined;

const DEEPEST = 8;

export function readNumbering(root: MarkupElement | undefined): Numbering {
  const abstracts = new Map(
    (root ? childrenOf(root, 'abstractNum') : []).map((it) => [it.attributes.get('abstractNumId') ?? '', it]),
  );
  const numbers = new Map((root ? childrenOf(root, 'num') : []).map((it) => [it.attributes.get('numId') ?? '', it]));
  const counts = new Map<string, number[]>();
  const begun = new Set<string>();
  return (properties) => {
    const list = valueAt(properties, 'numId');
    // 0 takes a paragraph out of the list of its style (ECMA-376 part 1 §17.9.18).
    if (list === undefined || list === '0') return undefined;
    const level = Math.min(wholeNumber(valueAt(properties, 'ilvl')) ?? 0, DEEPEST);
    const pattern = valueAt(numbers.get(list), 'abstractNumId') ?? '';
    const abstract = abstracts.get(pattern);
    const form = (abstract ? childrenOf(abstract, 'lvl') : []).find(
      ({ attributes }) => attributes.get('ilvl') === String(level),
    );
    const format = valueAt(form, 'numFmt') ?? 'bullet';
    if (format === 'none') return undefined;
    const override = childrenOf(numbers.get(list) ?? EMPTY, 'lvlOverride').find(
      ({ attributes }) => attributes.get('ilvl') === String(level),
    );
    const anew = wholeNumber(valueAt(override, 'startOverride'));
    const restarts = anew !== undefined && !begun.has(`${list} ${level}`);
    begun.add(`${list} ${level}`);
    const counted = counts.get(pattern) ?? [];
    const before = restarts ? undefined : counted[level];
    const number = Math.max(0, before === undefined ? (anew ?? wholeNumber(valueAt(form, 'start')) ?? 1) : before + 1);
    // What is nested begins anew below the next item.
    counts.set(pattern, [...Array.from({ length: level }, (_, above) => counted[above] ?? 1), number]);
    return { list, pattern, restarts, level, ordered: format !== 'bullet', number };
  };
}

const EMPTY: MarkupElement = { name: '', prefix: '', attributes: new Map(), children: [], line: 1 };
