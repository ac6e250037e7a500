/** Pieces of HTML in Markdown: what Markdown has no signs for, such as tables with cells over several columns. */
import type { Html } from 'mdast';
import type { Diagnostic } from '../diagnostic.ts';
import { diagnose } from '../diagnostic.ts';
import type { DraftBlock } from '../draft.ts';
import { flowOf } from '../html/blocks.ts';
import type { Context } from '../html/context.ts';
import { findNotes } from '../html/notes.ts';
import { pageOf } from '../html/page.ts';
import { parseHtml } from '../html/parse-html.ts';
import { imageOf as pictureOfImg } from '../html/pictures.ts';
import type { Pictures } from '../images.ts';
import { childrenOf, type MarkupElement } from '../markup/tree.ts';
import { lineOf } from './context.ts';

interface Parts {
  limits: { depth: number };
  pictures: Pictures<string>;
  diagnostics: Diagnostic[];
}

/** The elements of a piece; `undefined` of what is only a comment, or nested beyond reading. */
export function treeOfHtml({ value }: Html, limits: { depth: number }): MarkupElement | undefined {
  if (/^<!--/.test(value)) return undefined;
  const parsed = parseHtml(`<!doctype html><body>${value}`, limits);
  return parsed.ok ? childrenOf(parsed.root, 'body')[0] : undefined;
}

/** The blocks of a piece; of one that opens or closes an element around other lines, none. */
export function blocksOfHtml(html: Html, { limits, pictures, diagnostics }: Parts): DraftBlock[] {
  const tree = treeOfHtml(html, limits);
  if (!tree) return [];
  const page = pageOf(tree);
  const context: Context = {
    page,
    notes: findNotes(page, tree),
    indent: 0,
    imageOf: (img) => pictureOfImg(img, pictures),
    report: (code, element, saying, facts) => {
      diagnostics.push(diagnose(code, lineOf(html) + element.line - 1, saying, facts));
    },
  };
  return flowOf(tree.children, context).flatMap((it): DraftBlock[] =>
    it.type === 'block' ? [it.block] : [{ type: 'paragraph', ...it.title }],
  );
}
