/** The messages of the socket. docs/protocol.md shows each with an example. */

import { z } from 'zod';
import {
  AnnotationId,
  Audience,
  CommandId,
  type Limits,
  MemberId,
  type ReadMarks,
  type RecordedEvent,
  type Role,
  roomCommandWith,
  SeminarId,
  type Snapshot,
} from '#seminar';
import type { ProtocolError } from './errors.ts';
import type { DoneAnswer } from './http.ts';

export const JoinRequest = z.object({
  seminar: SeminarId,
  /** What the client holds of each log; a log left out is held up to 0. */
  logs: z.array(z.object({ audience: Audience, position: z.int().nonnegative() })).max(2_000),
});
/** `join`: enter a seminar's room, or come back to it. */
export type JoinRequest = z.infer<typeof JoinRequest>;

/** What a client is missing of one log: the events after its position, or a snapshot where that is shorter. */
export type CatchUp = { audience: Audience; head: number } & (
  | { snapshot?: never; events: RecordedEvent[] }
  | { snapshot: Snapshot; events?: never }
);

export interface Joined {
  you: { member: MemberId; role: Role };
  limits: Limits;
  /** Every log that the member may read and that has been used; everyone's and their own notes always. */
  logs: CatchUp[];
}

const envelope = { id: CommandId, seminar: SeminarId, audience: Audience };

// One object and not the intersection of two: every command passes here, and zod compares the halves of an intersection.
export const CommandRequest = roomCommandWith(envelope);
/** `command`: something that should happen. Sent again with the same id it has the same one effect. */
export type CommandRequest = z.infer<typeof CommandRequest>;

/** What a command came to. */
export type Done = DoneAnswer;

/** `events`: consecutive events of one log. Apply what comes next, skip what you hold; on a gap, join again. */
export interface EventsFrame {
  seminar: SeminarId;
  audience: Audience;
  events: RecordedEvent[];
}

export const PresenceReport = z.object({
  seminar: SeminarId,
  /** The section in view. */
  section: z.string().max(80).optional(),
  /** The thread in which the member is writing. */
  typing: AnnotationId.optional(),
  /** The block at the reading line of an instructor who leads the others through the text. */
  leads: z.string().max(80).optional(),
});
/** `presence` from a client: where I am. Not an event: never stored. */
export type PresenceReport = z.infer<typeof PresenceReport>;

/** `presence` from the server: everyone in the room, each once, at most one message per interval. */
export interface PresenceFrame {
  seminar: SeminarId;
  here: {
    member: MemberId;
    section?: string | undefined;
    typing?: AnnotationId | undefined;
    leads?: string | undefined;
  }[];
}

/** `marks` from the server, to all devices of one member: how far they have read on all of them together. */
export interface MarksFrame {
  seminar: SeminarId;
  marks: ReadMarks;
}

export const LeaveRequest = z.object({ seminar: SeminarId });
export type LeaveRequest = z.infer<typeof LeaveRequest>;

export type Answer<T> = ({ ok: true } & T) | { ok: false; error: ProtocolError };

export interface ClientToServer {
  join(request: JoinRequest, answer: (answer: Answer<Joined>) => void): void;
  command(request: CommandRequest, answer: (answer: Answer<Done>) => void): void;
  presence(report: PresenceReport): void;
  leave(request: LeaveRequest): void;
}

export interface ServerToClient {
  events(frame: EventsFrame): void;
  presence(frame: PresenceFrame): void;
  marks(frame: MarksFrame): void;
}
