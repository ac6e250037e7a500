import type { Beside } from './beside/beside.ts';
import { decode } from './decode.ts';
import type { Reading } from './diagnostic.ts';
import type { Format } from './formats.ts';
import type { Progress } from './progress.ts';
import { failure, type ReadFailure, refused } from './read-error.ts';
import type { ReadLimits } from './read-limits.ts';
import { sizes } from './refusals.ts';
import { readText } from './text/read-text.ts';

/** What a reader has beside the bytes. */
export interface Aids {
  /** Files that came along. */
  beside: Beside;
  /** Is told how far the reading has come. */
  progress: (progress: Progress) => void;
}

/** From bytes to an article, or to why there is none; never throws. The title may be empty: the file's name is taken. */
export type Reader = (
  source: Uint8Array,
  limits: ReadLimits,
  aids: Aids,
) => Reading | ReadFailure | Promise<Reading | ReadFailure>;

/** How each format is read. What needs a library of some size brings it in when it is first asked for. */
export const READERS: Readonly<Record<Format, Reader>> = {
  docx: async (source, limits) => {
    const { readDocx } = await import('./docx/read-docx.ts');
    return readDocx(source, limits);
  },
  html: async (source, limits, { beside }) => {
    const { readHtml } = await import('./html/read-html.ts');
    return readHtml(source, limits, beside);
  },
  jats: async (source, limits, { beside }) => {
    const { readJats } = await import('./jats/read-jats.ts');
    return readJats(source, limits, beside);
  },
  pdf: async (source, limits, { progress }) => {
    const { readPdf } = await import('./pdf/read-pdf.ts');
    return readPdf(source, limits, progress);
  },
  markdown: fromText(async (text, limits, { beside }) => {
    const { readMarkdownBeside } = await import('./markdown/read-markdown.ts');
    return readMarkdownBeside(text, limits, beside);
  }),
  text: fromText(readText),
};

/** A reader of what is text and nothing else. */
function fromText(
  read: (text: string, limits: ReadLimits, aids: Aids) => Reading | ReadFailure | Promise<Reading | ReadFailure>,
): Reader {
  return (source, limits, aids) => {
    if (source.length > limits.textBytes)
      return refused('article/too-large', 'text-too-large', sizes(source.length, limits.textBytes));
    const decoded = decode(source);
    if (!decoded.ok) return decoded;
    return decoded.text.trim() === '' ? failure('article/empty') : read(decoded.text, limits, aids);
  };
}
