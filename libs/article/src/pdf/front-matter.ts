/** Title, authors, abstract and keywords: the largest type on the first page, and what stands between it and the text. */
import type { Diagnostic } from '../diagnostic.ts';
import { knownPart, runInPart } from '../known-titles.ts';
import type { Author } from '../model.ts';
import { readAbstract } from '../text/abstract.ts';
import { looksLikeNames } from '../text/authors.ts';
import { isAllCaps, numberingOf } from '../text/headings.ts';
import type { Vocabulary } from '../text/hyphens.ts';
import { type ProsePiece, prosePiece } from '../text/piece.ts';
import { readTitlePage } from '../text/title-page.ts';
import { bylineOf } from './byline.ts';
import { cellsOf } from './cells.ts';
import type { Metadata } from './container.ts';
import { styleOf, type Told } from './headings.ts';
import { type Line, tenth } from './layout.ts';
import { indentOf, type Setting } from './setting.ts';

export interface FrontMatter {
  title: string;
  subtitle?: string;
  authors: Author[];
  history?: string;
  /** Paragraphs of the abstract: which one, and how much of it. */
  abstract: ProsePiece[];
  keywords: string[];
  /** What a title page holds beside names and places. */
  other: Line[][];
  /** In places that are numbers of paragraphs. */
  diagnostics: Diagnostic[];
  /** The paragraphs that the title was read from. */
  titles: Told[];
  rest: Told[];
}

const LARGER = 1.12;
/** A title stands among the first paragraphs. */
const NEAR = 8;
const LONGEST_TITLE = 300;
/** A paragraph as long is text and no line of a title page. */
const LONG = 260;
const MOST_LINES = 3;
/** So long and with a full stop it is text, too. */
const SENTENCE = 120;

/** Takes the front matter off the text. */
export function takeFrontMatter(
  paragraphs: readonly Told[],
  headings: ReadonlyMap<Told, number>,
  setting: Setting,
  vocabulary: Vocabulary,
  metadata: Metadata,
): FrontMatter {
  const { from, to } = titleIn(paragraphs, setting);
  const titles = paragraphs.slice(from, to);
  const below = paragraphs.slice(to);
  const begin = below.findIndex(({ text }) => text.length >= LONG || knownPart(text) !== undefined || isSentence(text));
  const recurring = new Set(below.slice(begin + 1).flatMap((told) => (headings.has(told) ? styleOf(told).key : [])));
  const end = below.findIndex((paragraph, at) => {
    const isSection = headings.has(paragraph) && isSectionTitle(paragraph, below[at + 1], recurring, vocabulary);
    return isSection || !isOfTitlePage(paragraph, setting);
  });
  const byline = titles.length === 0 ? [] : below.slice(0, end === -1 ? 0 : end);
  const rest = below.slice(byline.length);
  const title = titles.map(({ text }) => text).join(' ');
  // A crest or the like.
  const above = paragraphs.slice(0, from).filter(({ span }) => span?.kind !== 'picture');
  const authors = bylineOf(byline);
  const page = readTitlePage([prosePiece(titles[0]?.number ?? 1, title), ...authors], authors.length + 1, vocabulary);
  const abstract = readAbstract(rest.map(pieceOf), 0);
  return {
    title: titleOf(page.title, metadata),
    ...(page.subtitle !== undefined && { subtitle: page.subtitle }),
    authors: page.authors.length > 0 ? page.authors : authorsOf(metadata),
    ...(page.history !== undefined && { history: page.history }),
    abstract: abstract.abstract,
    keywords: abstract.keywords.length > 0 ? abstract.keywords : keywordsOf(metadata),
    other: [...above.map(({ lines }) => lines), ...linesAmong(byline, page.other)],
    diagnostics: page.diagnostics,
    titles,
    rest: rest.slice(abstract.end),
  };
}

/** The lines of paragraphs that are what pieces say, by paragraph. */
function linesAmong(paragraphs: readonly Told[], pieces: readonly ProsePiece[]): Line[][] {
  const said = new Set(pieces.map(({ text }) => text.toLowerCase()));
  return paragraphs
    .map(({ lines }) => lines.filter(({ text }) => said.has(text.toLowerCase())))
    .filter((lines) => lines.length > 0);
}

