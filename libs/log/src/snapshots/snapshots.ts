/**
 * Logs folded into what a reader sees, as they are now and as they stood at any position. The log alone is the truth: a
 * state that is kept saves reading from the start, and is passed over wherever it doesn't fit.
 */
import type pg from 'pg';
import { evolve, type Folded, type RecordedEvent, type SeminarState } from '#seminar';
import type { EventStore } from '../event-store.ts';
import { LeastRecentlyUsed } from '../least-recently-used.ts';
import { type LogKey, nameOf } from '../log-key.ts';
import type { LogOptions } from '../options.ts';
import { KeptStates } from './kept-states.ts';
import { nextPlace } from './places.ts';
import { Stood } from './stood.ts';
import { foldOn, nothingTurned, type TurnedState, touchedBy, turnOn } from './turn-on.ts';

const READ_BATCH = 1_000;

export class Snapshots {
  readonly #store: EventStore;
  readonly #kept: KeptStates;
  readonly #every: number;
  readonly #known: LeastRecentlyUsed<string, Folded>;
  readonly #reading = new Map<string, Promise<Folded>>();
  readonly #keeping = new Map<string, Promise<void>>();

  constructor(pool: pg.Pool, store: EventStore, options: Pick<LogOptions, 'snapshots' | 'snapshotEvery'>) {
    this.#store = store;
    this.#kept = new KeptStates(pool);
    this.#every = options.snapshotEvery;
    this.#known = new LeastRecentlyUsed(options.snapshots);
  }

  /** The log folded as far as it goes. Those who ask at the same time share one reading; nobody waits for what is kept of it. */
  newest(log: LogKey): Promise<Folded> {
    const name = nameOf(log);
    const reading = this.#reading.get(name) ?? this.#readNewest(log).finally(() => this.#reading.delete(name));
    this.#reading.set(name, reading);
    return reading;
  }

  /** What the rules ask for, of the log as far as it goes: without words, so that a log may be larger than memory. */
  async rules(log: LogKey): Promise<SeminarState> {
    let state = this.#known.get(nameOf(log))?.state ?? (await this.#folded(log, 'rules')).state;
    for await (const events of this.#store.readAll(log, state.position)) state = events.reduce(evolve, state);
    this.#keepSoon(log);
    return state;
  }

  /** The log as it stood at a position; `undefined` where it doesn't reach that far. */
  async at(log: LogKey, position: number): Promise<Stood | undefined> {
    const state = await this.#turnTo(log, position);
    return state.frame.position === position ? new Stood(log, this.#kept, state) : undefined;
  }

  /** Keeps the states at all places up to the head that are not kept yet, so that nobody has to wait for them. */
  async keep(log: LogKey): Promise<void> {
    const { kept, head } = await this.#kept.extent(log);
    if (nextPlace(kept, this.#every) <= head) await this.#turnTo(log, head);
  }

  /** Resolves when everything is kept that was begun. */
  async idle(): Promise<void> {
    await Promise.all(this.#keeping.values());
  }

  async #readNewest(log: LogKey): Promise<Folded> {
    const name = nameOf(log);
    let folded = this.#known.get(name) ?? (await this.#folded(log));
    for await (const events of this.#store.readAll(log, folded.state.position)) folded = events.reduce(foldOn, folded);
    this.#known.set(name, folded);
    this.#keepSoon(log);
    return folded;
  }

  #keepSoon(log: LogKey): void {
    const name = nameOf(log);
    if (this.#keeping.has(name)) return;
    const keeping = this.keep(log)
      .catch(() => undefined)
      .finally(() => this.#keeping.delete(name));
    this.#keeping.set(name, keeping);
  }

  /** The newest state that is kept. */
  async #folded(log: LogKey, only?: 'rules'): Promise<Folded> {
    const state = (await this.#kept.load(log, Number.MAX_SAFE_INTEGER)) ?? nothingTurned;
    return new Stood(log, this.#kept, state).folded(only);
  }

  /** The state at a position, or at the head before it, from the nearest one kept. The places on the way are kept. */
  async #turnTo(log: LogKey, position: number): Promise<TurnedState> {
    let state = (await this.#kept.load(log, position)) ?? nothingTurned;
    while (state.frame.position < position) {
      const place = nextPlace(state.frame.position, this.#every);
      const events = await this.#read(log, state.frame.position, Math.min(place, position));
      if (events.length === 0) break;
      const touched = await this.#kept.some(log, state.kept.position, touchedBy(events, state));
      state = turnOn(state, touched, events);
      // To fail at keeping is not to fail: the log is still there.
      if (state.frame.position === place) state = await this.#kept.save(log, state).catch(() => state);
    }
    return state;
  }

  async #read(log: LogKey, after: number, upTo: number): Promise<RecordedEvent[]> {
    const read: RecordedEvent[] = [];
    while (after + read.length < upTo) {
      const most = Math.min(READ_BATCH, upTo - after - read.length);
      const events = await this.#store.read(log, after + read.length, most);
      read.push(...events);
      if (events.length < most) break;
    }
    return read;
  }
}
