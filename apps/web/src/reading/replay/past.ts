/**
 * The room as it stood: while a position stands in the address (`?at=812`), everything that is shown is of then, and nothing
 * can be done about it. Positions are those of the log of everyone; what was said among few is shown as it stood at the same time.
 */
import { type Audience, EVERYONE, type Folded, type SeminarId } from '#seminar';
import { getAt, getEvents } from '../../api/api.ts';
import { Replayer, type Stood } from '../../room/replayer.ts';
import type { SmallerPast } from '../../room/smaller-past.ts';
import type { RoomSnapshot } from '../../room/snapshot.ts';
import { onQuery, query, setQuery } from '../../routing/query.ts';
import { createStore, type Store } from '../../store/store.ts';

type Smaller = ReadonlyMap<Audience, Folded>;

export interface Past {
  /** Where one wants to be. */
  position: number;
  /** What is shown: there, or where one was until it is loaded. */
  stood: (Stood & { position: number; smaller: Smaller }) | undefined;
  failed: boolean;
}

/** How long the slider has to rest before the address says where it is, in milliseconds. */
const REST = 400;

export class PastView {
  readonly store: Store<Past | undefined> = createStore<Past | undefined>(undefined);
  readonly #replayer: Replayer;
  readonly #now: () => Smaller;
  #smaller: SmallerPast | undefined;
  readonly #stop: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #loading = false;
  /** What may be read has changed since it was loaded. */
  #stale = false;
  readonly #seminar: SeminarId;

  /** @param now the logs of few that may be read, as they stand now */
  constructor(seminar: SeminarId, now: () => Smaller) {
    this.#seminar = seminar;
    this.#now = now;
    this.#replayer = new Replayer({
      at: (position) => getAt(seminar, position),
      events: (after, limit) => getEvents(seminar, EVERYONE, after, limit),
    });
    this.#stop = onQuery(() => this.#follow());
    this.#follow();
  }

  /** Goes to a position; `undefined` comes back to now. */
  go(position: number | undefined): void {
    clearTimeout(this.#timer);
    if (position === undefined) {
      this.store.set(undefined);
      setQuery({ at: undefined });
      return;
    }
    this.#want(position);
    this.#timer = setTimeout(() => setQuery({ at: `${position}` }), REST);
  }

  /** Other logs of few may be read than before. */
  lookAgain(): void {
    if (!this.store.get()) return;
    this.#stale = true;
    if (!this.#loading) void this.#load();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#stop();
  }

  /** The address was typed, or one went back in it. */
  #follow(): void {
    const asked = query().get('at');
    const position = asked && /^\d{1,15}$/.test(asked) ? Math.max(1, Number(asked)) : undefined;
    if (position === this.store.get()?.position) return;
    if (position === undefined) this.store.set(undefined);
    else this.#want(position);
  }

  #want(position: number): void {
    this.store.update((was) => ({ position, stood: was?.stood, failed: false }));
    if (!this.#loading) void this.#load();
  }

  /** Loads what is wanted; what has been wanted meanwhile comes next, and nothing in between. */
  async #load(): Promise<void> {
    this.#loading = true;
    for (let wanted = this.#missing(); wanted !== undefined; wanted = this.#missing()) {
      const position = wanted;
      this.#stale = false;
      const stood = await this.#stoodAt(position).catch(() => undefined);
      this.store.update((was) => {
        if (!was) return was;
        if (stood) return { ...was, stood: { ...stood, position } };
        return was.position === position ? { ...was, failed: true } : was;
      });
    }
    this.#loading = false;
  }

  async #stoodAt(position: number): Promise<Stood & { smaller: Smaller }> {
    const stood = await this.#replayer.stateAt(position);
    const now = this.#now();
    if (now.size === 0) return { ...stood, smaller: now };
    this.#smaller ??= await this.#openSmaller();
    return { ...stood, smaller: await this.#smaller.at(stood.at, now) };
  }

  /** Comes after the text, as few ever look back. */
  async #openSmaller(): Promise<SmallerPast> {
    const { SmallerPast } = await import('../../room/smaller-past.ts');
    return new SmallerPast((audience, after, limit) => getEvents(this.#seminar, audience, after, limit));
  }

  #missing(): number | undefined {
    const past = this.store.get();
    return past && !past.failed && (this.#stale || past.stood?.position !== past.position) ? past.position : undefined;
  }
}

/** The room with what is shown of then; as it is now while nothing of then is there. */
export function asItStood(room: RoomSnapshot, past: Past | undefined): RoomSnapshot {
  if (!past) return room;
  const { stood } = past;
  const shown = stood ? { everyone: stood.folded, smaller: stood.smaller } : room.shown;
  return { ...room, shown, pending: [], here: [], past: { position: past.position, at: stood?.at } };
}
