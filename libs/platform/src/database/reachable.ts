import { connect } from 'node:net';
import { PlainFailure } from '../plain-failure.ts';

const PORTS: Record<string, number> = { 'redis:': 6379, 'rediss:': 6379 };
const POSTGRES_PORT = 5432;
const PATIENCE_MS = 5_000;

/** Fails with a sentence where nothing listens at a service's address: a queue would wait for it for ever. */
export async function reachable(url: string): Promise<void> {
  const { protocol, hostname, port } = new URL(url);
  const target = Number(port) || (PORTS[protocol] ?? POSTGRES_PORT);
  const listens = await new Promise<boolean>((resolve) => {
    const socket = connect(target, hostname);
    const end = (result: boolean) => () => {
      socket.destroy();
      resolve(result);
    };
    socket.setTimeout(PATIENCE_MS, end(false)).once('error', end(false)).once('connect', end(true));
  });
  if (!listens) throw new PlainFailure(`Nothing answers at ${protocol}//${hostname}:${target}. Is Catena running?`);
}
