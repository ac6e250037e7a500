import { type DynamicModule, Module } from '@nestjs/common';
import { Inbound } from './inbound.ts';
import { Projecting } from './projecting.ts';
import { Sending } from './sending.ts';
import { Summarising } from './summarising.ts';

/** The parts of the worker, made; Nest starts and stops them. */
export interface Parts {
  inbound: Inbound;
  projecting: Projecting;
  sending: Sending;
  summarising: Summarising;
}

@Module({})
class WorkerModule {}

/** The module around these parts. */
export function workerModule({ inbound, projecting, sending, summarising }: Parts): DynamicModule {
  return {
    module: WorkerModule,
    providers: [
      { provide: Inbound, useValue: inbound },
      { provide: Projecting, useValue: projecting },
      { provide: Sending, useValue: sending },
      { provide: Summarising, useValue: summarising },
    ],
  };
}
