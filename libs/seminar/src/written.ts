import type { Motivation } from './vocabulary.ts';

/** Does it count as something that was written? A highlight marks a passage and says nothing. */
export const isWritten = (motivation: Motivation): boolean => motivation !== 'highlighting';
