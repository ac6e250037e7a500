/** A folder that every user of the system can enter, for what Postgres cannot reach in the project's. */

import { randomBytes } from 'node:crypto';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode, PlainFailure } from '../plain-failure.ts';

/** Makes it where it is missing. */
export async function openRefuge(refuge: string): Promise<void> {
  try {
    await mkdir(refuge, { recursive: true });
    await chmod(refuge, 0o755);
  } catch (error) {
    throw new PlainFailure(
      `Postgres does not run as root, the user it runs as cannot enter this folder, and ${refuge} cannot be made (${errorCode(error)}). Move the project to a folder that every user can enter, or set DATABASE_URL.`,
    );
  }
}

/** A new place in it for the database of this data folder; the place itself is not made yet. */
export async function makeRoom(refuge: string, dataDir: string): Promise<string> {
  await openRefuge(refuge);
  const room = join(refuge, randomBytes(6).toString('hex'));
  await mkdir(room);
  await chmod(room, 0o755);
  await writeFile(join(room, 'belongs-to'), `${dataDir}\n`);
  return join(room, 'postgres');
}
