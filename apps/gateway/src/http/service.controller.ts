import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { HealthAnswer } from '#protocol';
import { Health } from '../health.ts';
import { Metrics } from '../metrics.ts';
import { Refused } from '../refused.ts';
import { maySeeMetrics } from './may-see-metrics.ts';
import { openApiOf } from './openapi.ts';
import { Handles } from './route.ts';
import { routes } from './routes.ts';

/** What programs ask: is it well, and what can it do. */
@Controller()
export class ServiceController {
  readonly #document: ReturnType<typeof openApiOf>;

  constructor(
    private readonly health: Health,
    private readonly measured: Metrics,
  ) {
    this.#document = openApiOf(routes, health.publicUrl);
  }

  @Handles(routes.health)
  isWell(): Promise<HealthAnswer> {
    return this.health.check();
  }

  @Handles(routes.metrics)
  async metrics(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const from = { address: request.socket.remoteAddress, headers: request.headers };
    if (!maySeeMetrics(from, this.measured.token)) throw new Refused('metrics/not-allowed');
    reply.header('content-type', this.measured.contentType);
    return this.measured.text();
  }

  @Handles(routes.openApi)
  openApi(): ReturnType<typeof openApiOf> {
    return this.#document;
  }
}
