import { createServer } from 'node:net';

/** Can a server listen there now? */
export const isFree = (port: number, host = '127.0.0.1'): Promise<boolean> => listen(port, host).then((got) => got > 0);

/** The wished for port if it is free, else any that is. */
export async function freePort(wish?: number, host = '127.0.0.1'): Promise<number> {
  if (wish !== undefined && (await isFree(wish, host))) return wish;
  const port = await listen(0, host);
  if (port === 0) throw new Error(`No port is free on ${host}.`);
  return port;
}

/** Listens for a moment. Resolves with the port, or 0 where that cannot be. */
function listen(port: number, host: string): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(0));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const got = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(got));
    });
  });
}
