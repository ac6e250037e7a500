import type { ProtocolError } from '#protocol';
import { refusals } from './messages.ts';

/** Why something was refused, in the reader's language; in the server's words where the page has none for the code. */
export const inWords = ({ code, message, reason }: Pick<ProtocolError, 'code' | 'message' | 'reason'>): string =>
  (reason && refusals.unreadable?.[reason.saying]?.(reason.facts)) ?? refusals.errors?.[code] ?? message;
