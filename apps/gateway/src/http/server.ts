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
  trustProxy: boolean;
}

export const httpAdapter = ({ requestBytes, trustProxy }: ServerOptions): FastifyAdapter =>
  new FastifyAdapter({ bodyLimit: requestBytes, trustProxy, routerOptions: { maxParamLength: 1_000 } });

/** What holds for every request, whichever route: cookies, who asks, where from, and what a page may load. */
export async function guard(server: FastifyInstance, sessions: Sessions, { publicUrl }: ServerOptions): Promise<void> {
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
}
