/** Who is here, on which section, writing where. Never stored; told to a room at most once per interval. */
import type { PresenceFrame, PresenceReport } from '#protocol';
import type { MemberId, SeminarId } from '#seminar';

type Whereabouts = Omit<PresenceReport, 'seminar'>;
type Here = PresenceFrame['here'];

export class Presence {
  readonly #interval: number;
  readonly #tell: (frame: PresenceFrame) => void;
  /** By seminar, then by socket: somebody may have several tabs. */
  readonly #rooms = new Map<SeminarId, Map<string, { member: MemberId } & Whereabouts>>();
  readonly #timers = new Map<SeminarId, NodeJS.Timeout>();

  constructor(interval: number, tell: (frame: PresenceFrame) => void) {
    this.#interval = interval;
    this.#tell = tell;
  }

  /** Somebody came, or is somewhere else now. */
  report(seminar: SeminarId, socket: string, member: MemberId, whereabouts: Whereabouts): void {
    const room = this.#rooms.get(seminar) ?? new Map();
    // What was reported last is what a member with several tabs is doing.
    room.delete(socket);
    room.set(socket, { member, ...whereabouts });
    this.#rooms.set(seminar, room);
    this.#soon(seminar);
  }

  leave(seminar: SeminarId, socket: string): void {
    const room = this.#rooms.get(seminar);
    if (!room?.delete(socket)) return;
    if (room.size === 0) this.#rooms.delete(seminar);
    this.#soon(seminar);
  }

  /** Everybody in the room, each once. */
  here(seminar: SeminarId): Here {
    const members = new Map<MemberId, Here[number]>();
    for (const { member, section, typing, leads } of this.#rooms.get(seminar)?.values() ?? []) {
      const was = members.get(member);
      members.set(member, { member, section, typing: typing ?? was?.typing, leads: leads ?? was?.leads });
    }
    return [...members.values()];
  }

  close(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  #soon(seminar: SeminarId): void {
    if (this.#timers.has(seminar)) return;
    const timer = setTimeout(() => {
      this.#timers.delete(seminar);
      this.#tell({ seminar, here: this.here(seminar) });
    }, this.#interval);
    this.#timers.set(seminar, timer);
  }
}
