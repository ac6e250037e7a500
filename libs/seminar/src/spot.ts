import { z } from 'zod';
import { BlockId } from '#article';
import { ArticleId } from './ids.ts';

/** A paragraph of an article. */
export const Spot = z.object({ article: ArticleId, version: z.int().positive(), block: BlockId });
export type Spot = z.infer<typeof Spot>;
