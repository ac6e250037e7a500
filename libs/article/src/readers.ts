import { decode } from './decode.ts';
import type { Reading } from './diagnostic.ts';
import type { Format } from './formats.ts';
import { readMarkdown } from './markdown/read-markdown.ts';
import { failure, type ReadFailure } from './read-error.ts';
import type { ReadLimits } from './read-limits.ts';
import { readText } from './text/read-text.ts';

/** From bytes to an article, or to why there is none; never throws. The title may be empty: the file's name is taken. */
export type Reader = (source: Uint8Array, limits: ReadLimits) => Reading | ReadFailure | Promise<Reading | ReadFailure>;

/** How each format is read. What needs a library of some size brings it in when it is first asked for. */
export const READERS: Readonly<Record<Format, Reader>> = {
  docx: async (source, limits) => {
    const { readDocx } = await import('./docx/read-docx.ts');
    return readDocx(source, limits);
  },
  html: async (source, limits) => {
    const { readHtml } = await import('./html/read-html.ts');
    return readHtml(source, limits);
  },
  jats: async (source, limits) => {
    const { readJats } = await import('./jats/read-jats.ts');
    return readJats(source, limits);
  },
  markdown: fromText((text) => readMarkdown(text) ?? failure('article/too-tangled')),
  text: fromText(readText),
};

/** A reader of what is text and nothing else. */
function fromText(read: (text: string) => Reading | ReadFailure): Reader {
  return (source, { textBytes }) => {
    if (source.length > textBytes) return failure('article/too-large');
    const decoded = decode(source);
    if (!decoded.ok) return decoded;
    return decoded.text.trim() === '' ? failure('article/empty') : read(decoded.text);
  };
}
