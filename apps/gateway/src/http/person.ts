import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { PersonId } from '#people';
import { Refused } from '../refused.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whoever is signed in; read from the cookie before any handler. */
    person?: PersonId | undefined;
  }
}

/** Whoever is signed in; nobody is a refusal. */
export const SignedIn = createParamDecorator((_: unknown, context: ExecutionContext): PersonId => {
  const { person } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!person) throw new Refused('session/none');
  return person;
});
