import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ProtocolError, protocolError, statusOf } from '#protocol';
import type { Answers } from '../answers.ts';

/** Answers every HTTP request that failed, in the protocol's words. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(private readonly answers: Answers) {}

  catch(failure: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const request = http.getRequest<FastifyRequest>();
    const error =
      ofFramework(failure) ?? this.answers.explain(failure, `${request.method} ${request.routeOptions.url}`);
    void reply.status(statusOf(error.code)).send({ error });
  }
}

/** What Fastify or Nest refuse before a handler is reached. */
function ofFramework(failure: unknown): ProtocolError | undefined {
  const status = failure instanceof HttpException ? failure.getStatus() : statusCodeOf(failure);
  switch (status) {
    case 404:
      return protocolError('request/unknown-route');
    case 413:
      return protocolError('request/too-large');
    case 400:
    case 415:
      return protocolError('request/malformed');
    default:
      return undefined;
  }
}

const statusCodeOf = (failure: unknown): number | undefined =>
  failure instanceof Error && 'statusCode' in failure ? Number(failure.statusCode) : undefined;
