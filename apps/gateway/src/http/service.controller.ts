import { Controller } from '@nestjs/common';
import type { HealthAnswer } from '#protocol';
import { Health } from '../health.ts';
import { openApiOf } from './openapi.ts';
import { Handles } from './route.ts';
import { routes } from './routes.ts';

/** What programs ask: is it well, and what can it do. */
@Controller()
export class ServiceController {
  readonly #document: ReturnType<typeof openApiOf>;

  constructor(private readonly health: Health) {
    this.#document = openApiOf(routes, health.publicUrl);
  }

  @Handles(routes.health)
  isWell(): Promise<HealthAnswer> {
    return this.health.check();
  }

  @Handles(routes.openApi)
  openApi(): ReturnType<typeof openApiOf> {
    return this.#document;
  }
}
