import type { Hash } from './chain/chain.ts';
import type { SealedEvent } from './chain/seal.ts';
import type { LogKey } from './log-key.ts';

/** Events to be written at the head of a log, if the head is where they think it is. Positions are filled in already. */
export interface Append {
  log: LogKey;
  /** The position that the log must stand at; the events take the next ones. */
  head: number;
  /** The hash at that position; the events are chained behind it. */
  hash: Hash;
  events: readonly SealedEvent[];
}
