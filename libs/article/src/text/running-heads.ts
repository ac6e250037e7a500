/**
 * Running heads and page numbers that an extractor left between the lines of the text. A line is a candidate if it
 * stands alone. It goes only on proof that it is no heading: its words are those of the title page, or its numbers
 * are those of pages, or it stands in the middle of a sentence.
 */
import { type Diagnostic, diagnose } from '../diagnostic.ts';
import { groupBy } from '../group-by.ts';
import type { Line } from './lines.ts';
import { startsSmall } from './sentence.ts';

interface Candidate {
  /** Index of the line. */
  at: number;
  number: number | undefined;
  /** What stands beside the number. */
  words: string;
  /** Does a sentence go on behind it? */
  interrupts: boolean;
  /** Is it the first or last line of a page that a form feed marks? */
  atEdge: boolean;
}

const LONGEST = 100;
/** How many lines of text the title page has at most. */
const OPENING = 12;
/** How far to look over blank lines. */
const NEAR = 8;
const NUMBER = /^\d{1,5}$/;
const PAGE_WORD = /^(?:page|p\.?|pp\.?|seite|s\.|página|pág\.?|pagina|side|sida)$/iu;
const OF_TOTAL = /\s*(?:of|\/|von|de|di|av|af)\s*\d{1,5}$/iu;

/** The lines without running heads; each leaves a blank line that is torn. */
export function dropRunningHeads(lines: readonly Line[]): { lines: Line[]; diagnostics: Diagnostic[] } {
  const candidates = findCandidates(lines);
  const opening = openingOf(lines);
  const dropped = new Set<number>();
  for (const group of groupBy(candidates, ({ words }) => words.toLowerCase()).values()) {
    for (const candidate of group) {
      if (isRunningHead(candidate, group, opening)) dropped.add(candidate.at);
    }
  }
  const diagnostics = lines
    .filter((_, at) => dropped.has(at))
    .map(({ number, text }) => diagnose('text/running-head-removed', number, 'page-head', { words: text }));
  return {
    lines: lines.map((line, at) => (dropped.has(at) ? { ...line, text: '', torn: true } : line)),
    diagnostics,
  };
}

function isRunningHead({ at, number, words }: Candidate, group: readonly Candidate[], opening: Opening): boolean {
  const interrupts = group.some((candidate) => candidate.interrupts);
  const atEdges = group.length > 1 && group.every((candidate) => candidate.atEdge);
  if (number === undefined) return group.length >= 3 && (interrupts || atEdges);
  const numbers = group.flatMap((candidate) => candidate.number ?? []);
  const rising = numbers.every((value, index) => index === 0 || value > (numbers[index - 1] ?? value));
  // Numbered 1, 2, 3 they may be `Study 1`, `Study 2`, or years a chronicle's; pages of an article rarely are either.
  const likePages = rising && !numbers.every((value, index) => value === index + 1) && !numbers.every(isYear);
  if (words === '') return interrupts || atEdges || (group.length > 1 && likePages);
  if (isOnTitlePage(words.toLowerCase(), at, opening)) return true;
  return group.length > 1 && rising && (interrupts || atEdges || (likePages && words.includes(' ')));
}

const isYear = (value: number): boolean => value >= 1500 && value <= 2100;

/** Is it a whole line of the title page, or the beginning of one by two words or more? */
function isOnTitlePage(words: string, at: number, opening: Opening): boolean {
  for (const [where, line] of opening) {
    if (where === at || !line.startsWith(words)) continue;
    if (line === words || (words.includes(' ') && !/^[\p{L}\p{Nd}]/u.test(line.slice(words.length)))) return true;
  }
  return false;
}

function findCandidates(lines: readonly Line[]): Candidate[] {
  const candidates: Candidate[] = [];
  for (const [at, { text }] of lines.entries()) {
    if (text === '' || text.length > LONGEST) continue;
    const atEdge = isFirstOfPage(lines, at) || isLastOfPage(lines, at);
    if (!atEdge && !isAlone(lines, at)) continue;
    const next = neighbour(lines, at);
    candidates.push({ at, ...parse(text), interrupts: next !== undefined && startsSmall(next), atEdge });
  }
  return candidates;
}

const isBlank = (lines: readonly Line[], at: number): boolean => (lines[at]?.text ?? '') === '';

const isAlone = (lines: readonly Line[], at: number): boolean => isBlank(lines, at - 1) && isBlank(lines, at + 1);

/** Nothing but blank lines between a page break and this line? */
function isFirstOfPage(lines: readonly Line[], from: number): boolean {
  for (let at = from; at > from - NEAR; at--) {
    if (lines[at]?.torn) return true;
    if (!isBlank(lines, at - 1)) return false;
  }
  return false;
}

/** Nothing but blank lines between this line and a page break? */
function isLastOfPage(lines: readonly Line[], from: number): boolean {
  for (let at = from + 1; at < from + NEAR; at++) {
    if (lines[at]?.torn) return true;
    if (!isBlank(lines, at)) return false;
  }
  return false;
}

/** The nearest text behind a line, other than a number, not looking far. */
function neighbour(lines: readonly Line[], from: number): string | undefined {
  return lines.slice(from + 1, from + NEAR).find(({ text }) => text !== '' && !NUMBER.test(text))?.text;
}

/** `8 Jane Doe`, `Jane Doe | 8`, `- 8 -`, `Page 8 of 20`: the number and the words beside it. */
function parse(text: string): { number: number | undefined; words: string } {
  const tokens = text
    .replace(OF_TOTAL, '')
    .split(/[\s|·•–—-]+/u)
    .filter((token) => token !== '');
  const bare = text.replace(/^[\s|·•–—-]+|[\s|·•–—-]+$/gu, '');
  const first = tokens[0] ?? '';
  const last = tokens.at(-1) ?? '';
  const edge = NUMBER.test(first) ? first : NUMBER.test(last) ? last : undefined;
  if (edge === undefined) return { number: undefined, words: bare };
  const beside = edge === first ? bare.slice(first.length) : bare.replace(OF_TOTAL, '').slice(0, -last.length);
  const words = beside.replace(/^[\s|·•–—-]+|[\s|·•–—-]+$/gu, '');
  return { number: Number(edge), words: PAGE_WORD.test(words) ? '' : words };
}

/** The first lines in lower case, by their index: title, authors, journal; what running heads repeat. */
type Opening = ReadonlyMap<number, string>;

function openingOf(lines: readonly Line[]): Opening {
  const opening = new Map<number, string>();
  for (const [at, { text }] of lines.entries()) {
    if (opening.size === OPENING) break;
    if (text !== '') opening.set(at, text.slice(0, 3 * LONGEST).toLowerCase());
  }
  return opening;
}
