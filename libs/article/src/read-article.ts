import { openBundle } from './archive/open-bundle.ts';
import { besideOf, type FilesBeside, NOTHING_BESIDE } from './beside/beside.ts';
import { type Asset, type Diagnostic, diagnose } from './diagnostic.ts';
import type { Format } from './formats.ts';
import { guessFormat } from './guess-format.ts';
import type { Article } from './model.ts';
import type { Progress } from './progress.ts';
import { failure, type ReadFailure, refused } from './read-error.ts';
import { DEFAULT_READ_LIMITS, type ReadLimits } from './read-limits.ts';
import { READERS } from './readers.ts';
import { sizes } from './refusals.ts';
import { signatureOf } from './signature.ts';

export interface ReadOptions {
  /** Which format it is; guessed from the content if it isn't said. */
  format?: Format | undefined;
  /** The name of the file: a hint at the format, and the title of a text that has none. */
  name?: string | undefined;
  limits?: Partial<ReadLimits> | undefined;
  /** Files that came along: pictures that the source refers to. */
  files?: FilesBeside | undefined;
  /** Is told how far the reading has come. */
  progress?: ((progress: Progress) => void) | undefined;
}

/** An article, the pictures in it, and what about it was guessed. */
export interface ReadArticle {
  ok: true;
  article: Article;
  format: Format;
  diagnostics: Diagnostic[];
  assets: Asset[];
}

/** An article, or why there is none. */
export type ReadResult = ReadArticle | ReadFailure;

const LONGEST_TITLE = 300;

/** Reads an article from a file's bytes or from text. Whatever it is given, it answers; it never throws. */
export async function readArticle(source: Uint8Array | string, options: ReadOptions = {}): Promise<ReadResult> {
  const limits = { ...DEFAULT_READ_LIMITS, ...options.limits };
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
  if (bytes.length > limits.bytes)
    return refused('article/too-large', 'file-too-large', sizes(bytes.length, limits.bytes));
  // Encoding would hide what is no text in a string.
  if (typeof source === 'string' && !source.isWellFormed()) return failure('article/ill-formed-text');
  options.progress?.({ stage: 'opening' });
  if (!isBundle(bytes, options.format)) return readFile(bytes, options, limits);
  const opened = openBundle(bytes, limits);
  if (!opened.ok) return opened;
  const { name, document, files } = opened.bundle;
  return readFile(document, { ...options, name, files }, limits);
}

/** An archive of files, unless it is said to be a Word document, which is one too. */
function isBundle(bytes: Uint8Array, format: Format | undefined): boolean {
  const signature = format === 'docx' ? undefined : signatureOf(bytes);
  return signature !== undefined && 'bundle' in signature;
}

async function readFile(bytes: Uint8Array, options: ReadOptions, limits: ReadLimits): Promise<ReadResult> {
  const guess = options.format ?? guessFormat(bytes, options.name);
  if (typeof guess !== 'string') return guess;
  const { files, progress = ignored } = options;
  progress({ stage: 'reading' });
  const reading = await READERS[guess](bytes, limits, { beside: files ? besideOf(files) : NOTHING_BESIDE, progress });
  if ('ok' in reading) return reading;
  const { article, diagnostics, assets = [] } = reading;
  if (!article.sections.some(({ blocks }) => blocks.some(({ text }) => text !== ''))) return failure('article/empty');
  if (article.title !== '') return { ok: true, article, format: guess, diagnostics, assets };

  const title = titleFrom(options.name);
  if (title === '') return failure('article/no-title');
  const named = diagnose('read/title-from-name', 1, 'title-from-name', { words: title });
  return { ok: true, article: { ...article, title }, format: guess, diagnostics: [named, ...diagnostics], assets };
}

const ignored = (): void => undefined;

/** `papers/on_peace.txt` is called `on peace`. */
function titleFrom(name = ''): string {
  const file = name.split(/[/\\]/).at(-1) ?? '';
  const words = file
    .replace(/\.[^.]{1,10}$/, '')
    .replace(/[_\s]+/g, ' ')
    .trim();
  return words.isWellFormed() && !words.includes('\0') ? words.slice(0, LONGEST_TITLE) : '';
}
