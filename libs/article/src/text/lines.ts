import { untypeset } from './characters.ts';
import { raised } from './superscript.ts';

/** A line of the source without the traces of typesetting; `text` is empty for a blank line. */
export interface Line {
  /** Its number in the source, from 1. */
  number: number;
  text: string;
  /** Columns of white space in front. */
  indent: number;
  /** As it stands in the source, for what is set in columns. */
  raw: string;
  /** True if a page begins here: what stands before and after may be halves of one paragraph. */
  torn: boolean;
}

const TAB = 4;

/** The lines of a text. A form feed, which extractors put between pages, ends a line too. */
export function readLines(source: string): Line[] {
  return source
    .split('\n')
    .flatMap((raw, index) => raw.split('\f').map((part, page) => readLine(part, index + 1, page > 0)));
}

function readLine(raw: string, number: number, torn: boolean): Line {
  const spaced = raw.replace(/\t/g, ' '.repeat(TAB)).replace(/[\p{Zs}\v]/gu, ' ');
  const indent = spaced.length - spaced.trimStart().length;
  return { number, text: clean(spaced), indent, raw: raw.trimEnd(), torn };
}

function clean(text: string): string {
  return (
    untypeset(text)
      // Browsers of the terminal write raised figures behind a caret.
      .replace(/(?<=[\p{L}.,;:!?)\]’”'"»])\^(\d{1,3})(?![\p{L}\d])/gu, (_, figures: string) => raised(figures))
      .replace(/\s*\$[\s{]*\^[\s^{]*(\d{1,3})[\s}]*\$|<sup>\s*(\d{1,3})\s*<\/sup>/g, (_, tex = '', html = '') =>
        raised(tex || html),
      )
      .replace(/ {2,}/g, ' ')
      .trim()
  );
}
