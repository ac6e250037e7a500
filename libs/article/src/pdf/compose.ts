/** The parts of the text as sections of blocks. */
import { type Diagnostic, diagnose } from '../diagnostic.ts';
import { type DraftBlock, type DraftSection, lastSection } from '../draft.ts';
import { listBlock, tableBlock } from '../draft-blocks.ts';
import { knownPart, runInPart } from '../known-titles.ts';
import { concat, marked, type Prose, plain, trimmed } from '../prose.ts';
import type { Vocabulary } from '../text/hyphens.ts';
import { proseOf, type Resolve } from './assemble.ts';
import { withCitations } from './bibliography.ts';
import { formulaIn } from './display.ts';
import type { Told } from './headings.ts';
import type { Picture } from './layout.ts';
import { typed } from './listings.ts';
import type { Part } from './part.ts';
import { printedSource } from './printed-source.ts';
import type { Cell } from './tables.ts';

export interface Body {
  sections: DraftSection[];
  back: DraftBlock[];
  diagnostics: Diagnostic[];
}

/** What texts are made with. */
export interface Hand {
  vocabulary: Vocabulary;
  resolve: Resolve;
  /** The numbers of the entries of the bibliography. */
  cited: ReadonlySet<string>;
}

/** The text of a paragraph without its first characters. */
export const written = ({ lines }: Pick<Told, 'lines'>, { vocabulary, resolve, cited }: Hand, skipped = 0): Prose =>
  withCitations(trimmed(proseOf(lines, vocabulary, resolve, skipped)), cited);

export const pageOf = ({ lines }: Told): number => lines[0]?.page ?? 1;

/** Divides the text at its headings. */
export function composed(parts: readonly Part[], hand: Hand): Body {
  const body: Body = { sections: [], back: [], diagnostics: [] };
  const lastHeading = parts.findLastIndex((part) => part.kind === 'heading' && knownPart(part.told.text) !== 'back');
  let inBack = false;
  let waiting: { label: string; title: string; page: number }[] = [];
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'heading') {
      const { text, notes } = written(part.told, hand);
      inBack = knownPart(text) === 'back';
      if (inBack) body.back.push({ type: 'paragraph', ...marked(plain(text), { type: 'strong' }) });
      else body.sections.push({ title: text, level: part.level, blocks: [] });
      waiting.push(...notes.map(({ label }) => ({ label, title: text, page: pageOf(part.told) })));
      continue;
    }
    const startsBack = body.sections.length > 0 && part.kind === 'paragraph' && isBackMatter(part.told);
    const blocks = blocksOf(part, hand);
    if (inBack || startsBack) body.back.push(...blocks);
    else {
      // Titles have no references in the model, so those of a title go to the beginning of its first block.
      const moved = waiting.map(({ label }) => ({ label, at: 0 }));
      lastSection(body.sections).blocks.push(
        ...blocks.map((block, at) => (at === 0 ? { ...block, notes: [...moved, ...block.notes] } : block)),
      );
      for (const { label, title, page } of waiting) {
        const facts = { label, words: title };
        body.diagnostics.push(diagnose('read/reference-moved', { page }, 'reference-moved', facts));
      }
      waiting = [];
    }
    inBack ||= startsBack && index > lastHeading;
    body.diagnostics.push(...leftOut(part));
  }
  return body;
}

const isBackMatter = ({ text }: Told): boolean => runInPart(text)?.part === 'back';

function blocksOf(part: Exclude<Part, { kind: 'heading' }>, hand: Hand): DraftBlock[] {
  if (part.kind !== 'figure') return [blockOf(part, hand)];
  const caption = part.caption ? written(part.caption, hand) : plain('');
  // Of pictures side by side the last has the caption, which stands below them all.
  const before = part.pictures.slice(0, -1).map((picture) => figureOf(picture, plain('')));
  return [...before, figureOf(part.pictures.at(-1), caption)];
}

const figureOf = (picture: Picture | undefined, caption: Prose): DraftBlock => ({
  type: 'figure',
  ...caption,
  ...(picture?.asset !== undefined && { image: { asset: picture.asset } }),
});

function blockOf(part: Exclude<Part, { kind: 'heading' | 'figure' }>, hand: Hand): DraftBlock {
  if (part.kind === 'rule') return { type: 'rule', ...plain('') };
  if (part.kind === 'listing') return { type: 'code', ...plain(typed(part.told.lines)) };
  if (part.kind === 'formula') return { type: 'formula', ...plain(''), ...formulaIn(part.told.lines, part.bars) };
  if (part.kind === 'list') return listOf(part, hand);
  if (part.kind === 'verse') {
    return {
      type: 'verse',
      ...concat(
        part.lines.map((line) => written(line, hand)),
        '\n',
      ),
    };
  }
  if (part.kind === 'table') return tableOf(part, hand);
  if (part.kind === 'caption') return { type: 'paragraph', ...written(part.told, hand) };
  return { type: part.kind, ...written(part.told, hand) };
}

function listOf({ items }: Extract<Part, { kind: 'list' }>, hand: Hand): DraftBlock {
  const first = items[0]?.marker.order;
  const entries = items.map(({ told, marker, level }) => ({
    level,
    prose: written(told, hand, told.text.length - marker.rest.length),
  }));
  return listBlock(entries, first !== undefined, first);
}

function tableOf({ grid: { rows, headed }, caption }: Extract<Part, { kind: 'table' }>, hand: Hand): DraftBlock {
  const isHead = (row: readonly Cell[]): boolean => row.flat().every(({ text }) => !/\d/.test(text));
  const hasHead = headed || rows.slice(1).some((row) => !isHead(row));
  const cells = rows.map((row, index) =>
    row.map((lines) => ({
      prose: proseOf(lines, hand.vocabulary, hand.resolve),
      header: index === 0 && hasHead && (headed || isHead(row)),
    })),
  );
  return tableBlock(cells, caption && written(caption, hand));
}

function leftOut(part: Part): Diagnostic[] {
  if (part.kind === 'figure') return figuresLeftOut(part);
  if (part.kind === 'formula') {
    // As it was put together, since its signs from left to right say little; but all of them where a source stood beside.
    const isBesideSource = printedSource(part.told.text) !== undefined;
    const facts = { words: isBesideSource ? part.told.text : formulaIn(part.told.lines, part.bars).text };
    return [diagnose('pdf/formula-guessed', { page: pageOf(part.told) }, 'formula-guessed', facts)];
  }
  if (part.kind === 'table') {
    const facts = { words: (part.caption ?? part.told).text };
    return [diagnose('pdf/table-guessed', { page: pageOf(part.told) }, 'table-guessed', facts)];
  }
  if (part.kind !== 'caption') return [];
  const facts = { words: part.told.text };
  return [diagnose('pdf/table-as-text', { page: pageOf(part.told) }, 'table-as-text', facts)];
}

function figuresLeftOut({ pictures, told, caption }: Extract<Part, { kind: 'figure' }>): Diagnostic[] {
  const page = pageOf(told);
  const about = { count: page, ...(caption && { words: caption.text }) };
  if (pictures.length === 0) {
    return [diagnose('read/image-left-out', { page }, 'figure-without-picture', about)];
  }
  return pictures.flatMap(({ left, lettering = '' }) => {
    if (left === undefined) return [];
    const facts = { ...about, ...left, ...(lettering !== '' && { other: lettering }) };
    return [diagnose('read/image-left-out', { page }, 'picture-of-page-missing', facts)];
  });
}
