/** Threads as `catena summarize` reads them. */
import { z } from 'zod';
import { errorMessage, PlainFailure } from '#platform';
import type { Thread } from '#summary';

const DEFAULT_WORDS = 70;

/** Ids and authors are words or numbers to whoever makes them. */
const Name = z.union([z.string(), z.number()]).transform(String);

const ThreadSchema = z.object({
  posts: z
    .array(
      z.object({
        id: Name,
        author: Name,
        text: z.string(),
        parent: Name.nullish(),
      }),
    )
    .max(10_000),
  words: z.int().min(1).max(1_000).default(DEFAULT_WORDS),
  language: z.enum(['en', 'de', 'es', 'fr']).optional(),
});

/** One thread over many lines, or one thread a line. Throws a `PlainFailure` that says which line is wrong. */
export const readThreads = (input: string): Thread[] => threadsIn(input).map(parse);

interface Line {
  /** Where it stands, for whoever must mend it. */
  where: string;
  value: unknown;
}

function threadsIn(input: string): Line[] {
  const source = input.replace(/^\uFEFF/u, '');
  const whole = parseJson(source);
  if (whole.ok) return [{ where: 'The thread', value: whole.value }];
  const lines = source.split('\n').map((line, index) => ({ line, where: `Line ${index + 1}` }));
  const threads = lines.filter(({ line }) => line.trim() !== '');
  if (threads.length === 0) throw new PlainFailure('There is no thread on standard input.');
  return threads.map(({ line, where }) => {
    const parsed = parseJson(line);
    if (!parsed.ok) throw new PlainFailure(`${where} is no JSON: ${parsed.message}`);
    return { where, value: parsed.value };
  });
}

function parseJson(source: string): { ok: true; value: unknown } | { ok: false; message: string } {
  try {
    return { ok: true, value: JSON.parse(source) };
  } catch (error) {
    return { ok: false, message: errorMessage(error) };
  }
}

function parse({ where, value }: Line): Thread {
  const parsed = ThreadSchema.safeParse(value);
  if (!parsed.success) throw new PlainFailure(`${where} is not as it should be: ${z.prettifyError(parsed.error)}`);
  const { posts, ...rest } = parsed.data;
  return { ...rest, posts: posts.map((post) => ({ ...post, parent: post.parent ?? undefined })) };
}
