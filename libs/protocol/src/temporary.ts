import type { ErrorCode } from './errors.ts';

/** May the same request succeed later, unchanged? A client keeps such commands and sends them again. */
export const isTemporary = (code: ErrorCode): boolean =>
  code === 'server/unavailable' || code === 'request/too-many' || code === 'session/none';
