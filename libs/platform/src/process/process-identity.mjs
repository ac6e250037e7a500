/**
 * Telling processes apart over time. A pid alone does not do: after a crash it may belong to another program. A pid
 * together with the moment at which its process began does. Plain JavaScript, since the start needs it before anything
 * is built.
 */

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';

/**
 * @typedef {object} ProcessIdentity
 * @property {number} pid
 * @property {string} started When it began, in whatever words the system has for it; only good for comparing.
 */

/** @typedef {ProcessIdentity & { command: string }} RunningProcess */

/**
 * The process that has this pid now; `undefined` where there is none, or only its remains (a zombie).
 * @param {number} pid
 * @returns {RunningProcess | undefined}
 */
export function processWith(pid) {
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined;
  return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
}

/** Who is running this. @returns {ProcessIdentity} */
export function thisProcess() {
  return { pid: process.pid, started: processWith(process.pid)?.started ?? '' };
}

/**
 * Is it still the same process that runs under that pid?
 * @param {ProcessIdentity} identity
 */
export function isRunning({ pid, started }) {
  const now = processWith(pid);
  return now !== undefined && (started === '' || now.started === started);
}

/**
 * The folder a process works in; `undefined` where the system does not tell.
 * @param {number} pid
 */
export function workingFolder(pid) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

/** Does the system still know this pid, if only as what is left of a dead process (a zombie)? @param {number} pid */
export function isListed(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * Those who work in a folder, as far as the system tells.
 * @param {string} folder
 * @returns {number[]}
 */
export function processesIn(folder) {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isSafeInteger(pid) && pid > 0 && workingFolder(pid) === folder);
}

/** proc(5): `pid (comm) state …`; the start is field 22. @param {number} pid */
function fromProc(pid) {
  let stat;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
  // The name may itself hold spaces and brackets.
  const end = stat.lastIndexOf(')');
  const command = stat.slice(stat.indexOf('(') + 1, end);
  const [state, ...rest] = stat.slice(end + 2).split(' ');
  return state === 'Z' || state === 'X' ? undefined : { pid, started: rest[18] ?? '', command };
}

/** @param {number} pid */
function fromPs(pid) {
  try {
    const line = execFileSync('ps', ['-o', 'stat=,lstart=,comm=', '-p', String(pid)], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [, state, started = '', command = ''] = /^\s*(\S+)\s+(.{24})\s+(.*\S)\s*$/.exec(line) ?? [];
    return state === undefined || state.startsWith('Z') ? undefined : { pid, started, command: basename(command) };
  } catch {
    return undefined;
  }
}
