import { readFile, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { withErrorsTable } from '#protocol';

export function addErrors(program: Command): void {
  program
    .command('errors')
    .description('Bring the table of errors in a page up to date.')
    .requiredOption('--write <page>')
    .action(async ({ write }: { write: string }) => writeFile(write, withErrorsTable(await readFile(write, 'utf8'))));
}
