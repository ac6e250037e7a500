/** Saved web pages: the article that is on them, and nothing of what is around it. Nothing is fetched, nothing runs. */
import { assemble, type Flow } from '../assemble.ts';
import { type Beside, NOTHING_BESIDE } from '../beside/beside.ts';
import { picturesBeside } from '../beside/pictures-beside.ts';
import { withIds } from '../block-ids.ts';
import { type Diagnostic, inOrder, type Reading } from '../diagnostic.ts';
import type { DraftArticle } from '../draft.ts';
import type { Pictures } from '../images.ts';
import { guessLanguage } from '../language.ts';
import { decodeMarkup } from '../markup/decode-markup.ts';
import {
  childrenOf,
  elementsOf,
  isElement,
  lineIn,
  type MarkupElement,
  type MarkupNode,
  visit,
  within,
} from '../markup/tree.ts';
import type { ReadFailure } from '../read-error.ts';
import type { ReadLimits } from '../read-limits.ts';
import { flowOf, linesOf } from './blocks.ts';
import { type Context, reportTo } from './context.ts';
import { leaveOut } from './inline.ts';
import { commonIndent } from './looks.ts';
import { isSilent, mainContent } from './main-content.ts';
import { readMetadata, takeFront, titleHeading } from './metadata.ts';
import { findNotes, noteOf } from './notes.ts';
import { withPicturesInLine } from './office-pictures.ts';
import { pageOf } from './page.ts';
import { parseHtml } from './parse-html.ts';
import { addressesOf, imageOf } from './pictures.ts';
import { styled } from './style-sheet.ts';
import { withoutTypesetting } from './typeset.ts';

/** Reads an article from a web page. */
export async function readHtml(
  source: Uint8Array,
  limits: ReadLimits,
  beside: Beside = NOTHING_BESIDE,
): Promise<Reading | ReadFailure> {
  const decoded = decodeMarkup(source);
  if (!decoded.ok) return decoded;
  const parsed = parseHtml(decoded.text, limits);
  if (!parsed.ok) return parsed;
  const root = withPicturesInLine(styled(withoutTypesetting(parsed.root)));
  const references = within(root, 'img').flatMap(addressesOf);
  return read(root, await picturesBeside(references, beside, limits));
}

function read(html: MarkupElement, pictures: Pictures<string>): Reading {
  const diagnostics: Diagnostic[] = [];
  const body = childrenOf(html, 'body')[0] ?? html;
  const content = mainContent(body);
  const metadata = readMetadata(html, content);
  const heading = titleHeading(content, metadata);
  const page = pageOf(html);
  const notes = findNotes(page, content);
  const report = reportTo(diagnostics);
  const context: Context = {
    page,
    notes,
    indent: commonIndent(content),
    report,
    imageOf: (img) => imageOf(img, pictures),
  };
  reportAround(body, content, context);
  const taken = new Set([...metadata.taken, ...(heading ? [heading] : [])]);
  const flow = flowOf(without(content.children, taken), context);
  const title = (heading && lineIn(heading)) || (metadata.title ?? '');
  const front = takeFront(flow, { title, authors: metadata.authors });
  const subtitle = metadata.subtitle ?? front.subtitle;
  const parts = assemble(front.rest);
  const language = metadata.language ?? guessLanguage(wordsOf(flow));
  const draft: DraftArticle = {
    title,
    ...(subtitle !== undefined && { subtitle }),
    authors: metadata.authors,
    ...(metadata.history !== undefined && { history: metadata.history }),
    ...(metadata.doi !== undefined && { doi: metadata.doi }),
    ...(metadata.licence !== undefined && { licence: metadata.licence }),
    ...(language !== undefined && { language }),
    abstract: parts.abstract,
    keywords: parts.keywords.length > 0 ? parts.keywords : metadata.keywords,
    sections: parts.sections,
    notes: notes.notes.map((note) => noteOf(note, page, (nodes) => linesOf(nodes, context))),
    back: parts.back,
    references: parts.references,
  };
  diagnostics.push(...parts.diagnostics);
  return { article: withIds(draft), diagnostics: inOrder(diagnostics), assets: pictures.assets };
}

/** Says what of the page lies outside of the article. */
function reportAround(element: MarkupElement, content: MarkupElement, context: Context): void {
  if (element === content) return;
  for (const child of elementsOf(element)) {
    if (child === content || holds(child, content) || holdsNotes(child, context)) reportAround(child, content, context);
    else if (!isSilent(child) && !context.notes.isNote(child)) leaveOut(child, context);
  }
}

/** Is it an element around notes, with nothing else in it that is text of its own? */
const holdsNotes = (element: MarkupElement, { notes }: Context): boolean =>
  element.name !== 'p' && !notes.isNote(element) && elementsOf(element).some((it) => notes.isNote(it));

function holds(element: MarkupElement, inner: MarkupElement): boolean {
  let found = false;
  visit(element, (it) => {
    found ||= it === inner;
  });
  return found;
}

const without = (nodes: readonly MarkupNode[], taken: ReadonlySet<MarkupElement>): MarkupNode[] =>
  nodes.flatMap((node): MarkupNode[] => {
    if (!isElement(node)) return [node];
    if (taken.has(node)) return [];
    const holdsAny = [...taken].some((it) => holds(node, it));
    return [holdsAny ? { ...node, children: without(node.children, taken) } : node];
  });

const wordsOf = (flow: readonly Flow[]): string =>
  flow.map((it) => (it.type === 'heading' ? it.title.text : it.block.text)).join('\n');
