/** What participants are asked to read, what to write in it, and by when. */

import { z } from 'zod';
import { BlockId } from '#article';
import { ArticleId, AssignmentId } from './ids.ts';

/** What an instructor asks of every participant. */
export const AskedReading = z.object({
  assignment: AssignmentId,
  article: ArticleId,
  /** Read up to and including this one; the whole article where none is named. */
  section: BlockId.optional(),
  /** The least that each participant should write in it. */
  contributions: z.int().min(0).max(100),
  /** ISO 8601, UTC. */
  due: z.iso.datetime(),
});
export type AskedReading = z.infer<typeof AskedReading>;
