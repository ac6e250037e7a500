/**
 * What a browser of the terminal adds to a page: each link has its number in front (`[5]`), and at the end stands a list of where
 * they lead. The numbers are no part of the text, and what they lead to is told.
 */
import { type Diagnostic, diagnose } from '../diagnostic.ts';
import type { Line } from './lines.ts';

const HEADING = /^(?:References|Visible links:?|Verweise|Références|Referencias)$/;
const ENTRY = /^(\d{1,4})\. (\S+:\S+)$/;
const MARK = /\[(\d{1,4})\]/g;

/** The lines without the numbers of links and without their list. */
export function dropLinkList(lines: readonly Line[]): { lines: Line[]; diagnostics: Diagnostic[] } {
  const heading = lines.findLastIndex(({ text }) => HEADING.test(text));
  const entries = lines.slice(heading + 1).filter(({ text }) => text !== '' && !HEADING.test(text));
  const addresses = entries.map(({ text }) => ENTRY.exec(text)?.[2]);
  const isList =
    heading > 0 &&
    addresses.length > 0 &&
    entries.every(({ text }, index) => ENTRY.exec(text)?.[1] === String(index + 1));
  if (!isList) return { lines: [...lines], diagnostics: [] };
  const above = lines.slice(0, heading).map((line) => ({
    ...line,
    text: withoutNumbers(line.text, addresses.length),
    raw: withoutNumbers(line.raw, addresses.length),
  }));
  const diagnostics = entries.flatMap(({ number }, index) => {
    const address = addresses[index] ?? '';
    // Those within the page lead to notes and back.
    if (!/^https?:/.test(address) || above.some(({ text }) => text.includes(address))) return [];
    return diagnose('read/link-left-out', number, 'link-of-list-left-out', { count: index + 1, words: address });
  });
  return { lines: above, diagnostics };
}

const withoutNumbers = (text: string, most: number): string =>
  text.replace(MARK, (mark, number: string) => (Number(number) <= most ? '' : mark));
