/**
 * The log as it reaches whoever follows it: every event once, in order, in batches. Hints only say when to look; what is
 * delivered is always read from the log at `position > n`, so there is nothing to lose and nothing to put in order.
 */
import type { RecordedEvent } from '#seminar';
import type { EventStore } from './event-store.ts';
import { type LogKey, nameOf } from './log-key.ts';
import type { LogOptions } from './options.ts';
import type { WakeUps } from './wake-ups.ts';

type Listener = (events: RecordedEvent[]) => void;

export interface Following {
  /** The last position delivered; the next batch begins with the next one. */
  readonly position: number;
  stop(): void;
}

type FeedOptions = Pick<LogOptions, 'feedBatch' | 'frameInterval' | 'pollInterval'>;

export class Feed {
  readonly #store: EventStore;
  readonly #options: FeedOptions;
  readonly #followers = new Map<string, Set<Follower>>();
  readonly #stopListening: () => void;
  readonly #poll: NodeJS.Timeout;

  constructor(store: EventStore, wakeUps: WakeUps, options: FeedOptions) {
    this.#store = store;
    this.#options = options;
    this.#stopListening = wakeUps.on((log) => (log ? this.#wake(nameOf(log)) : this.#wakeAll()));
    this.#poll = setInterval(() => void this.#lookForLostHints(), options.pollInterval);
    this.#poll.unref();
  }

  /** Follows a log from its present head, or from after `position`. `listener` is called once per batch. */
  async follow(log: LogKey, listener: Listener, position?: number): Promise<Following> {
    const follower = new Follower(log, this.#store, listener, position ?? (await this.#store.head(log)), this.#options);
    const name = nameOf(log);
    const others = this.#followers.get(name) ?? new Set();
    this.#followers.set(name, others.add(follower));
    // An event between reading the head and standing in the list has had no one to wake.
    follower.wake();
    return {
      get position() {
        return follower.position;
      },
      stop: () => {
        follower.stop();
        others.delete(follower);
        if (others.size === 0 && this.#followers.get(name) === others) this.#followers.delete(name);
      },
    };
  }

  close(): void {
    clearInterval(this.#poll);
    this.#stopListening();
    for (const followers of this.#followers.values()) for (const follower of followers) follower.stop();
    this.#followers.clear();
  }

  #wake(name: string): void {
    for (const follower of this.#followers.get(name) ?? []) follower.wake();
  }

  #wakeAll(): void {
    for (const name of this.#followers.keys()) this.#wake(name);
  }

  async #lookForLostHints(): Promise<void> {
    const followers = [...this.#followers.values()].flatMap((set) => [...set]);
    if (followers.length === 0) return;
    const heads = await this.#store.heads(followers.map(({ log }) => log)).catch(() => new Map<string, number>());
    for (const follower of followers) if ((heads.get(nameOf(follower.log)) ?? 0) > follower.position) follower.wake();
  }
}

/** Reads one log forward, at most once per frame interval, never twice at a time. */
class Follower {
  readonly log: LogKey;
  position: number;
  readonly #store: EventStore;
  readonly #listener: Listener;
  readonly #options: FeedOptions;
  #reading = false;
  #wokenMeanwhile = false;
  #stopped = false;

  constructor(log: LogKey, store: EventStore, listener: Listener, position: number, options: FeedOptions) {
    this.log = log;
    this.#store = store;
    this.#listener = listener;
    this.position = position;
    this.#options = options;
  }

  wake(): void {
    if (this.#reading) this.#wokenMeanwhile = true;
    else if (!this.#stopped) void this.#read();
  }

  stop(): void {
    this.#stopped = true;
  }

  async #read(): Promise<void> {
    this.#reading = true;
    do {
      this.#wokenMeanwhile = false;
      const began = performance.now();
      const full = await this.#deliverNext().catch(() => false);
      const rest = this.#options.frameInterval - (performance.now() - began);
      if (full) this.#wokenMeanwhile = true;
      else if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest));
    } while (this.#wokenMeanwhile && !this.#stopped);
    this.#reading = false;
  }

  /** True if there may be more. A failed read leaves the position where it was; the next hint or poll tries again. */
  async #deliverNext(): Promise<boolean> {
    const events = await this.#store.read(this.log, this.position, this.#options.feedBatch);
    const last = events.at(-1);
    if (!last || this.#stopped) return false;
    this.position = last.position;
    this.#listener(events);
    return events.length === this.#options.feedBatch;
  }
}
