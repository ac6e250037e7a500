import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('./bare-socket-server.js', import.meta.url));

/** Starts the bare server in a process of its own, as ours has one. */
export async function startBareServer(databaseUrl?: string): Promise<{ url: string; stop(): void }> {
  const env: NodeJS.ProcessEnv = { PATH: process.env.PATH, NODE_ENV: 'production' };
  if (databaseUrl) env.DATABASE_URL = databaseUrl;
  const child = spawn(process.execPath, [MAIN], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], env });
  const url = await new Promise<string>((resolve, reject) => {
    child.on('message', ({ address }: { address: string }) => resolve(address));
    child.on('exit', (code) => reject(new Error(`The bare server ended with ${code}`)));
  });
  return { url, stop: () => child.kill() };
}
