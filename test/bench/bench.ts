import type { Measured } from './report.ts';

/** What a benchmark is given. */
export interface Given {
  /** An empty, migrated database on an embedded Postgres, with fsync and synchronous commit on. */
  databaseUrl: string;
  /** Says what is being done, for whoever waits. */
  progress(what: string): void;
  /** What was said as `--name=value`. */
  flags: ReadonlyMap<string, string>;
}

/** Measures, and answers with its lines. Peers and raw limits run in the same call, in interleaved rounds. */
export type Bench = (given: Given) => Promise<Measured[]>;
