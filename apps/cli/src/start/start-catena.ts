/** `npm start`: everything that a running Catena consists of, brought up in order and taken down in reverse. */

import { join, resolve } from 'node:path';
import {
  type AppSettings,
  definitePort,
  migrate,
  openDataFolder,
  PlainFailure,
  projectFolder,
  type Settings,
  tryToListen,
} from '#platform';
import type { Progress } from '../../bin/progress.mjs';
import { AppProcess } from './app-process.ts';
import { PostgresProcess } from './postgres-process.ts';

/** Fills an empty database with the demo, and resolves with a link that signs its instructor in. */
export type SeedDemo = (
  databaseUrl: string,
  settings: AppSettings,
  onProgress: (done: string) => void,
) => Promise<{ signInLink: string } | undefined>;

export interface StartOptions {
  settings: Settings;
  /** The environment that the programs are started in. */
  env: NodeJS.ProcessEnv;
  progress: Progress;
  /** Aborted when it should be taken down again. */
  signal: AbortSignal;
  seedDemo: SeedDemo | undefined;
  /** Told when it cannot go on. */
  onLoss(): void;
}

export interface RunningCatena {
  address: string;
  signInLink: string | undefined;
  /** The data folder, where there is one. */
  dataFolder: string | undefined;
}

/** What was brought up, to be taken down from the last to the first. */
export interface Undo {
  stop(): Promise<void>;
  /** At once, where somebody will not wait. */
  kill(): void;
}

/** Brings it up. Whatever is up is in `undo`, also where this rejects. */
export async function startCatena(options: StartOptions, undo: Undo[]): Promise<RunningCatena> {
  const { progress, signal, env, onLoss } = options;
  const settings = await withDefinitePort(options.settings);
  const { PUBLIC_URL: address, DATABASE_URL: external } = settings;
  const folder = external === undefined ? await openFolder(settings, progress, undo) : undefined;

  const problem = await tryToListen(settings);
  if (problem !== undefined) throw new PlainFailure(problem);

  let databaseUrl = external;
  if (folder !== undefined) {
    const postgres = new PostgresProcess({ folder, poolSize: settings.POOL_SIZE, say: progress.say, onLoss });
    undo.push(postgres);
    databaseUrl = await during(progress, 'Starting Postgres', () => postgres.start());
    signal.throwIfAborted();
  }
  if (databaseUrl === undefined) throw new Error('There is no database.');
  const url = databaseUrl;

  await during(progress, 'Bringing the database up to date', async () => {
    const done = await migrate(url, { onWait: progress.say });
    return done === 0 ? 'nothing to do' : `${done} ${done === 1 ? 'migration' : 'migrations'}`;
  });
  signal.throwIfAborted();

  const appSettings: AppSettings = { ...settings, DATABASE_URL: url, QUEUE_URL: settings.QUEUE_URL ?? url };
  const { seedDemo } = options;
  const demo =
    settings.DEMO === 'on' && seedDemo !== undefined
      ? await during(progress, 'Preparing the demo', (step) => seedDemo(url, appSettings, step))
      : undefined;
  signal.throwIfAborted();

  const appEnv = { ...env, ...environmentOf(appSettings) };
  await during(progress, 'Starting the gateway and the worker', async () => {
    const apps = ['gateway', 'worker'].map((name) => {
      const app = new AppProcess({
        name,
        script: join(projectFolder(), 'dist', 'apps', name, 'src', 'main.js'),
        env: appEnv,
        say: progress.say,
        onProcess: async (process) => folder?.record(name, process),
      });
      undo.push(app);
      return app;
    });
    await Promise.all(apps.map((app) => app.start()));
    return address;
  });
  signal.throwIfAborted();
  return { address, signInLink: demo?.signInLink, dataFolder: folder?.path };
}

/** The port and the address that go with it. */
async function withDefinitePort(settings: Settings): Promise<Settings> {
  const PORT = await definitePort(settings);
  const follows = settings.PUBLIC_URL === `http://localhost:${settings.PORT}`;
  return { ...settings, PORT, PUBLIC_URL: follows ? `http://localhost:${PORT}` : settings.PUBLIC_URL };
}

async function openFolder({ DATA_DIR, PUBLIC_URL }: Settings, { say }: Progress, undo: Undo[]) {
  const folder = await openDataFolder(resolve(projectFolder(), DATA_DIR), { address: PUBLIC_URL, say });
  undo.push({ stop: () => folder.release(), kill: () => undefined });
  return folder;
}

/** The settings as variables again, for a program that reads them at its own start. */
const environmentOf = (settings: AppSettings): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [name, value === undefined ? undefined : String(value)]),
  );

async function during<Result>(
  progress: Progress,
  title: string,
  work: (update: (detail: string) => void) => Promise<Result>,
): Promise<Result> {
  const step = progress.step(title);
  try {
    const result = await work(step.update);
    step.done();
    return result;
  } catch (error) {
    step.failed();
    throw error;
  }
}
