/**
 * One log as its writer sees it: the state at the position it has been read up to, and the commands that wait for it.
 * `draft` decides them one after the other, each on the state that those before it would leave.
 */
import {
  beside,
  type Command,
  type Decision,
  decide,
  type Event,
  evolve,
  initialState,
  type Limits,
  type RecordedEvent,
  type Rejection,
  type SeminarState,
} from '#seminar';
import type { Append } from './append.ts';
import type { EventStore, Queryable } from './event-store.ts';
import type { LogKey } from './log-key.ts';
import type { Outcome } from './outcome.ts';

/** A rule has thrown: a bug of ours, which sending the command again won't mend. */
export class BrokenRule extends Error {}

/** A command on its way, and whom to tell. */
export interface Pending {
  command: Command;
  settle(outcome: Outcome): void;
  fail(error: unknown): void;
}

/** A pending command with what was decided; `positions` are those its events will have. */
export interface Decided {
  pending: Pending;
  positions: number[];
  rejection: Rejection | undefined;
}

/** The next append of a log: what the waiting commands come to, if the head stays where it is. */
export interface Draft extends Append {
  writer: LogWriter;
  decided: Decided[];
  /** The state after the events. */
  after: SeminarState;
}

export class LogWriter {
  readonly log: LogKey;
  /** The state at the newest position known. */
  state: SeminarState;
  /** How often in a row another gateway was faster. */
  losses = 0;
  readonly #main: LogWriter | undefined;
  readonly #limits: Limits;
  #waiting: Pending[] = [];

  /** `main` is the writer of the log of everyone, where the roster and the articles stand; none for that log itself. */
  constructor(log: LogKey, limits: Limits, main?: LogWriter, state: SeminarState = initialState) {
    this.log = log;
    this.#limits = limits;
    this.#main = main;
    this.state = state;
  }

  get busy(): boolean {
    return this.#waiting.length > 0;
  }

  enqueue(pending: Pending): void {
    this.#waiting.push(pending);
  }

  /** Puts commands back in front, in their order. */
  requeue(pending: readonly Pending[]): void {
    this.#waiting = [...pending, ...this.#waiting];
  }

  /** The state that rules are asked on: for a smaller audience, with the main log's roster and articles beside it. */
  get ruled(): SeminarState {
    return this.#main ? beside(this.#main.state, this.state) : this.state;
  }

  /** Folds in what others have written. True if there was anything. */
  async readUp(store: EventStore, connection?: Queryable): Promise<boolean> {
    const mainMoved = await this.#main?.readUp(store, connection);
    const from = this.state.position;
    for await (const events of store.readAll(this.log, from, connection)) {
      // Another reading of the same log may have been faster.
      for (const event of events) {
        if (event.position === this.state.position + 1) this.state = evolve(this.state, event);
      }
    }
    return mainMoved === true || this.state.position > from;
  }

  /** Takes over what was written, unless more has been read meanwhile. */
  advance(state: SeminarState): void {
    if (state.position > this.state.position) this.state = state;
  }

  /** Takes up to `most` events' worth of waiting commands and decides them. */
  draft(most: number): Draft {
    const head = this.state.position;
    const events: RecordedEvent[] = [];
    const decided: Decided[] = [];
    const inThisDraft = new Set<string>();
    let after = this.ruled;
    while (this.#waiting.length > 0 && events.length < most) {
      const pending = this.#waiting[0];
      // A command sent twice at once: the second is answered after the first has been written.
      if (!pending || inThisDraft.has(pending.command.id)) break;
      this.#waiting.shift();
      inThisDraft.add(pending.command.id);
      const decision = this.#decide(pending, after);
      if (!decision) continue;
      const added = decision.ok ? recordedBy(pending.command, decision.events, after.position) : [];
      for (const event of added) after = evolve(after, event);
      events.push(...added);
      decided.push({
        pending,
        positions: added.map(({ position }) => position),
        rejection: decision.ok ? undefined : decision.rejection,
      });
    }
    return { writer: this, log: this.log, head, events, decided, after };
  }

  /** A rule that throws is a bug: it fails its own command and no other. */
  #decide(pending: Pending, state: SeminarState): Decision | undefined {
    try {
      return decide(pending.command, state, this.#limits);
    } catch (error) {
      pending.fail(new BrokenRule(pending.command.type, { cause: error }));
      return undefined;
    }
  }
}

function recordedBy(command: Command, events: readonly Event[], head: number): RecordedEvent[] {
  const { at, by, id } = command;
  return events.map((event, index) => ({ ...event, position: head + index + 1, at, by, command: id }));
}
