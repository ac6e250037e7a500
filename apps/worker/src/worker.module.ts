import { type DynamicModule, Module } from '@nestjs/common';
import { Digesting } from './digesting.ts';
import { Projecting } from './projecting.ts';
import { Summarising } from './summarising.ts';

/** The parts of the worker, made; Nest starts and stops them. */
export interface Parts {
  digesting: Digesting;
  projecting: Projecting;
  summarising: Summarising;
}

@Module({})
class WorkerModule {}

/** The module around these parts. */
export function workerModule({ digesting, projecting, summarising }: Parts): DynamicModule {
  return {
    module: WorkerModule,
    providers: [
      { provide: Digesting, useValue: digesting },
      { provide: Projecting, useValue: projecting },
      { provide: Summarising, useValue: summarising },
    ],
  };
}
