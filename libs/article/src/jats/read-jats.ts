/** JATS, the XML of journals (NISO Z39.96): Publishing and Archiving tag sets alike. */

import { assemble } from '../assemble.ts';
import { type Beside, NOTHING_BESIDE } from '../beside/beside.ts';
import { picturesBeside } from '../beside/pictures-beside.ts';
import { withIds } from '../block-ids.ts';
import { type Diagnostic, diagnose, inOrder, type Reading } from '../diagnostic.ts';
import type { DraftArticle, DraftBlock } from '../draft.ts';
import { type Pictures, pictureOf } from '../images.ts';
import { guessLanguage } from '../language.ts';
import { decodeMarkup } from '../markup/decode-markup.ts';
import { parseXml } from '../markup/parse-xml.ts';
import { at, childrenOf, elementsOf, lineIn, type MarkupElement, textIn, within } from '../markup/tree.ts';
import { marked, plain } from '../prose.ts';
import { type ReadFailure, refused } from '../read-error.ts';
import type { ReadLimits } from '../read-limits.ts';
import { flowOf, GRAPHICS } from './blocks.ts';
import { type Context, reportTo } from './context.ts';
import { readFront } from './front-matter.ts';
import { findNotes, readNotes } from './notes.ts';
import { referencesOf } from './references.ts';

/** Reads an article from JATS. */
export async function readJats(
  source: Uint8Array,
  limits: ReadLimits,
  beside: Beside = NOTHING_BESIDE,
): Promise<Reading | ReadFailure> {
  const decoded = decodeMarkup(source);
  if (!decoded.ok) return decoded;
  const parsed = parseXml(decoded.text, limits);
  if (!parsed.ok) return parsed;
  const article = articleIn(parsed.root);
  if (!article) {
    return refused('article/unsupported-format', 'other-xml', { words: `<${parsed.root.name}>` });
  }
  const names = within(article, ...GRAPHICS).flatMap(({ attributes }) => attributes.get('href') ?? []);
  return read(article, await picturesBeside(names, beside, limits));
}

/** The article itself, or the one that a collection such as PubMed Central's wraps. */
const articleIn = (root: MarkupElement): MarkupElement | undefined =>
  root.name === 'article'
    ? root
    : elementsOf(root)
        .map(articleIn)
        .find((found) => found !== undefined);

function read(article: MarkupElement, pictures: Pictures<string>): Reading {
  const diagnostics: Diagnostic[] = [];
  const notes = findNotes(article);
  const context: Context = {
    labelOf: notes.labelOf,
    imageOf: (name) => pictureOf(pictures, name, { why: 'absent' }),
    report: reportTo(diagnostics),
  };
  const { back: authorNotes, ...front } = readFront(at(article, 'front', 'article-meta'), context);
  const [bodyElement, backElement] = [at(article, 'body'), at(article, 'back')];
  const apps = backElement ? childrenOf(backElement, 'app-group', 'app').flatMap(appendices) : [];
  const body = assemble([
    ...flowOf(bodyElement?.children ?? [], 1, context),
    ...apps.flatMap((app) => flowOf([{ ...app, name: 'sec' }], 1, context)),
  ]);
  const language = article.attributes.get('lang') ?? guessLanguage(bodyElement ? textIn(bodyElement) : '');
  const draft: DraftArticle = {
    ...front,
    ...(language && language.length <= 35 && { language }),
    sections: body.sections,
    abstract: [...front.abstract, ...body.abstract],
    keywords: [...front.keywords, ...body.keywords],
    notes: readNotes(notes, context),
    back: [...body.back, ...backMatter(backElement, context), ...authorNotes],
    references: [...referencesOf(article, context), ...body.references],
  };
  diagnostics.push(...body.diagnostics, ...idleNotes(draft, notes.elements));
  return { article: withIds(draft), diagnostics: inOrder(diagnostics), assets: pictures.assets };
}

const appendices = (element: MarkupElement): MarkupElement[] =>
  element.name === 'app' ? [element] : childrenOf(element, 'app');

/** Read elsewhere: notes, references and appendices. */
const ELSEWHERE = new Set(['fn-group', 'ref-list', 'app-group', 'app', 'label', 'title']);
const TITLES: Record<string, string> = { ack: 'Acknowledgements' };

/** Thanks, statements, a note on the author: each with its title in strong type. */
function backMatter(back: MarkupElement | undefined, context: Context): DraftBlock[] {
  if (!back) return [];
  return elementsOf(back)
    .filter(({ name }) => !ELSEWHERE.has(name))
    .flatMap((part) => {
      const title = at(part, 'title');
      const name = lineIn(title) || TITLES[part.name];
      const flow = flowOf(
        part.children.filter((node) => node !== title),
        1,
        context,
      );
      const heading: DraftBlock[] =
        name === undefined ? [] : [{ type: 'paragraph', ...marked(plain(name), { type: 'strong' }) }];
      return [
        ...heading,
        ...flow.map(
          (it): DraftBlock =>
            it.type === 'block' ? it.block : { type: 'paragraph', ...marked(it.title, { type: 'strong' }) },
        ),
      ];
    });
}

function idleNotes(draft: DraftArticle, notes: readonly { element: MarkupElement; label: string }[]): Diagnostic[] {
  const blocks = [...draft.abstract, ...draft.sections.flatMap((section) => section.blocks), ...draft.back];
  const cited = new Set([...blocks, ...draft.notes].flatMap((block) => block.notes.map(({ label }) => label)));
  return notes.flatMap(({ element, label }) =>
    cited.has(label)
      ? []
      : diagnose('read/note-unreferenced', element.line, 'note-idle', { label, words: lineIn(element) }),
  );
}
