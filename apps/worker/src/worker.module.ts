import { type DynamicModule, Module } from '@nestjs/common';
import { Projecting } from './projecting.ts';
import { Summarising } from './summarising.ts';

/** The parts of the worker, made; Nest starts and stops them. */
export interface Parts {
  projecting: Projecting;
  summarising: Summarising;
}

@Module({})
class WorkerModule {}

/** The module around these parts. */
export function workerModule({ projecting, summarising }: Parts): DynamicModule {
  return {
    module: WorkerModule,
    providers: [
      { provide: Projecting, useValue: projecting },
      { provide: Summarising, useValue: summarising },
    ],
  };
}
