/**
 * PDF, which knows where each letter stands and nothing of words, lines or paragraphs. The article is read off the page
 * as a reader's eye does it, in passes that each know one thing:
 *
 *     pages of runs -> without running heads -> columns of lines, in reading order -> footnotes taken out
 *           -> paragraphs -> imprint, title page, abstract taken off -> headings found -> endnotes and bibliography taken out
 *           -> lists, quotations, captions told apart -> hyphens mended, marks tied to notes -> sections of blocks
 *
 * The passes work on lengths in points and never on pixels or pictures, so a scan without a text layer has nothing to read.
 */
import { withIds } from '../block-ids.ts';
import { type Asset, type Diagnostic, diagnose, inOrder, type Reading } from '../diagnostic.ts';
import type { DraftArticle } from '../draft.ts';
import { frontFields } from '../front-fields.ts';
import { takePictures } from '../images.ts';
import { guessLanguage } from '../language.ts';
import type { Progress } from '../progress.ts';
import { failure, type ReadFailure, refused } from '../read-error.ts';
import type { ReadLimits } from '../read-limits.ts';
import { vocabularyOf } from '../text/hyphens.ts';
import { takeImprint } from '../text/imprint.ts';
import { marksIn, plainText, proseOf } from './assemble.ts';
import { entryOf, referenceOf } from './bibliography.ts';
import { captionsOf } from './captions.ts';
import { columnsOf } from './columns.ts';
import { composed, type Hand, pageOf, written } from './compose.ts';
import { type Metadata, metadataOf, open } from './container.ts';
import { Deadline, TimeIsUp } from './deadline.ts';
import { takeEndParts } from './end-parts.ts';
import { withFigures } from './figures.ts';
import { takeFootNotes } from './foot-notes.ts';
import { pieceOf, takeFrontMatter } from './front-matter.ts';
import { clear } from './furniture.ts';
import { hangingEntries } from './hanging-entries.ts';
import { levelsOf, type Told } from './headings.ts';
import type { Page } from './layout.ts';
import { numbered } from './notes.ts';
import { PageReader, UNKNOWN } from './page-runs.ts';
import { paragraphsOf } from './paragraphs.ts';
import { partsOf } from './parts.ts';
import { isOfPdf } from './pdf-errors.ts';
import { picturesOf } from './pictures.ts';
import { withoutRunIn } from './run-in-headings.ts';
import { settingOf } from './setting.ts';
import { withRaisedMarks } from './unraised-marks.ts';

/** Reads an article from a PDF. It answers within the time given, whatever the file. */
export async function readPdf(
  bytes: Uint8Array,
  limits: ReadLimits,
  progress: (progress: Progress) => void = () => undefined,
): Promise<Reading | ReadFailure> {
  const deadline = new Deadline(limits.milliseconds);
  try {
    const taken = await takePages(bytes, limits, deadline, progress);
    progress({ stage: 'assembling' });
    return 'ok' in taken ? taken : reconstructed(taken, deadline);
  } catch (error) {
    if (error instanceof TimeIsUp) {
      return refused('article/out-of-bounds', 'too-long', { most: Math.round(limits.milliseconds / 1000) });
    }
    // What pdf.js could not make sense of once it had opened the file.
    if (isOfPdf(error)) return failure('article/damaged');
    throw error;
  }
}

interface Taken {
  /** As they are, and with their figures. */
  all: Page[];
  pages: Page[];
  assets: Asset[];
  metadata: Metadata;
}

/** The text of all pages, if there is any and not too much of it. */
async function takePages(
  bytes: Uint8Array,
  limits: ReadLimits,
  deadline: Deadline,
  progress: (progress: Progress) => void,
): Promise<Taken | ReadFailure> {
  const opened = await open(bytes, deadline);
  if (!opened.ok) return opened;
  const { pdf, ops, close } = opened;
  try {
    if (pdf.numPages > limits.pages) {
      return refused('article/out-of-bounds', 'too-many-pages', { have: pdf.numPages, most: limits.pages });
    }
    const reader = new PageReader(pdf, ops, bytes, deadline);
    const pages: Page[] = [];
    let characters = 0;
    for (let number = 1; number <= pdf.numPages; number++) {
      progress({ stage: 'pages', done: number - 1, of: pdf.numPages });
      const page = await reader.read(number);
      characters += page.runs.reduce((sum, { text }) => sum + text.length, 0);
      if (characters > limits.characters) {
        return refused('article/too-large', 'too-many-letters', { most: limits.characters });
      }
      pages.push(page);
    }
    if (characters === 0) return refused('article/scanned', 'pages-are-pictures', { have: pdf.numPages });
    const metadata = await metadataOf(pdf, deadline);
    // Text without pictures is better than no article.
    const found = await picturesOf(bytes, pages, deadline.share(FOR_PICTURES));
    const taken = await takePictures(
      new Map(found.flatMap((one) => (one.bytes ? [[one, one.bytes] as const] : []))),
      limits,
    );
    return { all: pages, pages: withFigures(pages, found, taken), assets: taken.assets, metadata };
  } finally {
    await close();
  }
}

/** Share of the time that is left for pictures when the text has been read. */
const FOR_PICTURES = 0.5;

