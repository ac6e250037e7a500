import type { Command } from 'commander';
import { createProgress } from '../../bin/progress.mjs';
import { seedDemo } from '../demo/seed.ts';
import { settingsOrExit } from '../settings-or-exit.ts';
import { runUntilStopped } from '../start/run-until-stopped.ts';
import { type RunningCatena, startCatena } from '../start/start-catena.ts';

export function addStart(program: Command): void {
  program
    .command('start')
    .description('Start Catena: Postgres, the gateway and the worker. Ctrl-C stops everything.')
    .action(async () => {
      const settings = settingsOrExit();
      const progress = createProgress(process.stdout);
      const code = await runUntilStopped(progress, async ({ signal, undo, onLoss }) => {
        const running = await startCatena({ settings, env: process.env, progress, signal, onLoss, seedDemo }, undo);
        for (const line of welcome(running)) progress.say(line);
      });
      process.exit(code);
    });
}

function welcome({ address, signInLink, dataFolder }: RunningCatena): string[] {
  return [
    '',
    `Catena is ready: ${address}`,
    ...(signInLink === undefined ? [] : [`Sign in as the instructor of the demo: ${signInLink}`]),
    ...(dataFolder === undefined ? [] : [`The data is in ${dataFolder}.`]),
    'Ctrl-C stops it.',
    '',
  ];
}
