/**
 * The room as it stood: while a position stands in the address (`?at=812`), everything that is shown is of then, and nothing
 * can be done about it. The log of everyone is what is looked back at; smaller ones have no place in that time.
 */
import type { SeminarId } from '#seminar';
import { getAt, getEvents } from '../../api/api.ts';
import { Replayer, type Stood } from '../../room/replayer.ts';
import type { RoomSnapshot } from '../../room/snapshot.ts';
import { onQuery, query, setQuery } from '../../routing/query.ts';
import { createStore, type Store } from '../../store/store.ts';

export interface Past {
  /** Where one wants to be. */
  position: number;
  /** What is shown: there, or where one was until it is loaded. */
  stood: (Stood & { position: number }) | undefined;
  failed: boolean;
}

/** How long the slider has to rest before the address says where it is, in milliseconds. */
const REST = 400;

export class PastView {
  readonly store: Store<Past | undefined> = createStore<Past | undefined>(undefined);
  readonly #replayer: Replayer;
  readonly #stop: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #loading = false;

  constructor(seminar: SeminarId, replayer?: Replayer) {
    this.#replayer =
      replayer ??
      new Replayer({
        at: (position) => getAt(seminar, position),
        events: (after, limit) => getEvents(seminar, after, limit),
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
      const stood = await this.#replayer.stateAt(position).catch(() => undefined);
      this.store.update((was) => {
        if (!was) return was;
        if (stood) return { ...was, stood: { ...stood, position } };
        return was.position === position ? { ...was, failed: true } : was;
      });
    }
    this.#loading = false;
  }

  #missing(): number | undefined {
    const past = this.store.get();
    return past && !past.failed && past.stood?.position !== past.position ? past.position : undefined;
  }
}

/** The room with what is shown of then; as it is now while nothing of then is there. */
export function asItStood(room: RoomSnapshot, past: Past | undefined): RoomSnapshot {
  if (!past) return room;
  const { stood } = past;
  const shown = stood ? { everyone: stood.folded, smaller: new Map() } : room.shown;
  return { ...room, shown, pending: [], here: [], past: { position: past.position, at: stood?.at } };
}
