/** A built program in a process of its own, as `npm start` runs it, to be stopped, killed and started again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectFolder } from '#platform';

export interface ProgramProcess {
  /** Where it listens, if it does. */
  readonly address: string | undefined;
  /** What it has written to its log. */
  output(): string;
  /** Resolves when the process is gone; SIGTERM lets it finish its work, SIGKILL does not. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** Starts it with these settings, and waits until it says that it is ready. */
export async function startProgram(
  name: 'gateway' | 'worker',
  settings: Record<string, string | number>,
): Promise<ProgramProcess> {
  const words = Object.fromEntries(Object.entries(settings).map(([setting, value]) => [setting, String(value)]));
  const child = spawn(process.execPath, [join(projectFolder(), 'dist/apps', name, 'src/main.js')], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...words },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += text));
  const address = await ready(name, child, () => output);
  return {
    address,
    output: () => output,
    async stop(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
    },
  };
}

/** Its address, as it says when it is ready. */
function ready(name: string, child: ChildProcess, output: () => string): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    child.on('message', (message: { type?: string; address?: string; message?: string }) => {
      if (message.type === 'ready') resolve(message.address);
      if (message.type === 'failed') reject(new Error(message.message));
    });
    child.on('exit', (code) => reject(new Error(`The ${name} ended with ${code} before it was ready:\n${output()}`)));
  });
}
