/** Why a program cannot listen where the settings say, in one sentence. */

import { createServer } from 'node:net';
import { freePort } from '../embedded-postgres/free-port.ts';
import { errorCode } from '../plain-failure.ts';
import { listeningProcess } from '../process/listening-process.ts';

interface Place {
  HOST: string;
  PORT: number;
}

/** The sentence for an error of `listen`; `undefined` where it is about something else. */
export function listenProblem(error: unknown, { HOST, PORT }: Place): string | undefined {
  switch (errorCode(error)) {
    case 'EADDRINUSE': {
      const holder = listeningProcess(PORT);
      const by = holder === undefined ? '' : ` by ${holder.command} (pid ${holder.pid})`;
      return `Port ${PORT} is in use${by}. Choose another with PORT=…`;
    }
    case 'EACCES':
      return `Port ${PORT} may not be used by this user. Choose one from 1024 up with PORT=…`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `${HOST} is no address of this machine. Choose another with HOST=…`;
    default:
      return undefined;
  }
}

/** Tries it for a moment, before work is done that would be in vain. */
export function tryToListen(place: Place): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(listenProblem(error, place)));
    server.listen({ host: place.HOST, port: place.PORT, exclusive: true }, () =>
      server.close(() => resolve(undefined)),
    );
  });
}

/** The port itself, or a free one in place of 0. */
export const definitePort = async ({ HOST, PORT }: Place): Promise<number> =>
  PORT === 0 ? freePort(undefined, HOST) : PORT;
