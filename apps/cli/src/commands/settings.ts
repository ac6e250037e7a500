import { readFile, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { describeSettings, settingsTable, withSettingsTable } from '#platform';

export function addSettings(program: Command): void {
  program
    .command('settings')
    .description('List every setting, what it does and what it may be.')
    .option('--markdown', 'as the table in docs/operating.md')
    .option('--write <page>', 'bring that table in a page up to date')
    .action(async (options: { markdown?: boolean; write?: string }) => {
      if (options.write !== undefined) {
        await writeFile(options.write, withSettingsTable(await readFile(options.write, 'utf8')));
      } else if (options.markdown) {
        process.stdout.write(`${settingsTable()}\n`);
      } else {
        for (const { name, description, allowed, otherwise } of describeSettings()) {
          process.stdout.write(`${name}\n  ${description}\n  May be ${allowed}. Where not set: ${otherwise}.\n`);
        }
      }
    });
}
