import type { IncomingMessage } from 'node:http';
import { finished } from 'node:stream/promises';
import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { protocolError, statusOf } from '#protocol';
import type { Sessions } from '../sessions.ts';
import { mayChange } from './same-origin.ts';

export interface ServerOptions {
  publicUrl: string;
  requestBytes: number;
  /** Size of a file that is uploaded. */
  fileBytes: number;
  trustProxy: boolean;
  /** Of a mail that is brought. */
  mailBytes: number;
}

export const httpAdapter = ({ requestBytes, trustProxy }: ServerOptions): FastifyAdapter =>
  new FastifyAdapter({ bodyLimit: requestBytes, trustProxy, routerOptions: { maxParamLength: 1_000 } });

/** What holds for every request, whichever route: cookies, who asks, where from, and what a page may load. */
export async function guard(server: FastifyInstance, sessions: Sessions, options: ServerOptions): Promise<void> {
  const { publicUrl, fileBytes, mailBytes } = options;
  takeRaw(server, 'application/octet-stream', fileBytes);
  takeRaw(server, 'message/rfc822', mailBytes);
  await server.register(fastifyCookie);
  await server.register(fastifyHelmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        connectSrc: ["'self'"],
        fontSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
      },
    },
    strictTransportSecurity: publicUrl.startsWith('https:'),
  });
  server.addHook('onRequest', async (request, reply) => {
    if (!mayChange(request.method, request.headers, publicUrl)) {
      const error = protocolError('request/wrong-origin');
      return reply.status(statusOf(error.code)).send({ error });
    }
    request.person = await sessions.of(request);
  });
  server.addHook('onSend', async (request, reply) => {
    if (reply.statusCode === 413) await takeIn(request.raw);
  });
}

/** Hands a body of this type on as it came. */
function takeRaw(server: FastifyInstance, type: string, bodyLimit: number): void {
  server.addContentTypeParser(type, { parseAs: 'buffer', bodyLimit }, async (_: unknown, body: Buffer) => body);
}

/** How long the rest of a body that is too large may take to arrive, in milliseconds. */
const TAKE_IN = 10_000;

/** Reads on to the end of a refused body: a client that is still sending would meet a broken connection, not the answer. */
async function takeIn(body: IncomingMessage): Promise<void> {
  body.resume();
  await finished(body, { signal: AbortSignal.timeout(TAKE_IN) }).catch(() => undefined);
}
