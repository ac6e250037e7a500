/**
 * Plain text, as authors type it and as extractors leave it. It has no markup, so everything is read off the looks of
 * the lines, in passes that each know one thing:
 *
 *     lines -> without numbers of links and running heads -> pieces (paragraphs, quotations, lists)
 *           -> imprint, title page, abstract taken off -> endnotes and footnotes taken out
 *           -> headings found -> halves of paragraphs stitched -> sections of blocks
 *
 * A pass never throws: what it doesn't recognise stays text. What it guesses it says in a diagnostic.
 */
import { liftReferences } from '../assemble.ts';
import { withIds } from '../block-ids.ts';
import { type Diagnostic, diagnose, inOrder, type Reading } from '../diagnostic.ts';
import type { DraftArticle } from '../draft.ts';
import { frontFields } from '../front-fields.ts';
import { guessLanguage } from '../language.ts';
import { blockOf } from './blocks.ts';
import { citedLabels } from './citations.ts';
import { takeEndnotes } from './endnotes.ts';
import { takeFootnotes } from './footnotes.ts';
import { takeFrontMatter } from './front-matter.ts';
import { vocabularyOf } from './hyphens.ts';
import { takeImprint } from './imprint.ts';
import { inline } from './inline.ts';
import { readLines } from './lines.ts';
import { dropLinkList } from './link-list.ts';
import { withMarkers } from './marker-lines.ts';
import type { RawNote } from './note.ts';
import { numberNotes } from './number-notes.ts';
import { outlineOf } from './outline.ts';
import { type Piece, textOf } from './piece.ts';
import { piecesOf } from './pieces.ts';
import { raiseMarks } from './raise-marks.ts';
import { dropRunningHeads } from './running-heads.ts';
import { sectionsOf } from './sections.ts';
import { stitch } from './stitch.ts';

/** Reads an article from plain text (NFC, lines ended by `\n`). */
export function readText(source: string): Reading {
  const links = dropLinkList(readLines(source));
  const page = dropRunningHeads(withMarkers(links.lines));
  const vocabulary = vocabularyOf(page.lines.map(({ text }) => text).join('\n'));
  const shaped = piecesOf(page.lines, vocabulary);
  const imprint = takeImprint(shaped.pieces);
  const front = takeFrontMatter(imprint.rest, vocabulary);

  const ends = takeEndnotes(front.rest);
  const raised = raiseMarks(ends.rest, new Set(ends.notes.map(({ label }) => label)));
  const feet = takeFootnotes(raised, ends.notes, vocabulary);
  const numbered = numberNotes(feet.rest, [...feet.notes, ...ends.notes]);
  const labels = new Set(numbered.notes.map(({ label }) => label));

  const stitched = stitch(outlineOf(numbered.pieces), vocabulary);
  const abstract = stitch(front.abstract, vocabulary);
  const body = liftReferences(sectionsOf(stitched.parts, labels));
  const language = guessLanguage(numbered.pieces.map(textOf).join('\n'));
  const asBlock = (piece: Piece) => blockOf(piece, labels);

  const draft: DraftArticle = {
    ...frontFields({ front, imprint, language }),
    abstract: abstract.parts.map(asBlock),
    sections: body.sections,
    notes: numbered.notes.map(({ label, text }) => ({ label, ...inline(text, noLabels) })),
    back: [...front.other.map(asBlock), ...body.back, ...imprint.citations.map(asBlock)],
    references: body.references,
  };
  const diagnostics = [links, page, shaped, front, feet, numbered, abstract, stitched, body]
    .flatMap((pass) => pass.diagnostics)
    .concat(mismatches(numbered.pieces, numbered.notes));
  return { article: withIds(draft), diagnostics: inOrder(diagnostics) };
}

/** A raised figure within a note is no reference: notes have none. */
const noLabels: ReadonlySet<string> = new Set();

/** Marks without a note stay in the text, notes without a mark stay notes; both are worth a look. */
function mismatches(pieces: readonly Piece[], notes: readonly RawNote[]): Diagnostic[] {
  const labels = new Set(notes.map(({ label }) => label));
  const cited = new Set<string>();
  const missing = pieces.flatMap((piece) =>
    citedLabels(textOf(piece)).flatMap((label) => {
      cited.add(label);
      return labels.has(label) ? [] : diagnose('text/note-missing', piece.line, 'note-missing', { label });
    }),
  );
  const idle = notes.flatMap(({ label, line, text }) =>
    cited.has(label) ? [] : diagnose('read/note-unreferenced', line, 'note-idle', { label, words: text }),
  );
  return [...missing, ...idle];
}