/** A paragraph as the readers of plain text know it. */
export const pieceOf = ({ number, text, lines }: Told): ProsePiece => ({
  ...prosePiece(number, text),
  lines: lines.map((line) => line.text),
});

/** Which paragraphs are the title: the largest near the beginning, or the first if it is bold or stands apart. */
function titleIn(paragraphs: readonly Told[], setting: Setting): { from: number; to: number } {
  const page = paragraphs[0]?.lines[0]?.page;
  const near = paragraphs.slice(0, NEAR).filter(({ lines }) => lines[0]?.page === page);
  const sizeOf = (paragraph: Told | undefined): number => tenth(paragraph?.lines[0]?.size ?? 0);
  const largest = near.reduce((most, paragraph) => Math.max(most, sizeOf(paragraph)), 0);
  const from = near.findIndex((paragraph) => sizeOf(paragraph) === largest);
  const first = near[from];
  const isLarge = largest > LARGER * setting.size;
  if (!first || (!isLarge && !(first.lines[0]?.bold && from === 0))) return { from: 0, to: 0 };
  if (knownPart(first.text) !== undefined || first.text.length > LONGEST_TITLE) return { from: 0, to: 0 };
  let to = from + 1;
  const goesOn = (paragraph: Told | undefined): boolean =>
    paragraph !== undefined &&
    sizeOf(paragraph) === largest &&
    knownPart(paragraph.text) === undefined &&
    numberingOf(paragraph.text) === undefined &&
    paragraph.gap < 2;
  while (goesOn(near[to])) to += 1;
  return { from, to };
}

function isOfTitlePage({ text, lines, span }: Told, setting: Setting): boolean {
  if (fillsItsLines(lines, setting)) return false;
  if (span || (knownPart(text) ?? runInPart(text)?.part) !== undefined) return false;
  return text.length < LONG && lines.length <= MOST_LINES;
}

/** In points. */
const FLUSH = 2;

/** Lines from edge to edge are running text; those of a title page end where a name ends. */
function fillsItsLines(lines: readonly Line[], setting: Setting): boolean {
  return (
    setting.justified &&
    lines.length > 1 &&
    lines.slice(0, -1).every((line) => Math.abs(setting.edges(line).right - line.right) < FLUSH) &&
    lines.slice(1).every((line) => Math.abs(indentOf(line, setting)) < FLUSH)
  );
}

const isSentence = (text: string): boolean => text.length > SENTENCE && /[.!?:]$/.test(text);

/** Does a section begin here? Its title looks like others further down, or stands right above text and is no name. */
function isSectionTitle(
  told: Told,
  next: Told | undefined,
  recurring: ReadonlySet<string>,
  vocabulary: Vocabulary,
): boolean {
  if (numberingOf(told.text) !== undefined) return true;
  // Authors stand side by side; titles don't.
  if (told.lines.some((line) => cellsOf(line).length > 1)) return false;
  // A subtitle stands above names.
  if (next !== undefined && looksLikeNames(next.text, vocabulary)) return false;
  if (recurring.has(styleOf(told).key)) return true;
  return next !== undefined && next.text.length >= LONG && !looksLikeNames(told.text, vocabulary);
}

/** As printed; where that is all in capitals, as the file says it. */
function titleOf(printed: string, { title = '' }: Metadata): string {
  if (printed === '') return title;
  return isAllCaps(printed) && title.toLowerCase() === printed.toLowerCase() ? title : printed;
}

const keywordsOf = ({ keywords = '' }: Metadata): string[] =>
  keywords
    .split(keywords.includes(';') ? ';' : ',')
    .map((keyword) => keyword.trim())
    .filter((keyword) => keyword !== '');

const authorsOf = ({ author = '' }: Metadata): Author[] =>
  author
    .split(/\s*[;&]\s*|\s+and\s+|,\s+(?=\p{Lu}\S*\s)/u)
    .map((name) => ({ name: name.trim() }))
    .filter(({ name }) => name !== '' && !name.includes('@'));
