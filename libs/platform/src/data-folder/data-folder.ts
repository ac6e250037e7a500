/** The folder that an installation keeps its data in, held by one start at a time. */

import { chmod, mkdir, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { userName } from '../embedded-postgres/account.ts';
import { errorCode, errorMessage, PlainFailure } from '../plain-failure.ts';
import { isRunning, type ProcessIdentity, thisProcess } from '../process/process-identity.mjs';
import { STOP_POSTGRES, STOP_PROGRAM, stopProcess } from '../process/stop-process.ts';
import { type Lock, takeLock, writeLock } from './lock-file.ts';

export interface DataFolder {
  /** With no link in it. */
  path: string;
  /** Notes a process that must not outlive this one; `undefined` when it has ended. */
  record(name: string, process: ProcessIdentity | undefined): Promise<void>;
  /** Lets others have the folder. */
  release(): Promise<void>;
}

export interface DataFolderOptions {
  /** Where browsers reach what is about to run, for whoever tries to start a second one. */
  address: string;
  say(line: string): void;
}

/** Makes the folder where it is missing, takes its lock, and ends what a killed start has left running. */
export async function openDataFolder(folder: string, { address, say }: DataFolderOptions): Promise<DataFolder> {
  try {
    await makeFolder(folder);
    const path = await realpath(folder);
    const file = join(path, 'catena.lock');
    const taken = await takeLock(file, thisProcess(), address);
    if (!taken.taken) {
      throw new PlainFailure(
        `Catena is already running on this data folder (pid ${taken.holder.launcher.pid}, ${taken.holder.address}). Stop it first, or choose another folder with DATA_DIR=…`,
      );
    }
    const folderHeld = held(path, file, { launcher: thisProcess(), address, processes: taken.after?.processes ?? {} });
    await endLeftovers(taken.after, say);
    for (const name of Object.keys(taken.after?.processes ?? {})) await folderHeld.record(name, undefined);
    return folderHeld;
  } catch (error) {
    throw await explained(folder, error);
  }
}

async function makeFolder(folder: string): Promise<void> {
  const made = await mkdir(folder, { recursive: true });
  // Another user may have to go through it, whatever the umask is; what is secret in it has a mode of its own.
  if (made !== undefined) await chmod(folder, 0o755);
}

function held(path: string, file: string, lock: Lock): DataFolder {
  // One after the other, so that the newest state is the one that stays.
  let writing: Promise<void> = Promise.resolve();
  return {
    path,
    record(name, process) {
      const { [name]: _, ...others } = lock.processes;
      lock.processes =
        process === undefined ? others : { ...others, [name]: { pid: process.pid, started: process.started } };
      const content = { ...lock };
      writing = writing.then(() => writeLock(file, content));
      return writing;
    },
    async release() {
      await writing;
      await rm(file, { force: true });
    },
  };
}

async function endLeftovers(after: Lock | undefined, say: (line: string) => void): Promise<void> {
  const { postgres, ...apps } = after?.processes ?? {};
  const left = [
    ...Object.entries(apps).map(([name, process]) => ({ name, process, urgings: STOP_PROGRAM })),
    ...(postgres === undefined ? [] : [{ name: 'postgres', process: postgres, urgings: STOP_POSTGRES }]),
  ];
  for (const { name, process, urgings } of left) {
    if (!isRunning(process)) continue;
    say(`The last run was killed and left its ${name} (pid ${process.pid}) behind; stopping that first.`);
    if (await stopProcess(process, urgings)) continue;
    throw new PlainFailure(
      `The last run left its ${name} (pid ${process.pid}) behind, and it could not be stopped. Stop it, then start again.`,
    );
  }
}

/** A refusal of the system in words. */
async function explained(folder: string, error: unknown): Promise<unknown> {
  switch (errorCode(error)) {
    case 'EACCES':
    case 'EPERM':
      return new PlainFailure(
        `The data folder ${folder} cannot be written to by '${await userName()}'. Choose another with DATA_DIR=…, or start Catena as the user it belongs to.`,
      );
    case 'EROFS':
      return new PlainFailure(`The data folder ${folder} is on a read-only disk. Choose another with DATA_DIR=…`);
    case 'ENOSPC':
    case 'EDQUOT':
      return new PlainFailure(`There is no space left for the data folder ${folder}.`);
    case 'EEXIST':
    case 'ENOTDIR':
      return new PlainFailure(`The data folder ${folder} is not a folder. Choose another with DATA_DIR=…`);
    case 'ENAMETOOLONG':
    case 'ELOOP':
      return new PlainFailure(`The data folder cannot be opened: ${errorMessage(error)}`);
    default:
      return error;
  }
}
