/** What a device says of how far somebody has read. Apart from what is done with it, so that the page goes without schemas. */

import { z } from 'zod';
import { Audience } from './audience.ts';

const Position = z.int().nonnegative();

const Mark = z.object({
  /** Read up to this position of the log. */
  upTo: Position,
  /** How often it was marked as unread. */
  again: z.int().nonnegative(),
});

const Look = z.object({ head: Position, at: z.iso.datetime() });

/** A thread's id, or that of something else with a word before it. */
const Subject = z.string().regex(/^(?:[a-z]{1,20}:)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);

export const ReadMarks = z.object({
  /** Of each log: all up to here has been read, but for what is marked as unread. */
  upTo: z.record(Audience, Position),
  /** What has been read by itself: threads by their id, readings and articles as `reading:<id>`, `article:<id>`. */
  subjects: z.record(Subject, Mark),
  /** Where the visit before this one ended; none on the first. */
  before: Look.optional(),
  /** When the log of everyone was last looked at, and how far it reached then. */
  last: Look.optional(),
});
export type ReadMarks = z.infer<typeof ReadMarks>;
/** When and how far one looked. */
export type Look = z.infer<typeof Look>;
