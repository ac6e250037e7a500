import { z } from 'zod';
import { shapeOf } from './event-shape.ts';
import { Event, type EventType } from './events.ts';

export const GoldenEvent = z.object({
  /** As the database holds it. */
  example: z.object({
    type: z.string(),
    version: z.int().positive(),
    data: z.unknown(),
    personal: z.unknown(),
  }),
  /** The shape in which this version is written; it never changes again. */
  shape: z.record(z.string(), z.unknown()).optional(),
});
/** One version of an event as it was once written: a file in test/golden/events. */
export type GoldenEvent = z.infer<typeof GoldenEvent>;

/** The name of its file. */
export const goldenFile = (type: string, version: number): string => `${type}.v${version}.json`;

/** The types of today with their versions, in the order of their schemas. */
export const EVENT_VERSIONS: readonly (readonly [EventType, number])[] = Event.options.map(
  ({ shape }) => [shape.type.value, shape.version.value] as const,
);

/** With the shape of today where none is written down yet: for a version that is new. */
export function withShape(golden: GoldenEvent): GoldenEvent {
  const current = EVENT_VERSIONS.find(([type]) => type === golden.example.type);
  if (golden.shape !== undefined || current?.[1] !== golden.example.version) return golden;
  return { ...golden, shape: { ...shapeOf(current[0]) } };
}
