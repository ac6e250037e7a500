/**
 * `postmaster.pid`, by which Postgres holds its data folder. Postgres itself sees through a file that a crash has left
 * behind, unless another program of the same user has been given that pid since; then it would refuse for ever.
 */

import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../plain-failure.ts';
import { processWith, workingFolder } from '../process/process-identity.mjs';

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

/** The pid of a Postgres that runs on this folder. Removes the file where its pid is another program's by now. */
export async function runningPostmaster(data: string): Promise<number | undefined> {
  const file = await readPostmasterFile(data);
  const running = file === undefined ? undefined : processWith(file.pid);
  if (file === undefined || running === undefined) return undefined;
  // Postgres works in its data folder; where the system does not tell, its name has to do.
  const folder = workingFolder(file.pid);
  if (folder === undefined ? running.command.startsWith('postgres') : folder === data) return file.pid;
  await rm(join(data, 'postmaster.pid'), { force: true });
  return undefined;
}
