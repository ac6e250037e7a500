/** `catena`: what can be done from the command line. One command, one file in `commands/`. */

import { Command } from 'commander';
import { PlainFailure } from '#platform';
import { addArticle } from './commands/article.ts';
import { addDigest } from './commands/digest.ts';
import { addErrors } from './commands/errors.ts';
import { addEvents } from './commands/events.ts';
import { addJobs } from './commands/jobs.ts';
import { addLog } from './commands/log.ts';
import { addMigrate } from './commands/migrate.ts';
import { addOperator } from './commands/operator.ts';
import { addRebuild } from './commands/rebuild.ts';
import { addSettings } from './commands/settings.ts';
import { addStart } from './commands/start.ts';
import { addSummarize } from './commands/summarize.ts';

/** Runs a command, given as it was typed after `catena`. */
export async function run(args: string[]): Promise<void> {
  const program = new Command('catena').description('A seminar around an article.').showHelpAfterError();
  const all = [
    addStart,
    addMigrate,
    addSettings,
    addErrors,
    addArticle,
    addDigest,
    addSummarize,
    addLog,
    addJobs,
    addOperator,
    addRebuild,
    addEvents,
  ];
  for (const add of all) add(program);
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof PlainFailure)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
