import { DEFAULT_LIMITS, type Limits } from '#seminar';

/** How the log behaves; each is a setting of its own, documented with its default in docs/operating.md. */
export interface LogOptions {
  limits: Limits;
  /** At most this many events go into one group commit. */
  appendBatch: number;
  /** Folded states kept in memory. */
  states: number;
  /** Folded states with their contents kept in memory. */
  snapshots: number;
  /** A folded state is kept every so many events; see snapshots/places.ts. */
  snapshotEvery: number;
  /** Events of one frame, at most. */
  feedBatch: number;
  /** Milliseconds between two frames of a log. */
  frameInterval: number;
  /** Milliseconds after which a lost wake-up is made up for. */
  pollInterval: number;
}

export const DEFAULT_LOG_OPTIONS: LogOptions = {
  limits: DEFAULT_LIMITS,
  appendBatch: 1_000,
  states: 500,
  snapshots: 50,
  snapshotEvery: 2_000,
  feedBatch: 500,
  frameInterval: 16,
  pollInterval: 2_000,
};
