/**
 * The lock of a data folder: a file that says who holds it, and which processes would be left over if its holder were
 * killed. Whoever finds a lock whose holder is dead clears up after it and takes it.
 */

import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { errorCode } from '../plain-failure.ts';
import { isRunning, type ProcessIdentity } from '../process/process-identity.mjs';
import { writeWhole } from './write-whole.ts';

const Identity = z.object({ pid: z.int().positive(), started: z.string() });

const Lock = z.object({
  /** Who holds it. */
  launcher: Identity,
  /** Where browsers reach what runs there. */
  address: z.string(),
  /** By name: `postgres`, `gateway`, `worker`. */
  processes: z.record(z.string(), Identity),
});
export type Lock = z.infer<typeof Lock>;

/** The lock on the disk; `undefined` where there is none. One that cannot be read is nobody's: it is written whole. */
async function readLock(path: string): Promise<{ content: string; lock: Lock | undefined } | undefined> {
  let content: string;
  try {
    content = await readFile(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return { content, lock: Lock.parse(JSON.parse(content)) };
  } catch {
    return { content, lock: undefined };
  }
}

/** Either it was taken, perhaps after somebody who is dead, or somebody holds it. */
export type Taken = { taken: true; after: Lock | undefined } | { taken: false; holder: Lock };

/** Takes the lock for a process. Two who try at once cannot both get it. */
export async function takeLock(path: string, launcher: ProcessIdentity, address: string): Promise<Taken> {
  const mine: Lock = { launcher, address, processes: {} };
  let after: Lock | undefined;
  for (;;) {
    const found = await readLock(path);
    if (found?.lock !== undefined && isRunning(found.lock.launcher)) return { taken: false, holder: found.lock };
    if (found !== undefined) {
      if (!(await removeStale(path, found.content))) continue;
      after = found.lock ?? after;
    }
    // What the dead one left running goes into the new lock at once: it is not forgotten if this one is killed too.
    if (await create(path, { ...mine, processes: after?.processes ?? {} })) return { taken: true, after };
  }
}

export const writeLock = (path: string, lock: Lock): Promise<void> => writeWhole(path, `${JSON.stringify(lock)}\n`);

/** A hard link comes into being with its content, and only where there is none yet. */
async function create(path: string, lock: Lock): Promise<boolean> {
  const temporary = `${path}.${process.pid}`;
  await writeFile(temporary, `${JSON.stringify(lock)}\n`);
  try {
    await link(temporary, path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Removes exactly the lock that was looked at: another process may have taken it in the meantime. */
async function removeStale(path: string, content: string): Promise<boolean> {
  const aside = `${path}.stale.${process.pid}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
  if ((await readFile(aside, 'utf8')) === content) {
    await rm(aside, { force: true });
    return true;
  }
  await rename(aside, path);
  return false;
}
