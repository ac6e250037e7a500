/**
 * The feeds that somebody in this process listens to: one follower per log, however many sockets. It begins with the first
 * and ends a little after the last, since whoever loses a connection is often back at once.
 */
import { type Feed, type Following, type LogKey, nameOf } from '#log';
import type { RecordedEvent } from '#seminar';

const LINGER_MS = 10_000;

interface Room {
  following: Promise<Following>;
  sockets: Set<string>;
  closing?: NodeJS.Timeout | undefined;
}

export class LiveRooms {
  readonly #feed: Feed;
  readonly #broadcast: (log: LogKey, events: RecordedEvent[]) => void;
  readonly #rooms = new Map<string, Room>();

  constructor(feed: Feed, broadcast: (log: LogKey, events: RecordedEvent[]) => void) {
    this.#feed = feed;
    this.#broadcast = broadcast;
  }

  /** Lets a socket in. What is broadcast from now on begins after the position of what this answers. */
  async enter(log: LogKey, socket: string): Promise<Following> {
    const name = nameOf(log);
    const room = this.#rooms.get(name) ?? this.#open(log);
    clearTimeout(room.closing);
    room.sockets.add(socket);
    this.#rooms.set(name, room);
    try {
      return await room.following;
    } catch (error) {
      if (this.#rooms.get(name) === room) this.#rooms.delete(name);
      throw error;
    }
  }

  leave(log: LogKey, socket: string): void {
    const room = this.#rooms.get(nameOf(log));
    if (!room?.sockets.delete(socket) || room.sockets.size > 0) return;
    room.closing = setTimeout(() => this.#close(log, room), LINGER_MS);
    room.closing.unref();
  }

  #open(log: LogKey): Room {
    return { following: this.#feed.follow(log, (events) => this.#broadcast(log, events)), sockets: new Set() };
  }

  #close(log: LogKey, room: Room): void {
    if (room.sockets.size > 0) return;
    this.#rooms.delete(nameOf(log));
    room.following.then(
      (following) => following.stop(),
      () => undefined,
    );
  }
}
