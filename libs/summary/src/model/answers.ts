/** What a model must answer, as schemas: it is asked for JSON in this shape, and what it sends is checked against it. */

import { z } from 'zod';

const Point = z.object({
  text: z.string().max(2_000),
  cites: z.array(z.string().max(40)).max(40),
  kind: z.enum(['statement', 'dispute', 'question', 'answer']),
});
export type Point = z.infer<typeof Point>;

/** What was said in one thread. */
export const ThreadAnswer = z.object({ points: z.array(Point).max(40) });
export type ThreadAnswer = z.infer<typeof ThreadAnswer>;

/** What was said on a section, by issue. */
export const SectionAnswer = z.object({
  issues: z.array(z.object({ sentences: z.array(Point).max(40) })).max(40),
});
export type SectionAnswer = z.infer<typeof SectionAnswer>;
