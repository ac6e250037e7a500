/** Who is here, on which section, writing where, through whichever gateway. Told to a room at most once per interval. */
import type { PresenceFrame, PresenceReport } from '#protocol';
import type { MemberId, SeminarId } from '#seminar';

type Whereabouts = Omit<PresenceReport, 'seminar'>;
type Here = PresenceFrame['here'];

/** What the other gateways know. */
export interface Others {
  here(seminar: SeminarId): Here;
  /** Tells them who is here. */
  keep(seminar: SeminarId, here: Here): Promise<void>;
  onChange(changed: (seminar: SeminarId) => void): void;
}

export class Presence {
  readonly #interval: number;
  readonly #others: Others;
  readonly #tell: (frame: PresenceFrame) => void;
  /** By seminar, then by socket: somebody may have several tabs. */
  readonly #rooms = new Map<SeminarId, Map<string, { member: MemberId } & Whereabouts>>();
  readonly #timers = new Map<SeminarId, NodeJS.Timeout>();
  /** Rooms in which something has changed here, which the others are told with the next frame. */
  readonly #changed = new Set<SeminarId>();

  constructor(interval: number, others: Others, tell: (frame: PresenceFrame) => void) {
    this.#interval = interval;
    this.#others = others;
    this.#tell = tell;
    others.onChange((seminar) => this.#soon(seminar));
  }

  /** Somebody came, or is somewhere else now. */
  report(seminar: SeminarId, socket: string, member: MemberId, whereabouts: Whereabouts): void {
    const room = this.#rooms.get(seminar) ?? new Map();
    // What was reported last is what a member with several tabs is doing.
    room.delete(socket);
    room.set(socket, { member, ...whereabouts });
    this.#rooms.set(seminar, room);
    this.#changed.add(seminar);
    this.#soon(seminar);
  }

  leave(seminar: SeminarId, socket: string): void {
    const room = this.#rooms.get(seminar);
    if (!room?.delete(socket)) return;
    if (room.size === 0) this.#rooms.delete(seminar);
    this.#changed.add(seminar);
    this.#soon(seminar);
  }

  /** Everybody in the room, each once. */
  here(seminar: SeminarId): Here {
    return eachOnce([...this.#others.here(seminar), ...this.#hereOnly(seminar)]);
  }

  #hereOnly(seminar: SeminarId): Here {
    return eachOnce([...(this.#rooms.get(seminar)?.values() ?? [])]);
  }

  close(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  #soon(seminar: SeminarId): void {
    if (this.#timers.has(seminar)) return;
    const timer = setTimeout(() => {
      this.#timers.delete(seminar);
      if (this.#changed.delete(seminar)) void this.#others.keep(seminar, this.#hereOnly(seminar));
      this.#tell({ seminar, here: this.here(seminar) });
    }, this.#interval);
    this.#timers.set(seminar, timer);
  }
}

/** Where each was last; what one writes or leads elsewhere goes on. */
function eachOnce(reports: Here): Here {
  const members = new Map<MemberId, Here[number]>();
  for (const { member, section, typing, leads } of reports) {
    const was = members.get(member);
    members.set(member, {
      member,
      section: section ?? was?.section,
      typing: typing ?? was?.typing,
      leads: leads ?? was?.leads,
    });
  }
  return [...members.values()];
}
