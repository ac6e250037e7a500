/** Which program holds a port: half of the answer to 'port 3000 is in use'. Linux only; elsewhere nobody is named. */

import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { processWith, type RunningProcess } from './process-identity.mjs';

/** The process that listens on a TCP port, as far as this user may see it. */
export function listeningProcess(port: number): RunningProcess | undefined {
  const sockets = new Set(
    ['/proc/net/tcp', '/proc/net/tcp6']
      .flatMap((table) => listeningSockets(read(table), port))
      .map((id) => `socket:[${id}]`),
  );
  if (sockets.size === 0) return undefined;
  const pid = list('/proc').find((name) => /^\d+$/.test(name) && holdsOne(name, sockets));
  return pid === undefined ? undefined : processWith(Number(pid));
}

/** proc(5), /proc/net/tcp: addresses end in the port in hex, state 0A is LISTEN, the inode is field 10. */
export function listeningSockets(table: string, port: number): string[] {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  return table.split('\n').flatMap((line) => {
    const [, local, , state, , , , , , inode] = line.trim().split(/\s+/);
    return local?.endsWith(suffix) && state === '0A' && inode !== undefined ? [inode] : [];
  });
}

function holdsOne(pid: string, sockets: Set<string>): boolean {
  return list(`/proc/${pid}/fd`).some((descriptor) => {
    try {
      return sockets.has(readlinkSync(`/proc/${pid}/fd/${descriptor}`));
    } catch {
      return false;
    }
  });
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function list(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
