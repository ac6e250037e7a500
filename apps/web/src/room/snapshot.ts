import type { PresenceFrame, ProtocolError } from '#protocol';
import type { Limits, MemberId, Role } from '#seminar';
import type { Pending } from './outbox.ts';
import type { Logs } from './overlay.ts';

/**
 * How it stands with the connection. `joining`: never heard of the server yet. `live`: all that was said is here.
 * `reconnecting`: it was lost and is being looked for. `refused`: the server will not let us in; `problem` says why.
 */
export type Connection = 'joining' | 'live' | 'reconnecting' | 'refused';

/** Everything a screen shows of the room, at one moment. */
export interface RoomSnapshot {
  connection: Connection;
  problem: ProtocolError | undefined;
  you: { member: MemberId; role: Role };
  limits: Limits;
  /** What the server has confirmed. */
  confirmed: Logs;
  /** The same with pending words on top. */
  shown: Logs;
  pending: readonly Pending[];
  here: PresenceFrame['here'];
  /** The position that is looked back at, and when it was the last (ISO 8601, once known): nothing can be done there. */
  past: { position: number; at: string | undefined } | undefined;
  /** True once a join has been answered: before that, emptiness means nothing. */
  arrived: boolean;
}
