/**
 * Frames of smaller audiences. Somebody may have left a group, or teach no longer, since they came into the room: before each
 * frame it is asked anew who may read it, on the main log as it stands after these events were read. So nobody is ever sent what was
 * written after they left, whichever gateway wrote it.
 */
import { type LogKey, nameOf } from '#log';
import { type MemberId, mayRead, type RecordedEvent, type SeminarState, standingOf } from '#seminar';

/** How long to wait before asking again where the database could not be asked, in milliseconds. */
const AGAIN_AFTER = 500;

export interface Room {
  /** The state of the main log as the database holds it now. */
  main(log: LogKey): Promise<SeminarState>;
  /** The sockets in the room of a log. */
  inside(log: LogKey): readonly { socket: string; member: MemberId }[];
  /** Shows a socket out. */
  expel(log: LogKey, socket: string): void;
  send(log: LogKey, events: readonly RecordedEvent[]): void;
}

export class GuardedFrames {
  readonly #room: Room;
  /** By log: the frames on their way, one after the other. */
  readonly #underWay = new Map<string, Promise<void>>();

  constructor(room: Room) {
    this.#room = room;
  }

  /** Sends a frame to those alone who may read it now; after all frames of this log that were given before. */
  send(log: LogKey, events: readonly RecordedEvent[]): Promise<void> {
    const name = nameOf(log);
    const before = this.#underWay.get(name) ?? Promise.resolve();
    const sending = before
      .then(() => this.#sendNow(log, events))
      .finally(() => {
        if (this.#underWay.get(name) === sending) this.#underWay.delete(name);
      });
    this.#underWay.set(name, sending);
    return sending;
  }

  async #sendNow(log: LogKey, events: readonly RecordedEvent[]): Promise<void> {
    const main = await this.#main(log);
    for (const { socket, member } of this.#room.inside(log)) {
      if (!mayRead(standingOf(main, member), log.audience)) this.#room.expel(log, socket);
    }
    this.#room.send(log, events);
  }

  async #main(log: LogKey): Promise<SeminarState> {
    for (;;) {
      const main = await this.#room.main(log).catch(() => undefined);
      if (main) return main;
      await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER).unref());
    }
  }
}
