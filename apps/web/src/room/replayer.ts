/**
 * A log as it stood at any position, for a slider that is pulled to and fro. States are persistent, so keeping many costs
 * little: from the nearest one that is known the events in between are folded; where that is far, the server is asked.
 */
import type { AtAnswer, EventsAnswer } from '#protocol';
import { evolve, evolveContents, type Folded, fromSnapshot, type RecordedEvent } from '#seminar';

export interface PastPort {
  at(position: number): Promise<AtAnswer>;
  events(after: number, limit: number): Promise<EventsAnswer>;
}

/** How it stood, and when it came to that. */
export interface Stood {
  folded: Folded;
  /** When the event at this position happened, ISO 8601. */
  at: string;
}

/** Events that are asked for together, and at most folded from a state that is known. */
const PAGE = 300;
/** How often a state is kept on the way. */
const KEEP_EVERY = 25;
const KEPT = 400;

export class Replayer {
  readonly #port: PastPort;
  readonly #known = new Map<number, Stood>();
  readonly #events = new Map<number, RecordedEvent>();

  constructor(port: PastPort) {
    this.#port = port;
  }

  /** How it stood when this position, from 1 on, was the last. */
  async stateAt(position: number): Promise<Stood> {
    const nearest = this.#nearest(position);
    if (!nearest || position - nearest > PAGE) return this.#ask(position);
    for (let at = nearest; at < position; at = this.#foldOn(at, position)) {
      if (!this.#events.has(at + 1)) await this.#load(at);
    }
    const stood = this.#known.get(position);
    if (!stood) throw new Error('The log ends before this position');
    return stood;
  }

  /** The last known state that is not beyond it. */
  #nearest(position: number): number | undefined {
    let nearest: number | undefined;
    for (const known of this.#known.keys()) if (known <= position && known > (nearest ?? 0)) nearest = known;
    return nearest;
  }

  async #ask(position: number): Promise<Stood> {
    const [answer, { events }] = await Promise.all([this.#port.at(position), this.#port.events(position - 1, 1)]);
    const stood = { folded: fromSnapshot(answer.snapshot), at: events[0]?.at ?? '' };
    this.#keep(position, stood);
    return stood;
  }

  async #load(after: number): Promise<void> {
    const { events } = await this.#port.events(after, PAGE);
    if (events.length === 0) throw new Error('The log ends before this position');
    for (const event of events) this.#events.set(event.position, event);
  }

  /** Folds the events that are there, and says how far it came. */
  #foldOn(from: number, to: number): number {
    let stood = this.#known.get(from);
    let at = from;
    for (let event = this.#events.get(at + 1); stood && event && at < to; event = this.#events.get(at + 1)) {
      const { state, contents } = stood.folded;
      stood = { folded: { state: evolve(state, event), contents: evolveContents(contents, event) }, at: event.at };
      at += 1;
      if (at % KEEP_EVERY === 0 || at === to) this.#keep(at, stood);
    }
    if (stood && at > from) this.#keep(at, stood);
    return at;
  }

  #keep(position: number, stood: Stood): void {
    this.#known.set(position, stood);
    const [oldest] = this.#known.keys();
    if (this.#known.size > KEPT && oldest !== undefined) this.#known.delete(oldest);
  }
}
