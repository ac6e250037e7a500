import { decode } from './decode.ts';
import { type Diagnostic, diagnose, quoted } from './diagnostic.ts';
import { type Format, guessFormat } from './guess-format.ts';
import { readMarkdown } from './markdown/read-markdown.ts';
import type { Article } from './model.ts';
import { failure, type ReadFailure } from './read-error.ts';
import { unsupportedFormat } from './signature.ts';
import { readText } from './text/read-text.ts';

/** Bounds on what is read. */
export interface ReadLimits {
  /** Size of the source in bytes; of a string, as UTF-8. */
  bytes: number;
}

export const DEFAULT_READ_LIMITS: ReadLimits = { bytes: 2 * 1024 * 1024 };

export interface ReadOptions {
  /** Which format it is; guessed from the content if it isn't said. */
  format?: Format | undefined;
  /** The name of the file: a hint at the format, and the title of a text that has none. */
  name?: string | undefined;
  limits?: Partial<ReadLimits> | undefined;
}

/** An article, and what about it was guessed; or why there is none. */
export type ReadResult = { ok: true; article: Article; format: Format; diagnostics: Diagnostic[] } | ReadFailure;

const LONGEST_TITLE = 300;

/** Reads an article from a file's bytes or from text. Whatever it is given, it answers; it never throws. */
export function readArticle(source: Uint8Array | string, options: ReadOptions = {}): ReadResult {
  const { bytes } = { ...DEFAULT_READ_LIMITS, ...options.limits };
  if (sizeOf(source) > bytes) return failure('article/too-large');
  const unsupported = unsupportedFormat(source);
  if (unsupported !== undefined && options.format === undefined) {
    const message = `This is ${unsupported}, which can’t be read yet. Save it as plain text or Markdown and import that.`;
    return failure('article/unsupported-format', message);
  }
  const decoded = decode(source);
  if (!decoded.ok) return decoded;
  if (decoded.text.trim() === '') return failure('article/empty');

  const format = options.format ?? guessFormat(decoded.text, options.name);
  const reading = format === 'markdown' ? readMarkdown(decoded.text) : readText(decoded.text);
  if (!reading) return failure('article/too-tangled');
  const { article, diagnostics } = reading;
  if (!article.sections.some(({ blocks }) => blocks.some(({ text }) => text !== ''))) return failure('article/empty');
  if (article.title !== '') return { ok: true, article, format, diagnostics };

  const title = titleFrom(options.name);
  if (title === '') return failure('article/no-title');
  const guess = diagnose(
    'read/title-from-name',
    1,
    `The text has no title, so it is called ${quoted(title)} like the file.`,
  );
  return { ok: true, article: { ...article, title }, format, diagnostics: [guess, ...diagnostics] };
}

const sizeOf = (source: Uint8Array | string): number =>
  typeof source === 'string' ? new TextEncoder().encode(source).length : source.length;

/** `papers/on_peace.txt` is called `on peace`. */
function titleFrom(name = ''): string {
  const file = name.split(/[/\\]/).at(-1) ?? '';
  const words = file
    .replace(/\.[^.]{1,10}$/, '')
    .replace(/[_\s]+/g, ' ')
    .trim();
  return words.isWellFormed() && !words.includes('\0') ? words.slice(0, LONGEST_TITLE) : '';
}
