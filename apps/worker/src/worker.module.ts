import { type DynamicModule, Module } from '@nestjs/common';
import { Digesting } from './digesting.ts';
import { Inbound } from './inbound.ts';
import { Projecting } from './projecting.ts';
import { Sending } from './sending.ts';
import { Summarising } from './summarising.ts';

/** The parts of the worker, made; Nest starts and stops them. */
export interface Parts {
  digesting: Digesting;
  inbound: Inbound;
  projecting: Projecting;
  sending: Sending;
  summarising: Summarising;
}

@Module({})
class WorkerModule {}

/** The module around these parts. */
export function workerModule({ digesting, inbound, projecting, sending, summarising }: Parts): DynamicModule {
  return {
    module: WorkerModule,
    providers: [
      { provide: Digesting, useValue: digesting },
      { provide: Inbound, useValue: inbound },
      { provide: Projecting, useValue: projecting },
      { provide: Sending, useValue: sending },
      { provide: Summarising, useValue: summarising },
    ],
  };
}
