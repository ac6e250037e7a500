import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '#platform';
import { hasRedis as isThere } from './get-redis.mjs';

/** A Redis for the specs that run on it. */
export interface TestRedis {
  url: string;
  stop(): Promise<void>;
}

/** Is there one to be had? `npm test` has looked for it before. */
export const hasRedis = isThere();

/** The Redis at REDIS_URL, or one of the spec's own that keeps nothing. */
export async function startRedis(): Promise<TestRedis> {
  if (process.env.REDIS_URL !== undefined) return { url: process.env.REDIS_URL, stop: async () => undefined };
  const folder = await mkdtemp(join(tmpdir(), 'catena-redis-'));
  const port = await freePort();
  const server = spawn('redis-server', ['--port', String(port), '--dir', folder, '--save', ''], { stdio: 'ignore' });
  const ended = once(server, 'exit');
  while (!(await answers(port))) {
    if (server.exitCode !== null) throw new Error(`redis-server ended with ${server.exitCode}`);
    await sleep(20);
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      server.kill();
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}
