import { resolve } from 'node:path';
import { type AppSettings, embeddedPostgresUrl, PlainFailure, projectFolder } from '#platform';
import { settingsOrExit } from './settings-or-exit.ts';

/** The settings for a command that talks to what runs: at DATABASE_URL, or the embedded Postgres that `npm start` has started. */
export async function appSettings(): Promise<AppSettings> {
  const settings = settingsOrExit();
  const url = settings.DATABASE_URL ?? (await embeddedPostgresUrl(resolve(projectFolder(), settings.DATA_DIR)));
  if (url === undefined) throw new PlainFailure('There is no database yet: run `npm start`, or set DATABASE_URL.');
  return { ...settings, DATABASE_URL: url, QUEUE_URL: settings.QUEUE_URL ?? url };
}
