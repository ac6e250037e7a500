import { text as readAll } from 'node:stream/consumers';
import type { Command } from 'commander';
import { z } from 'zod';
import { errorMessage, PlainFailure } from '#platform';
import { summariseThread } from '#summary';

const DEFAULT_WORDS = 70;

const Thread = z.object({
  posts: z
    .array(
      z.object({
        id: z.coerce.string(),
        author: z.coerce.string(),
        text: z.string(),
        parent: z.coerce.string().nullish(),
      }),
    )
    .max(10_000),
  words: z.int().min(1).max(1_000).default(DEFAULT_WORDS),
  language: z.enum(['en', 'de', 'es', 'fr']).optional(),
});

export function addSummarize(program: Command): void {
  program
    .command('summarize')
    .description(
      'Sum up threads from standard input, each a line of JSON: { posts: [{ id, author, text, parent? }], words }.',
    )
    .option('--json', 'one summary a line, as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const threads = threadsIn(await readAll(process.stdin));
      for (const [index, thread] of threads.entries()) {
        const sentences = summariseThread(parse(thread, index + 1));
        const line = json
          ? JSON.stringify({ sentences })
          : sentences.map(({ text, cites }) => `${text} [${cites.join(', ')}]`).join('\n');
        process.stdout.write(`${line}\n`);
      }
    });
}

/** One thread over many lines, or one thread a line. */
function threadsIn(input: string): unknown[] {
  const whole = parseJson(input);
  if (whole.ok) return [whole.value];
  const lines = input.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) throw new PlainFailure('There is no thread on standard input.');
  return lines.map((line, index) => {
    const parsed = parseJson(line);
    if (!parsed.ok) throw new PlainFailure(`Thread ${index + 1} is no JSON: ${parsed.message}`);
    return parsed.value;
  });
}

function parseJson(source: string): { ok: true; value: unknown } | { ok: false; message: string } {
  try {
    return { ok: true, value: JSON.parse(source) };
  } catch (error) {
    return { ok: false, message: errorMessage(error) };
  }
}

function parse(thread: unknown, number: number) {
  const parsed = Thread.safeParse(thread);
  if (!parsed.success)
    throw new PlainFailure(`Thread ${number} is not as it should be: ${z.prettifyError(parsed.error)}`);
  const { posts, ...rest } = parsed.data;
  return { ...rest, posts: posts.map((post) => ({ ...post, parent: post.parent ?? undefined })) };
}
