/**
 * Whom Postgres runs as. It refuses to be root, so where root starts Catena it runs as a user of its own.
 */

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { PlainFailure } from '../plain-failure.ts';

const run = promisify(execFile);

/** A user of this system. */
export interface Account {
  uid: number;
  gid: number;
  name: string;
}

/** What `spawn` takes to run something as this user; nothing where it is whoever runs this. */
export const runAs = (account: Account | undefined): { uid?: number; gid?: number } =>
  account === undefined ? {} : { uid: account.uid, gid: account.gid };

export const isRoot = (): boolean => process.getuid?.() === 0;

/** The name of this user, as a person would say it. */
export async function userName(uid: number | undefined = process.getuid?.()): Promise<string> {
  try {
    return (await run('id', ['-un', String(uid)])).stdout.trim();
  } catch {
    return `user ${uid}`;
  }
}

/** The user that Postgres runs as when root starts it for the first time: `catena`, made where it is missing. */
export async function serviceAccount(say: (line: string) => void): Promise<Account> {
  const known = await find('catena');
  if (known !== undefined) return known;
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'catena']);
  } catch {
    // No useradd, or a user list that cannot be written.
  }
  const made = await find('catena');
  if (made !== undefined) {
    say("Postgres does not run as root; made a system user 'catena' for it.");
    return made;
  }
  const nobody = await find('nobody');
  if (nobody === undefined) {
    throw new PlainFailure(
      'Postgres does not run as root, and no user could be made for it. Start Catena as an ordinary user, or set DATABASE_URL.',
    );
  }
  say("Postgres does not run as root, and no user could be made for it; it runs as 'nobody'.");
  return nobody;
}

async function find(name: string): Promise<Account | undefined> {
  try {
    const [uid, gid] = await Promise.all(
      ['-u', '-g'].map(async (what) => Number((await run('id', [what, name])).stdout)),
    );
    return uid === undefined || gid === undefined || uid === 0 ? undefined : { uid, gid, name };
  } catch {
    return undefined;
  }
}
