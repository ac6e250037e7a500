/** The OpenAPI 3.1 document, made from the routes and the protocol's errors. */

import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { ERROR_CODES, type ErrorCode, messageOf, ProtocolError, statusOf } from '#protocol';
import type { Route } from './route.ts';

/** What any route may answer. */
const ALWAYS: readonly ErrorCode[] = ['request/malformed', 'request/too-many', 'server/failure', 'server/unavailable'];

const ErrorAnswer = z.object({ error: ProtocolError }).meta({ id: 'ErrorAnswer' });
const json = (schema: z.ZodType) => ({ content: { 'application/json': { schema } } });

export function openApiOf(routes: Readonly<Record<string, Route>>, server: string) {
  const paths: ZodOpenApiPathsObject = {};
  for (const [id, route] of Object.entries(routes)) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(id, route) };
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Catena',
      version: '1',
      description: `Errors are answered as \`{ "error": { "code", "message", "path"? } }\`. The codes are: ${ERROR_CODES.map((code) => `\`${code}\``).join(', ')}.`,
    },
    servers: [{ url: server }],
    components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'catena_session' } } },
    paths,
  });
}

const FILE = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } as const;

function operationOf(operationId: string, route: Route): ZodOpenApiOperationObject {
  const refusals = new Set([...(route.refuses ?? []), ...ALWAYS]);
  const statuses = new Set([...refusals].map(statusOf));
  return {
    operationId,
    summary: route.does,
    ...(route.refuses?.includes('session/none') ? { security: [{ session: [] }] } : {}),
    requestParams: { ...(route.params ? { path: route.params } : {}), ...(route.query ? { query: route.query } : {}) },
    ...(route.takesFile ? { requestBody: { required: true, content: FILE } } : {}),
    ...(route.body ? { requestBody: { required: true, ...json(route.body) } } : {}),
    responses: {
      [`${route.status}`]: { description: route.does, ...(route.answer ? json(route.answer) : {}) },
      ...Object.fromEntries(
        [...statuses].map((status) => [
          `${status}`,
          refusal([...refusals].filter((code) => statusOf(code) === status)),
        ]),
      ),
    },
  };
}

const refusal = (codes: readonly ErrorCode[]) => ({
  description: codes.map((code) => `\`${code}\`: ${messageOf(code)}`).join('\n\n'),
  ...json(ErrorAnswer),
});
