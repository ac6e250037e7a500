/** Word documents (ECMA-376), as Word, LibreOffice, Pages and Google write them. */
import { assemble, type Flow, keywordsIn, takeTitle } from '../assemble.ts';
import { withIds } from '../block-ids.ts';
import { type Diagnostic, diagnose, inOrder, type Reading } from '../diagnostic.ts';
import type { DraftArticle, DraftBlock } from '../draft.ts';
import { type Pictures, pictureOf, takePictures } from '../images.ts';
import { guessLanguage } from '../language.ts';
import { at, lineIn, type MarkupElement, within } from '../markup/tree.ts';
import type { Author } from '../model.ts';
import { type ReadFailure, refused } from '../read-error.ts';
import type { ReadLimits } from '../read-limits.ts';
import type { Facts, Saying } from '../sayings.ts';
import { type Piece, piecesOf } from './blocks.ts';
import type { Context, NoteKind } from './context.ts';
import { flowOf } from './flow.ts';
import { isTypescript, withGuessedHeadings, withGuessedQuotations } from './guess.ts';
import { findNotes, idleNotes, readNotes } from './notes.ts';
import { readNumbering } from './numbering.ts';
import { openPackage, type Package } from './open-package.ts';
import { readStyles } from './styles.ts';

/** Reads an article from a Word document. */
export async function readDocx(source: Uint8Array, limits: ReadLimits): Promise<Reading | ReadFailure> {
  const opened = openPackage(source, limits);
  if (!opened.ok) return opened;
  const { parts } = opened;
  const main = [...parts.relationships('').values()].find(({ type }) => type === 'officeDocument')?.target;
  const path = main ?? 'word/document.xml';
  const root = parts.xml(path);
  const body = root && at(root, 'body');
  if (!body) return refused('article/damaged', 'no-word-document');
  return read(body, path, parts, await takePictures(mediaOf(parts, path), limits));
}

/** The pictures that the document and its notes refer to, by their paths. */
function mediaOf(parts: Package, path: string): Map<string, Uint8Array> {
  const paths = [path, 'word/footnotes.xml', 'word/endnotes.xml'].flatMap((part) =>
    [...parts.relationships(part).values()].flatMap(({ type, target, external }) =>
      type === 'image' && !external ? [target] : [],
    ),
  );
  return new Map(
    paths.flatMap((target): [string, Uint8Array][] => {
      const bytes = parts.bytes(target);
      return bytes ? [[target, bytes]] : [];
    }),
  );
}

function read(body: MarkupElement, path: string, parts: Package, pictures: Pictures<string>): Reading {
  const diagnostics: Diagnostic[] = [];
  let paragraph = 0;
  const related = (type: string): string | undefined =>
    [...parts.relationships(path).values()].find((it) => it.type === type)?.target;
  const partOf = (type: string) => parts.xml(related(type) ?? `word/${type}.xml`);
  const notes = findNotes(body, { footnote: partOf('footnotes'), endnote: partOf('endnotes') });
  const shared = {
    styles: readStyles(partOf('styles'), isTypescript(body)),
    numbering: readNumbering(partOf('numbering')),
    labelOf: notes.labelOf,
    imageOf: (target: string) => pictureOf(pictures, target, { why: 'not-in-file' }),
    report: (code: Diagnostic['code'], saying: Saying, facts?: Facts) =>
      void diagnostics.push(diagnose(code, { paragraph: Math.max(1, paragraph) }, saying, facts)),
  };
  const context: Context = {
    ...shared,
    relationships: parts.relationships(path),
    next: () => {
      paragraph += 1;
      return paragraph;
    },
  };
  const contextOf = (kind: NoteKind): Context => ({
    ...shared,
    relationships: parts.relationships(related(`${kind}s`) ?? `word/${kind}s.xml`),
    next: () => Math.max(1, paragraph),
  });

  const pieces = piecesOf(body, context);
  const front = frontOf(pieces, parts.xml('docProps/core.xml'));
  const flow = flowOf(withGuessedQuotations(withGuessedHeadings(front.rest, diagnostics), diagnostics));
  const taken = takeTitle(flow, front.title);
  const parted = assemble(taken.rest);
  const language = front.language ?? guessLanguage(flow.map(wordsOf).join('\n'));
  const draft: DraftArticle = {
    title: taken.title,
    ...(front.subtitle !== undefined && { subtitle: front.subtitle }),
    authors: front.authors,
    ...(front.history !== undefined && { history: front.history }),
    ...(language !== undefined && { language }),
    abstract: [...front.abstract, ...parted.abstract],
    keywords: parted.keywords.length > 0 ? parted.keywords : front.keywords,
    sections: parted.sections,
    notes: readNotes(notes.notes, contextOf),
    back: parted.back,
    references: parted.references,
  };
  diagnostics.push(...parted.diagnostics, ...idleNotes(notes));
  return { article: withIds(draft), diagnostics: inOrder(diagnostics), assets: pictures.assets };
}

const wordsOf = (it: Flow): string => (it.type === 'heading' ? it.title.text : it.block.text);

interface Front {
  title: string | undefined;
  subtitle: string | undefined;
  authors: Author[];
  history: string | undefined;
  language: string | undefined;
  abstract: DraftBlock[];
  keywords: string[];
  rest: Piece[];
}

/** What styles say is front matter; what they don't say is looked up in the properties of the file. */
function frontOf(pieces: readonly Piece[], core: MarkupElement | undefined): Front {
  const property = (name: string): string | undefined => lineIn(core && within(core, name)[0]) || undefined;
  const taken = new Set<Piece>();
  const styled = (kind: string): string[] =>
    pieces.flatMap((piece) => {
      if (piece.shape !== 'paragraph' || piece.kind.kind !== kind) return [];
      taken.add(piece);
      return piece.prose.text.replace(/\s*\n\s*/g, ' ');
    });
  const title = styled('title').join(' ') || undefined;
  const subtitle = styled('subtitle').join(' ') || undefined;
  const authors = styled('author');
  const history = styled('date').join('; ') || undefined;
  const abstract = pieces.filter((piece) => piece.shape === 'paragraph' && piece.kind.kind === 'abstract');
  for (const piece of abstract) taken.add(piece);
  styled('abstract-title');
  // A table of contents says again what the headings say.
  styled('contents');
  const creators = (property('creator') ?? '').split(/\s*[;,]\s*/).filter(Boolean);
  return {
    title: title ?? property('title'),
    subtitle,
    authors: (authors.length > 0 ? authors : creators).map((name) => ({ name })),
    history,
    language: property('language'),
    abstract: flowOf(abstract).flatMap((it) => (it.type === 'block' ? [it.block] : [])),
    keywords: keywordsIn(property('keywords') ?? ''),
    rest: pieces.filter((piece) => !taken.has(piece)),
  };
}
