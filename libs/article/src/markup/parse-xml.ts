import { decodeHTML } from 'entities/decode';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { failure, type ReadFailure, refused } from '../read-error.ts';
import type { MarkupElement } from './tree.ts';

/** So much is said of what the parser says of an error. */
const LONGEST_ERROR = 120;

/**
 * The tree of an XML document. Nothing outside of the document is ever looked at, and no entity is expanded but the
 * named characters of HTML and MathML, each to what it is: there is nothing that could grow or reach out.
 */
export function parseXml(
  source: string,
  { depth: deepest }: { depth: number },
): { ok: true; root: MarkupElement } | ReadFailure {
  // Without namespaces: prefixes are conventions that everybody keeps, and a missing declaration is no reason to refuse.
  const parser = new SaxesParser({ xmlns: false, position: true });
  parser.ENTITIES = named(parser.ENTITIES);
  const open: MarkupElement[] = [];
  let root: MarkupElement | undefined;
  let refusal: ReadFailure | undefined;
  parser.on('error', (error) => {
    refusal ??= refused('article/damaged', 'ill-formed-xml', { words: error.message.slice(0, LONGEST_ERROR) });
  });
  parser.on('opentag', (tag) => {
    const element = elementOf(tag, parser.line);
    const parent = open.at(-1);
    if (parent) parent.children.push(element);
    else root ??= element;
    open.push(element);
    if (open.length > deepest) refusal ??= refused('article/too-tangled', 'too-deep', { most: deepest });
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (text) => void open.at(-1)?.children.push(text));
  parser.on('cdata', (text) => void open.at(-1)?.children.push(text));
  for (let from = 0; from < source.length && !refusal; from += CHUNK) parser.write(source.slice(from, from + CHUNK));
  if (!refusal) parser.close();
  if (refusal) return refusal;
  return root ? { ok: true, root } : failure('article/damaged');
}

/** A refusal is noticed at the end of a piece, in characters. */
const CHUNK = 64 * 1024;

function elementOf(tag: SaxesTagPlain, line: number): MarkupElement {
  const [prefix, name] = divided(tag.name);
  const attributes = new Map(Object.entries(tag.attributes).map(([key, value]) => [divided(key)[1], value]));
  return { name, prefix, attributes, children: [], line };
}

function divided(name: string): [prefix: string, local: string] {
  const colon = name.indexOf(':');
  return colon === -1 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1)];
}

/** The entities that JATS and HTML define as names of characters. A DTD's own are unknown, so they are an error. */
const named = (own: Record<string, string>): Record<string, string> =>
  new Proxy(own, {
    get(target, name) {
      if (typeof name !== 'string') return undefined;
      const decoded = Object.hasOwn(target, name) ? target[name] : decodeHTML(`&${name};`);
      return decoded === `&${name};` ? undefined : decoded;
    },
  });
