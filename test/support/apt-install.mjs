/** Packages of Debian and its kin, where root may install them. */

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

export const mayAptInstall = () => process.getuid?.() === 0;

/** @param {string} name */
export async function aptInstall(name) {
  const options = { timeout: 15 * 60_000, maxBuffer: 1e9, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  await run('apt-get', ['update'], options).catch(() => undefined);
  await run('apt-get', ['install', '-y', '--no-install-recommends', name], options);
}
