import type { RecordedEvent } from '#seminar';
import type { LogKey } from './log-key.ts';

/** Events to be written at the head of a log, if the head is where they think it is. Positions are filled in already. */
export interface Append {
  log: LogKey;
  /** The position that the log must stand at; the events take the next ones. */
  head: number;
  events: readonly RecordedEvent[];
}
