import type { ErrorCode } from '#protocol';

/** None: the server says in English what went wrong, and often more precisely than a code can. */
const none: Partial<Record<ErrorCode, string>> = {};

export const errors = { errors: none };
