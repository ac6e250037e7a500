/** What follows the text under a title of its own: endnotes and the bibliography. */
import { knownPart } from '../known-titles.ts';
import { markOf, type PrintedNote } from './foot-notes.ts';
import type { Told } from './headings.ts';

export interface EndParts {
  notes: PrintedNote[];
  /** The entries of the bibliography. */
  references: Told[];
  rest: Told[];
}

/** Takes both out of the text. `marks` are the labels that raised figures in the text ask for. */
export function takeEndParts(
  paragraphs: readonly Told[],
  headings: ReadonlyMap<Told, number>,
  marks: ReadonlySet<string>,
): EndParts {
  const parts: EndParts = { notes: [], references: [], rest: [] };
  let at = 0;
  for (let heading = paragraphs[at]; heading; heading = paragraphs[at]) {
    const part = headings.has(heading) ? knownPart(heading.text) : undefined;
    const below = paragraphs.slice(at + 1);
    const next = below.findIndex((paragraph) => headings.has(paragraph));
    const own = next === -1 ? below : below.slice(0, next);
    const notes = part === 'notes' ? notesIn(own) : [];
    if (notes.length > 0) parts.notes.push(...notes);
    else if (part === 'references' && own.length > 0) parts.references.push(...own);
    else {
      parts.rest.push(heading);
      at += 1;
      continue;
    }
    at += 1 + own.length;
  }
  return parts.notes.length > 0 ? parts : withUntitledNotes(parts, headings, marks);
}

/**
 * Notes at the very end without a title, be it behind the bibliography: they count through as many as the text has marks for.
 */
function withUntitledNotes(parts: EndParts, headings: ReadonlyMap<Told, number>, marks: ReadonlySet<string>): EndParts {
  const notesAtEnd = (paragraphs: readonly Told[]): { notes: PrintedNote[]; from: number } => {
    const from = paragraphs.findLastIndex(({ text }) => /^(?:1[.)]?\s|¹\s*\S)/u.test(text));
    const own = from === -1 || marks.size === 0 ? [] : paragraphs.slice(from);
    const notes = own.some((told) => headings.has(told)) ? [] : notesIn(own);
    return { notes: notes.length === marks.size && notes.every(({ label }) => marks.has(label)) ? notes : [], from };
  };
  const [behind, below] = [notesAtEnd(parts.references), notesAtEnd(parts.rest)];
  if (behind.notes.length > 0)
    return { ...parts, notes: behind.notes, references: parts.references.slice(0, behind.from) };
  return below.notes.length > 0 ? { ...parts, notes: below.notes, rest: parts.rest.slice(0, below.from) } : parts;
}

/** The notes of a part, or none if it doesn't begin with a mark. */
function notesIn(paragraphs: readonly Told[]): PrintedNote[] {
  const notes: PrintedNote[] = [];
  for (const line of paragraphs.flatMap(({ lines }) => lines)) {
    const mark = markOf(line, notes.at(-1));
    const last = notes.at(-1);
    if (mark) notes.push({ label: mark.label, page: line.page, lines: [line], skipped: mark.length });
    else if (last) last.lines.push(line);
    else return [];
  }
  return notes;
}
