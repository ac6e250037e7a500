import { type DynamicModule, Module } from '@nestjs/common';
import { Cleaning } from './cleaning.ts';
import { Digesting } from './digesting.ts';
import { Importing } from './importing.ts';
import { Inbound } from './inbound.ts';
import { Projecting } from './projecting.ts';
import { Sending } from './sending.ts';
import { Summarising } from './summarising.ts';

/** The parts of the worker, made; Nest starts and stops them. */
export interface Parts {
  cleaning: Cleaning;
  digesting: Digesting;
  importing: Importing;
  inbound: Inbound;
  projecting: Projecting;
  sending: Sending;
  summarising: Summarising;
}

@Module({})
class WorkerModule {}

/** The module around these parts. */
export function workerModule(parts: Parts): DynamicModule {
  return {
    module: WorkerModule,
    providers: [
      { provide: Cleaning, useValue: parts.cleaning },
      { provide: Digesting, useValue: parts.digesting },
      { provide: Importing, useValue: parts.importing },
      { provide: Inbound, useValue: parts.inbound },
      { provide: Projecting, useValue: parts.projecting },
      { provide: Sending, useValue: parts.sending },
      { provide: Summarising, useValue: parts.summarising },
    ],
  };
}
