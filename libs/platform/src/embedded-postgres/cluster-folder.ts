/** The folder of the database: `postgres` in the data folder, or a link there to where it really lies. */

import { execFile } from 'node:child_process';
import { lstat, realpath, rename, rm, stat, symlink } from 'node:fs/promises';
import { promisify } from 'node:util';
import { errorCode, PlainFailure } from '../plain-failure.ts';

const run = promisify(execFile);

export interface ClusterFolder {
  /** With no link in it. */
  path: string;
  uid: number;
  gid: number;
}

const exists = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    (error: unknown) => {
      if (errorCode(error) === 'ENOENT') return false;
      throw error;
    },
  );

/** The link while the folder is on its way. */
const arriving = (link: string): string => `${link}.moving`;

/** What is there; `undefined` before the first start. */
export async function findCluster(link: string): Promise<ClusterFolder | undefined> {
  if (!(await exists(link))) {
    if (!(await exists(arriving(link)))) return undefined;
    // A move was cut short after the folder had gone and before the link had come.
    await rename(arriving(link), link);
  }
  try {
    const path = await realpath(link);
    const { uid, gid } = await stat(path);
    return { path, uid, gid };
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    throw new PlainFailure(
      `${link} points to a folder that is gone. Put that folder back, or delete the link to begin with an empty database.`,
    );
  }
}

/** Leaves a link to the folder. */
export async function linkTo(folder: string, link: string): Promise<void> {
  await symlink(folder, link);
}

/** Moves the folder, and leaves a link. Whatever moment it is cut short at, `findCluster` finds a whole database. */
export async function moveTo(to: string, from: string, link: string): Promise<void> {
  await rm(arriving(link), { force: true });
  await symlink(to, arriving(link));
  try {
    await rename(from, to);
  } catch (error) {
    if (errorCode(error) !== 'EXDEV') throw error;
    await run('cp', ['-a', from, to]);
    await rename(from, `${from}.moved`);
    await rename(arriving(link), link);
    await rm(`${from}.moved`, { recursive: true });
    return;
  }
  // A folder that lay elsewhere already was reached by a link.
  await rm(link, { force: true });
  await rename(arriving(link), link);
}
