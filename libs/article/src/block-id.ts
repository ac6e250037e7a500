import type { BlockId } from './model.ts';

/** Brands what is known to name a block: made here, or read from where a block's name stands. */
export const blockId = (name: string): BlockId => name as BlockId;
