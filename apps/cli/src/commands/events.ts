import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { eventsPage } from '#protocol';
import { GoldenEvent, withShape } from '#seminar';

export function addEvents(program: Command): void {
  program
    .command('events')
    .description('Bring the page about events up to date, and write down the shape of events that are new.')
    .requiredOption('--golden <folder>', 'an example of every version of every event')
    .requiredOption('--write <page>')
    .action(async ({ golden, write }: { golden: string; write: string }) => {
      const events = [];
      for (const name of (await readdir(golden)).toSorted()) {
        const file = join(golden, name);
        const event = withShape(GoldenEvent.parse(JSON.parse(await readFile(file, 'utf8'))));
        await writeFile(file, `${JSON.stringify(event, null, 2)}\n`);
        events.push(event);
      }
      await writeFile(write, eventsPage(events));
    });
}
