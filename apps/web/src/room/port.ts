/** What the room client needs of a connection, so that a test can bring its own. */
import type {
  Answer,
  CommandRequest,
  Done,
  EventsFrame,
  Joined,
  JoinRequest,
  PresenceFrame,
  PresenceReport,
} from '#protocol';
import type { SeminarId } from '#seminar';

export interface RoomHandlers {
  /** The connection stands, for the first time or again. */
  connected(): void;
  disconnected(): void;
  events(frame: EventsFrame): void;
  presence(frame: PresenceFrame): void;
}

export interface RoomPort {
  /** Starts to connect, and connects again after every loss until it is closed. */
  open(handlers: RoomHandlers): void;
  /** Rejects where no answer came: the connection was lost, or it took too long. */
  join(request: JoinRequest): Promise<Answer<Joined>>;
  command(request: CommandRequest): Promise<Answer<Done>>;
  presence(report: PresenceReport): void;
  close(seminar: SeminarId): void;
}
