/** Serves the built web app: files by name, and its one page for every other address that a person may open. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { protocolError, statusOf } from '#protocol';

/** From dist/apps/gateway/src/web, and from apps/gateway/src/web where tests run the sources. */
const ROOTS = ['../../../web', '../../../../dist/apps/web'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

const YEAR_S = 31_536_000;

export async function serveWebApp(server: FastifyInstance): Promise<void> {
  const root = ROOTS.find((folder) => existsSync(`${folder}/index.html`));
  if (root) {
    await server.register(fastifyStatic, {
      root,
      wildcard: false,
      setHeaders(reply, path) {
        // Vite puts a hash of their content into the names of assets.
        const forEver = path.startsWith(`${root}/assets/`);
        reply.header('cache-control', forEver ? `public, max-age=${YEAR_S}, immutable` : 'no-cache');
      },
    });
  }
  server.get('/*', (request, reply) => (isPage(request) ? page(reply, root) : unknown(reply)));
}

const isPage = ({ url }: FastifyRequest): boolean => !/^\/(api|socket\.io|assets)(\/|$)/.test(url);

function page(reply: FastifyReply, root: string | undefined): FastifyReply {
  if (root) return reply.header('cache-control', 'no-cache').sendFile('index.html');
  return reply.status(503).type('text/plain').send('The web app has not been built. Run: npm start\n');
}

function unknown(reply: FastifyReply): FastifyReply {
  const error = protocolError('request/unknown-route');
  return reply.status(statusOf(error.code)).send({ error });
}
