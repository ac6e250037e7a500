/** Text with emphasis, links, code and footnote marks: what stands within a paragraph. */
import type { Html, Image, ImageReference, Nodes, PhrasingContent } from 'mdast';
import { pictureProse, proseOfBlock } from '../in-line.ts';
import { safeLink } from '../markup/links.ts';
import { formulaFromTex } from '../mathml/from-tex.ts';
import type { Mark } from '../model.ts';
import { concat, marked, type Prose, plain, reference } from '../prose.ts';
import type { Context } from './context.ts';

const TAG = /^<(\/?)([a-z][a-z0-9]*)\b/i;
/** Tags that say what a mark says. */
const MARK_OF_TAG: Record<string, Mark['type']> = { sup: 'superscript', sub: 'subscript' };

/** The prose of nodes that follow each other. */
export function proseOf(nodes: readonly PhrasingContent[], context: Context): Prose {
  const parts: Prose[] = [];
  /** Where a tag was opened that is a mark, until it is closed. */
  const open: { tag: string; from: number }[] = [];
  for (const node of nodes) {
    if (node.type !== 'html') {
      parts.push(proseOfNode(node, context));
      continue;
    }
    const [, slash, name = ''] = TAG.exec(node.value) ?? [];
    const tag = name.toLowerCase();
    const type = MARK_OF_TAG[tag];
    if (tag === 'br') parts.push(plain('\n'));
    else if (tag === 'img') parts.push(...context.htmlBlocks(node).map(proseOfBlock));
    else if (type === undefined) reportHtml(node, context);
    else if (!slash) open.push({ tag, from: parts.length });
    else if (open.at(-1)?.tag === tag) {
      const from = open.pop()?.from ?? parts.length;
      parts.push(marked(concat(parts.splice(from)), { type }));
    }
  }
  return concat(parts);
}

function proseOfNode(node: Exclude<PhrasingContent, Html>, context: Context): Prose {
  switch (node.type) {
    case 'text':
      return plain(node.value.replace(/\s*\n\s*/g, ' '));
    case 'inlineCode':
      return marked(plain(node.value.replace(/\n/g, ' ')), { type: 'code' });
    case 'emphasis':
      return marked(proseOf(node.children, context), { type: 'emphasis' });
    case 'strong':
      return marked(proseOf(node.children, context), { type: 'strong' });
    case 'delete':
      return marked(proseOf(node.children, context), { type: 'strikethrough' });
    case 'inlineMath': {
      const sum = asMoney(node, context);
      if (sum !== undefined) return plain(sum);
      const { text, mathml } = formulaFromTex(node.value, false);
      return marked(plain(text), { type: 'formula', ...(mathml !== undefined && { mathml }) });
    }
    case 'break':
      return plain('\n');
    case 'link':
      return linked(proseOf(node.children, context), node.url, node, context);
    case 'linkReference':
      return linked(
        proseOf(node.children, context),
        context.definitions.get(node.identifier)?.url ?? '',
        node,
        context,
      );
    case 'image':
    case 'imageReference':
      return pictureInLine(node, context);
    case 'footnoteReference': {
      const label = context.labels.get(node.identifier);
      return label === undefined ? plain('') : reference(label);
    }
  }
}

/**
 * `$5 and $10` is money, as Pandoc reads it: the first sign of a formula stands right before, the last right behind what
 * is no space, and no figure follows.
 */
function asMoney(node: Extract<PhrasingContent, { type: 'inlineMath' }>, { source }: Context): string | undefined {
  const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
  const written = source.slice(start, end);
  if (written.startsWith('$$')) return undefined;
  const isFormula = /^\$\S(?:[\s\S]*\S)?\$$/.test(written) && !/^\d/.test(source.slice(end));
  return isFormula ? undefined : written.replace(/\s*\n\s*/g, ' ');
}

/** Words on one line, as a source may wrap them. */
export const wordsOn = (text: string | null | undefined): string => (text ?? '').replace(/\s+/gu, ' ').trim();

/** A picture among words; where it is missing, its words stand there. */
function pictureInLine(node: Image | ImageReference, context: Context): Prose {
  const alternative = wordsOn(node.alt);
  const url = node.type === 'image' ? node.url : (context.definitions.get(node.identifier)?.url ?? '');
  const image = context.imageOf(url);
  if ('asset' in image) return pictureProse(alternative === '' ? image : { ...image, alternative });
  context.report('markdown/image-dropped', node, 'picture-missing', { words: alternative || url, ...image });
  return plain(alternative);
}

function linked(prose: Prose, url: string, node: Nodes, context: Context): Prose {
  const href = safeLink(url);
  if (href !== undefined) return marked(prose, { type: 'link', href });
  context.report('markdown/link-dropped', node, 'link-to-left-out', { words: prose.text, other: url });
  return prose;
}

/** Says that a tag was dropped; comments are meant to be invisible. */
export function reportHtml(node: Html, { report }: Context): void {
  if (!node.value.startsWith('<!--')) report('markdown/html-dropped', node, 'html-left-out', { words: node.value });
}
