/**
 * Old events stay readable for ever: what was written in an earlier shape is lifted, one version at a time, to the
 * shape that `events.ts` has today.
 */
import { type Event, Event as EventSchema, type EventType } from './events.ts';

/** An event as the database holds it, in the version of its day. */
export interface StoredEvent {
  type: string;
  version: number;
  data: unknown;
  personal: unknown;
}

type Lift = (event: StoredEvent) => StoredEvent;

/** `registry[type][n]` lifts an event of that type from version n to n + 1. */
export type Upcasters = Record<string, Record<number, Lift>>;

export const UPCASTERS: Upcasters = {
  // Version 2 may have pictures in its lines; an article without any is the same in both.
  'article.imported': { 1: (event) => ({ ...event, version: 2 }) },
};

/** The newest version of each event type, read off the schemas. */
export const CURRENT_VERSIONS: ReadonlyMap<string, number> = new Map(
  EventSchema.options.map((option): [EventType, number] => [option.shape.type.value, option.shape.version.value]),
);

/** Lifts to the newest version. Throws where the log holds something that this release can't know. */
export function upcast(
  stored: StoredEvent,
  upcasters: Upcasters = UPCASTERS,
  current: ReadonlyMap<string, number> = CURRENT_VERSIONS,
): StoredEvent {
  let event = stored;
  for (;;) {
    const newest = current.get(event.type);
    if (newest === event.version) return event;
    const lift = upcasters[event.type]?.[event.version];
    if (!lift) throw new Error(`No way to read ${event.type} version ${event.version} in this release of Catena`);
    event = lift(event);
  }
}

/** What the store holds was checked when it was written, so it is trusted here. */
export const readStored = (stored: StoredEvent): Event => upcast(stored) as Event;
