import { z } from 'zod';

/** What is done to a source, in this order; only a PDF is read page by page, and put together from that. */
export const STAGES = ['opening', 'reading', 'pages', 'assembling'] as const;

export const Progress = z.object({
  stage: z.enum(STAGES),
  /** How much of how much, where that is known: pages of a PDF. */
  done: z.int().nonnegative().optional(),
  of: z.int().positive().optional(),
});
/** How far the reading of a source has come. */
export type Progress = z.infer<typeof Progress>;
