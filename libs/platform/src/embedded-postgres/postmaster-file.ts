/**
 * `postmaster.pid`, by which Postgres holds its data folder. Postgres itself sees through a file that a crash has left
 * behind, except in two cases in which it would refuse for ever: another program of the same user has been given that pid
 * since; or the dead process is still listed (a zombie), since in many containers nobody takes it off the list.
 */

import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode, PlainFailure } from '../plain-failure.ts';
import { isListed, processesIn, processWith, workingFolder } from '../process/process-identity.mjs';

/** What a dead postmaster leaves behind ends by itself, in milliseconds at most. */
const ORPHANS_END = 10_000;

export interface PostmasterFile {
  pid: number;
  port: number | undefined;
  /** `starting`, `ready`, `stopping` … */
  status: string | undefined;
}

/** Postgres's miscadmin.h: pid, data folder, start, port, socket folder, address, shared memory, status, a line each. */
export function parsePostmasterFile(content: string): PostmasterFile | undefined {
  const lines = content.split('\n').map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined;
  return { pid, port: Number(lines[3]) || undefined, status: lines[7] || undefined };
}

export async function readPostmasterFile(data: string): Promise<PostmasterFile | undefined> {
  try {
    return parsePostmasterFile(await readFile(join(data, 'postmaster.pid'), 'utf8'));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** The pid of a Postgres that runs on this folder. Removes the file where it holds up the next one for nothing. */
export async function runningPostmaster(data: string): Promise<number | undefined> {
  const file = await readPostmasterFile(data);
  if (file === undefined) return undefined;
  const running = processWith(file.pid);
  if (running === undefined && !isListed(file.pid)) return undefined;
  if (running !== undefined) {
    // Postgres works in its data folder; where the system does not tell, its name has to do.
    const folder = workingFolder(file.pid);
    if (folder === undefined ? running.command.startsWith('postgres') : folder === data) return file.pid;
  }
  await childrenHaveEnded(data);
  await rm(join(data, 'postmaster.pid'), { force: true });
  return undefined;
}

/** Without its file, nothing would keep a new Postgres from working beside what the old one has left. */
async function childrenHaveEnded(data: string): Promise<void> {
  for (const until = Date.now() + ORPHANS_END; ; await sleep(50)) {
    const [left] = processesIn(data);
    if (left === undefined) return;
    if (Date.now() < until) continue;
    throw new PlainFailure(
      `A process of a Postgres that was killed (pid ${left}) still works on ${data}. Stop it first.`,
    );
  }
}
