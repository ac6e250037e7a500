import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { InboundSmtp } from '#mail';

/** Takes mail while the worker runs; nothing where no port is set. */
export class Inbound implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #smtp: InboundSmtp | undefined;

  constructor(smtp: InboundSmtp | undefined) {
    this.#smtp = smtp;
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.#smtp?.listen();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#smtp?.close();
  }
}
