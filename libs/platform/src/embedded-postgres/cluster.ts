/** Making the cluster: the files that Postgres keeps its databases in. */

import { spawn } from 'node:child_process';
import { chmod, chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { errorCode, PlainFailure } from '../plain-failure.ts';
import { runAs } from './account.ts';
import { majorVersion, program } from './binaries.ts';
import type { Placement } from './placement.ts';

/** The only role: it owns everything in a Postgres that serves Catena alone. */
export const ROLE = 'catena';

/** A surrounding's PGDATA or LC_ALL must not reach Postgres. */
export const POSTGRES_ENV: NodeJS.ProcessEnv = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };

/** Is there one, of a version that these binaries understand? */
export async function clusterExists({ data, binaries }: Placement): Promise<boolean> {
  let version: string;
  try {
    version = (await readFile(join(data, 'PG_VERSION'), 'utf8')).trim();
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    if ((await readdir(data)).length === 0) return false;
    throw new PlainFailure(`${data} holds something that is no database. Move it away, or choose another DATA_DIR.`);
  }
  if (version === majorVersion(binaries)) return true;
  throw new PlainFailure(
    `The database in ${data} was made by Postgres ${version}, and this Catena brings Postgres ${majorVersion(binaries)}. Take it over with pg_upgrade or a dump (docs/operating.md), or choose another DATA_DIR.`,
  );
}

/** Makes it. Until it is whole it has another name, so that an interrupted start leaves nothing half made behind. */
export async function makeCluster(placement: Placement, password: string): Promise<void> {
  const { data, account } = placement;
  const making = `${data}.new`;
  const passwordFile = `${data}.password`;
  await rm(making, { recursive: true, force: true });
  await mkdir(making);
  await chmod(making, 0o700);
  await rm(passwordFile, { force: true });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account !== undefined) {
    await chown(making, account.uid, account.gid);
    await chown(passwordFile, account.uid, account.gid);
  }
  try {
    // The builtin provider sorts the same on every system, and stays so when the system's libraries change.
    await runProgram(placement, 'initdb', [
      `--pgdata=${making}`,
      `--username=${ROLE}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ]);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(making, data);
}

/** Sets the password without knowing the old one, while no server runs. */
export async function setPassword(placement: Placement, password: string): Promise<void> {
  const statement = `ALTER ROLE ${ROLE} PASSWORD '${password.replaceAll("'", "''")}'\n`;
  await runProgram(placement, 'postgres', ['--single', '-D', placement.data, 'postgres'], statement);
}

async function runProgram(
  { binaries, account }: Placement,
  name: 'initdb' | 'postgres',
  args: string[],
  input = '',
): Promise<void> {
  // The folder that this process works in may be closed to the other user.
  const child = spawn(program(binaries, name), args, { ...runAs(account), cwd: '/', env: POSTGRES_ENV });
  const ended = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  child.stdin.end(input);
  const [code, complaint] = await Promise.all([ended, text(child.stderr), text(child.stdout)]);
  if (code !== 0) throw new PlainFailure(`Postgres could not make its database: ${lastWords(complaint)}`);
}

/** The line of Postgres's output that tells most. */
export function lastWords(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const telling = lines.findLast((line) => /\b(FATAL|PANIC|error):/.test(line)) ?? lines.at(-1);
  return telling?.replace(/^.*?(FATAL|PANIC|error):\s*/, '').trim() ?? 'it did not say why';
}
