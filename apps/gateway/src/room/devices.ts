/**
 * A member's devices in a room, through whichever gateway: what one of them has read is told to the others at once. A
 * notification carries whose marks have changed and not the marks, which may be larger than Postgres lets through; they are
 * looked up where somebody waits for them. What is lost is made up for when a device asks the next time.
 */
import type pg from 'pg';
import type { ReadMarksShelf } from '#people';
import { Channel } from '#platform';
import type { MarksFrame } from '#protocol';
import { MemberId, SeminarId } from '#seminar';

const CHANNEL = 'catena_marks';

const TELL = { name: 'tell-marks', text: 'SELECT pg_notify($1, $2)' };

/** Where the frames for a member's devices go on this gateway. */
export interface Doors {
  /** Whether one of this member's devices is in the room here. */
  any(seminar: SeminarId, member: MemberId): boolean;
  send(member: MemberId, frame: MarksFrame): void;
}

export class Devices {
  readonly #pool: pg.Pool;
  readonly #shelf: ReadMarksShelf;
  readonly #channel: Channel;
  #doors: Doors | undefined;

  constructor(pool: pg.Pool, shelf: ReadMarksShelf) {
    this.#pool = pool;
    this.#shelf = shelf;
    this.#channel = new Channel(pool, CHANNEL, {
      hear: (words) => void this.#hear(words),
      missed: () => undefined,
    });
  }

  start(): Promise<void> {
    return this.#channel.open();
  }

  close(): Promise<void> {
    return this.#channel.close();
  }

  /** Says where to tell it here. */
  through(doors: Doors): void {
    this.#doors = doors;
  }

  /** Tells all devices of a member what holds on them together. Never throws. */
  async tell(member: MemberId, frame: MarksFrame): Promise<void> {
    this.#doors?.send(member, frame);
    const values = [...this.#channel.saying(`${frame.seminar} ${member}`)];
    await this.#pool.query({ ...TELL, values }).catch(() => undefined);
  }

  async #hear(words: string): Promise<void> {
    const whose = words.split(' ');
    const [seminar, member] = [SeminarId.safeParse(whose[0]), MemberId.safeParse(whose[1])];
    if (!seminar.success || !member.success) return;
    if (!this.#doors?.any(seminar.data, member.data)) return;
    const marks = await this.#shelf.of(seminar.data, member.data).catch(() => undefined);
    if (marks) this.#doors.send(member.data, { seminar: seminar.data, marks });
  }
}
