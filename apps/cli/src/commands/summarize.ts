import { text as readAll } from 'node:stream/consumers';
import type { Command } from 'commander';
import { summariseThread } from '#summary';
import { readThreads } from './read-threads.ts';

export function addSummarize(program: Command): void {
  program
    .command('summarize')
    .description(
      'Sum up threads from standard input, each a line of JSON: { posts: [{ id, author, text, parent? }], words }.',
    )
    .option('--json', 'one summary a line, as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      // All are read before the first is answered: what is wrong is said at once.
      const threads = readThreads(await readAll(process.stdin));
      for (const thread of threads) {
        const sentences = summariseThread(thread);
        const line = json
          ? JSON.stringify({ sentences })
          : sentences.map(({ text, cites }) => `${text} [${cites.join(', ')}]`).join('\n');
        process.stdout.write(`${line}\n`);
      }
    });
}
