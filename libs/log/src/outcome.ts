import type { ProtocolError } from '#protocol';
import type { Audience } from '#seminar';

/** What became of a command: where in which log its events stand (none where nothing had to change), or why not. */
export type Outcome = { ok: true; audience: Audience; positions: number[] } | { ok: false; error: ProtocolError };
