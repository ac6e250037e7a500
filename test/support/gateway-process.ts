/** The built gateway in a process of its own, as `npm start` runs it, to be stopped, killed and started again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectFolder } from '#platform';

const MAIN = join(projectFolder(), 'dist/apps/gateway/src/main.js');

export interface GatewayProcess {
  readonly url: string;
  readonly port: number;
  /** What it has written to its log. */
  output(): string;
  /** Resolves when the process is gone; SIGTERM lets it finish its work, SIGKILL does not. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** Starts a gateway on a free port, or on the one given, and waits until it takes requests. */
export async function startGateway(
  databaseUrl: string,
  { port = 0, ...settings }: { port?: number } & Record<string, string | number> = {},
): Promise<GatewayProcess> {
  const words = Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, String(value)]));
  const child = spawn(process.execPath, [MAIN], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { PATH: process.env.PATH, NODE_ENV: 'production', DATABASE_URL: databaseUrl, PORT: String(port), ...words },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += text));
  const listening = await ready(child, () => output);
  return {
    url: `http://127.0.0.1:${listening}`,
    port: listening,
    output: () => output,
    async stop(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
    },
  };
}

/** The port, as the gateway says when it is ready. */
function ready(child: ChildProcess, output: () => string): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on('message', (message: { type?: string; address?: string; message?: string }) => {
      if (message.type === 'ready' && message.address) resolve(Number(new URL(message.address).port));
      if (message.type === 'failed') reject(new Error(message.message));
    });
    child.on('exit', (code) => reject(new Error(`The gateway ended with ${code} before it was ready:\n${output()}`)));
  });
}
