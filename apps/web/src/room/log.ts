/**
 * One log as this client has it confirmed: events 1..n folded, each once. The next position is applied, an older one
 * skipped, a later one means that something was missed.
 */
import type { CatchUp } from '#protocol';
import {
  type CommandId,
  evolve,
  evolveContents,
  type Folded,
  fromSnapshot,
  nothingFolded,
  type RecordedEvent,
} from '#seminar';

export interface Applied {
  log: Folded;
  /** True where an event was missing; nothing from there on is applied. */
  gap: boolean;
  /** The events that were new. */
  events: readonly RecordedEvent[];
}

/** Folds what comes next and skips what is held. */
export function applyEvents(log: Folded, events: readonly RecordedEvent[]): Applied {
  const fresh: RecordedEvent[] = [];
  let folded = log;
  for (const event of events) {
    const next = folded.state.position + 1;
    if (event.position < next) continue;
    if (event.position > next) return { log: folded, gap: true, events: fresh };
    folded = { state: evolve(folded.state, event), contents: evolveContents(folded.contents, event) };
    fresh.push(event);
  }
  return { log: folded, gap: false, events: fresh };
}

/** What was missed, as the server answers a join: events, or a snapshot that stands for all of them. */
export function applyCatchUp(log: Folded, missed: CatchUp): Applied {
  if (missed.events) return applyEvents(log, missed.events);
  if (missed.snapshot.position <= log.state.position) return { log, gap: false, events: [] };
  return { log: fromSnapshot(missed.snapshot), gap: false, events: [] };
}

export const commandsOf = (events: readonly RecordedEvent[]): ReadonlySet<CommandId> =>
  new Set(events.map(({ command }) => command));

export { nothingFolded };
