/** Where what stands beside the text no longer fits there, and is folded above it. */
export const BESIDE = '(max-width: 860px)';
