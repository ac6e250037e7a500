import type { Command } from 'commander';
import { migrate, PlainFailure } from '#platform';
import { settingsOrExit } from '../settings-or-exit.ts';

export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .description('Bring the database at DATABASE_URL up to date. `npm start` does that by itself.')
    .action(async () => {
      const { DATABASE_URL: url } = settingsOrExit();
      if (url === undefined) {
        throw new PlainFailure('DATABASE_URL is not set. The embedded Postgres is brought up to date by `npm start`.');
      }
      const say = (line: string): void => void process.stderr.write(`${line}\n`);
      const done = await migrate(url, { onWait: say, onStep: (name) => say(name) });
      say(done === 0 ? 'The database is up to date.' : 'The database is up to date now.');
    });
}
