/**
 * A route is described once: the router, the check of what comes in and the OpenAPI document are all made from that.
 */
import {
  applyDecorators,
  createParamDecorator,
  type ExecutionContext,
  HttpCode,
  RequestMapping,
  RequestMethod,
  SetMetadata,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { ErrorCode } from '#protocol';
import { isTooDeep } from '../depth.ts';
import { malformed, Refused } from '../refused.ts';

export interface Route {
  method: 'GET' | 'POST' | 'DELETE';
  /** With parameters in braces, e.g. `/api/seminars/{seminar}`. */
  path: string;
  /** What it does, in a sentence. */
  does: string;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** The body is a file, as bytes (`application/octet-stream`), at the most so large as an import may be. */
  takesFile?: true;
  status: number;
  /** `undefined` where the answer is empty or no JSON. */
  answer?: z.ZodType;
  /** What it refuses, besides what every route does. */
  refuses?: readonly ErrorCode[];
}

type Parsed<S> = S extends z.ZodType ? z.infer<S> : undefined;

/** What a handler of this route gets. */
export interface InputOf<R extends Route> {
  params: Parsed<R['params']>;
  query: Parsed<R['query']>;
  body: Parsed<R['body']>;
}

const ROUTE = 'catena:route';

/** Makes a method the handler of a route. */
export const Handles = (route: Route): MethodDecorator =>
  applyDecorators(
    RequestMapping({ path: route.path.replaceAll(/\{(\w+)\}/g, ':$1'), method: RequestMethod[route.method] }),
    HttpCode(route.status),
    SetMetadata(ROUTE, route),
  );

/** The request, checked against its route. */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext): InputOf<Route> => {
  const route: Route = Reflect.getMetadata(ROUTE, context.getHandler());
  const { params, query, body } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!route.takesFile && isTooDeep(body)) throw new Refused('request/too-deep');
  return { params: checked(route.params, params), query: checked(route.query, query), body: checked(route.body, body) };
});

/** The file that is the body of the request; none is a refusal. */
export const File = createParamDecorator((_: unknown, context: ExecutionContext): Uint8Array => {
  const { body } = context.switchToHttp().getRequest<FastifyRequest>();
  if (body instanceof Uint8Array) return body;
  throw new Refused('request/malformed');
});

function checked<S extends z.ZodType>(schema: S | undefined, value: unknown): z.infer<S> | undefined {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw malformed(parsed.error.issues);
  return parsed.data;
}
