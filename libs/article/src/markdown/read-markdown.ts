/** Markdown as GitHub knows it (tables, footnotes, strikethrough, formulas) with YAML in front. */
import type { Heading, Root, RootContent } from 'mdast';
import { assemble } from '../assemble.ts';
import type { Beside } from '../beside/beside.ts';
import { picturesBeside } from '../beside/pictures-beside.ts';
import { withIds } from '../block-ids.ts';
import { type Diagnostic, diagnose, inOrder, type Reading } from '../diagnostic.ts';
import type { DraftArticle, DraftBlock } from '../draft.ts';
import { NO_PICTURES, type Pictures, pictureOf } from '../images.ts';
import { guessLanguage } from '../language.ts';
import { failure, type ReadFailure } from '../read-error.ts';
import { DEFAULT_READ_LIMITS, type ReadLimits } from '../read-limits.ts';
import { blocksOf } from './blocks.ts';
import { type Context, definitionsOf, lineOf, reportTo } from './context.ts';
import { flowOf } from './flow.ts';
import { type Footnotes, notesOf, numberFootnotes } from './footnotes.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { blocksOfHtml } from './html-blocks.ts';
import { parseMarkdown } from './parse.ts';
import { proseOf } from './phrasing.ts';
import { addressesIn } from './pictures.ts';

/** Reads an article from Markdown, with the pictures that came along. */
export async function readMarkdownBeside(
  source: string,
  limits: ReadLimits,
  beside: Beside,
): Promise<Reading | ReadFailure> {
  const root = parseMarkdown(source);
  if (!root) return failure('article/too-tangled');
  return read(source, root, limits, await picturesBeside(addressesIn(root, limits), beside, limits));
}

/** Reads an article from Markdown alone; `undefined` where it is marked up beyond reading. */
export function readMarkdown(source: string): Reading | undefined {
  const root = parseMarkdown(source);
  return root && read(source, root, DEFAULT_READ_LIMITS, NO_PICTURES);
}

function read(source: string, root: Root, limits: ReadLimits, pictures: Pictures<string>): Reading {
  const diagnostics: Diagnostic[] = [];
  const report = reportTo(diagnostics);
  const imageOf = (address: string) => pictureOf(pictures, address, { why: 'absent' });
  const footnotes = numberFootnotes(root);
  const context: Context = {
    source,
    definitions: definitionsOf(root),
    labels: footnotes.labels,
    imageOf,
    htmlBlocks: (html) => blocksOfHtml(html, { limits, pictures, diagnostics }),
    report,
  };
  const front = frontMatterOf(root.children, diagnostics);
  const { title, rest } = takeTitle(root.children, front, context);
  const body = assemble(flowOf(rest, context));
  const abstract = [...abstractOf(front), ...body.abstract];
  const language = front.language ?? guessLanguage(source);

  const draft: DraftArticle = {
    title,
    ...(front.subtitle !== undefined && { subtitle: front.subtitle }),
    authors: front.authors ?? [],
    ...(front.history !== undefined && { history: front.history }),
    ...(front.doi !== undefined && { doi: front.doi }),
    ...(front.licence !== undefined && { licence: front.licence }),
    ...(language !== undefined && { language }),
    abstract,
    keywords: front.keywords ?? body.keywords,
    sections: body.sections,
    notes: notesOf(footnotes, context),
    back: body.back,
    references: body.references,
  };
  diagnostics.push(...body.diagnostics, ...oddities(footnotes, source));
  return { article: withIds(draft), diagnostics: inOrder(diagnostics), assets: pictures.assets };
}

function frontMatterOf(nodes: readonly RootContent[], diagnostics: Diagnostic[]): FrontMatter {
  const [yaml] = nodes;
  if (yaml?.type !== 'yaml') return {};
  const read = readFrontMatter(yaml.value);
  if (!read.ok) {
    diagnostics.push(
      diagnose('markdown/front-matter-unreadable', 1, 'front-matter-unreadable', { words: read.reason }),
    );
    return {};
  }
  for (const field of read.ignored) {
    diagnostics.push(diagnose('markdown/front-matter-ignored', 1, 'front-matter-ignored', { words: field }));
  }
  return read.values;
}

/** The title of the front matter; else a heading that stands above all others, at the head and alone of its level. */
function takeTitle(
  nodes: readonly RootContent[],
  front: FrontMatter,
  context: Context,
): { title: string; rest: readonly RootContent[] } {
  const headings = nodes.filter((node): node is Heading => node.type === 'heading');
  const first = nodes.find(({ type }) => type !== 'yaml' && type !== 'html' && type !== 'definition');
  const standsAlone =
    first?.type === 'heading' && headings.every((other) => other === first || other.depth > first.depth);
  if (first?.type !== 'heading' || !standsAlone) return { title: front.title ?? '', rest: nodes };
  const heading = proseOf(first.children, context).text.trim();
  if (front.title !== undefined && heading !== front.title) return { title: front.title, rest: nodes };
  return { title: front.title ?? heading, rest: nodes.filter((node) => node !== first) };
}

/** The abstract of the front matter is Markdown too, of its own: notes and links of the text are none of its. */
function abstractOf({ abstract }: FrontMatter): DraftBlock[] {
  const root = abstract === undefined ? undefined : parseMarkdown(abstract);
  if (!root) return [];
  const context: Context = {
    source: abstract ?? '',
    definitions: definitionsOf(root),
    labels: new Map(),
    imageOf: () => ({ why: 'absent' }),
    htmlBlocks: () => [],
    report: () => undefined,
  };
  return root.children.flatMap((node) => blocksOf(node, context));
}

/** Notes that got another number than they had, and notes that nothing refers to. */
function oddities({ definitions, labels, unreferenced }: Footnotes, source: string): Diagnostic[] {
  const renumbered = [...labels].flatMap(([identifier, label]) => {
    const definition = definitions.get(identifier);
    if (!definition || identifier === label || !/^\d+$/.test(identifier)) return [];
    return diagnose('markdown/note-renumbered', lineOf(definition), 'note-renumbered', {
      label: identifier,
      second: label,
    });
  });
  const idle = unreferenced.map((definition) =>
    diagnose('read/note-unreferenced', lineOf(definition), 'note-idle', {
      label: definition.identifier,
      words: source.slice(definition.position?.start.offset, definition.position?.end.offset),
    }),
  );
  return [...renumbered, ...idle];
}
