import { type DynamicModule, Module } from '@nestjs/common';
import { Projecting } from './projecting.ts';

/** The parts of the worker, made; Nest starts and stops them. */
export interface Parts {
  projecting: Projecting;
}

@Module({})
class WorkerModule {}

/** The module around these parts. */
export function workerModule({ projecting }: Parts): DynamicModule {
  return { module: WorkerModule, providers: [{ provide: Projecting, useValue: projecting }] };
}