function reconstructed({ all, pages: taken, assets, metadata }: Taken, deadline: Deadline): Reading {
  const { pages, diagnostics: heads } = clear(taken);
  const heights = pages.map(({ height }) => height).sort((a, b) => a - b);
  const laidOut = columnsOf(pages);
  const setting = settingOf(laidOut, heights[Math.floor(heights.length / 2)] ?? 0);
  const { columns: text, notes: feet } = takeFootNotes(laidOut, setting);
  const columns = withRaisedMarks(text, feet);
  deadline.check();

  const lines = laidOut.flatMap((column) => column.lines);
  const vocabulary = vocabularyOf(lines.map(({ text }) => text).join('\n'));
  const paragraphs: Told[] = paragraphsOf(columns, setting)
    .flatMap(withoutRunIn)
    .map((paragraph, index) => ({
      ...paragraph,
      number: index + 1,
      text: plainText(paragraph.lines, vocabulary),
    }));
  const byNumber = new Map(paragraphs.map((paragraph) => [paragraph.number, paragraph]));
  deadline.check();

  const imprint = takeImprint(paragraphs.map(pieceOf));
  const kept = imprint.rest.flatMap(({ line }) => byNumber.get(line) ?? []);
  const captions = captionsOf(kept, setting);
  const headings = levelsOf(kept, new Set(captions.values()), setting);
  const front = takeFrontMatter(kept, headings, setting, vocabulary, metadata);
  const ends = takeEndParts(front.rest, headings, feet.length > 0 ? new Set() : marksIn(front.rest));
  const notes = numbered(feet, ends.notes);
  const entries = hangingEntries(ends.references, setting, vocabulary).map((told) => ({ told, ...entryOf(told.text) }));
  const cited = new Set(entries.flatMap(({ label }) => label ?? []));
  const hand: Hand = { vocabulary, resolve: notes.resolve, cited };

  const body = composed(partsOf(ends.rest, topped(ends.rest, headings), captions, setting), hand);
  const language = guessLanguage(ends.rest.map(({ text }) => text).join('\n'));
  const paragraphOf = ({ line, text }: { line: number; text: string }) => {
    const told = byNumber.get(line);
    return told ? [{ type: 'paragraph' as const, ...written(told, hand, told.text.length - text.length) }] : [];
  };
  const draft: DraftArticle = {
    ...frontFields({ front, imprint, language }),
    abstract: front.abstract.flatMap(paragraphOf),
    sections: body.sections,
    notes: notes.notes.map(({ label, place, lines: own, skipped }) => ({
      label,
      place,
      ...proseOf(own, vocabulary, () => undefined, skipped),
    })),
    back: [
      ...front.other.map((lines) => ({
        type: 'paragraph' as const,
        ...written({ lines }, hand),
      })),
      ...body.back,
      ...imprint.citations.flatMap(paragraphOf),
    ],
    ...(entries.length > 0 && {
      references: entries.map(({ told, label, skipped }) => referenceOf(label, written(told, hand, skipped))),
    }),
  };
  const diagnostics = [
    ...pagesWithoutText(all),
    ...turnedText(all),
    ...unknownLetters(all),
    ...heads,
    ...front.diagnostics.map((diagnostic) => inPages(diagnostic, byNumber)),
    ...notes.diagnostics,
    ...body.diagnostics,
    ...notes.notes.flatMap(({ label, page, lines: own, skipped }) =>
      notes.used.has(label)
        ? []
        : diagnose('read/note-unreferenced', { page }, 'note-idle', {
            label,
            words: plainText(own, vocabulary).slice(skipped),
          }),
    ),
  ];
  return { article: withIds(draft), diagnostics: inOrder(diagnostics), assets };
}

/** The topmost headings are of level 1. */
function topped(paragraphs: readonly Told[], headings: ReadonlyMap<Told, number>): Map<Told, number> {
  const own = paragraphs.flatMap((told) => {
    const level = headings.get(told);
    return level === undefined ? [] : [[told, level] as const];
  });
  const present = [...new Set(own.map(([, level]) => level))].sort((a, b) => a - b);
  return new Map(own.map(([told, level]) => [told, present.indexOf(level) + 1]));
}

function pagesWithoutText(pages: readonly Page[]): Diagnostic[] {
  return pages
    .filter(({ runs, turned }) => runs.length === 0 && turned === '')
    .map(({ number }) => diagnose('pdf/page-without-text', { page: number }, 'page-without-text', { count: number }));
}

const unknownLetters = (pages: readonly Page[]): Diagnostic[] =>
  pages.flatMap(({ number, runs }) => {
    const unknown = runs.filter(({ text }) => text.includes(UNKNOWN));
    const [first] = unknown;
    if (!first) return [];
    return [diagnose('pdf/letters-unknown', { page: number }, 'letters-unknown', { count: number, words: first.text })];
  });

const turnedText = (pages: readonly Page[]): Diagnostic[] =>
  pages
    .filter(({ turned }) => turned !== '')
    .map(({ number, turned }) =>
      diagnose('pdf/turned-text-left-out', { page: number }, 'turned-left-out', { words: turned }),
    );

/** The readers of plain text say `line` for the number of a paragraph. */
function inPages(diagnostic: Diagnostic, byNumber: ReadonlyMap<number, Told>): Diagnostic {
  const told = 'line' in diagnostic.place ? byNumber.get(diagnostic.place.line ?? 0) : undefined;
  return { ...diagnostic, place: { page: told ? pageOf(told) : 1 } };
}
