/**
 * One log as its writer sees it: where the log stands for certain, and the commands that wait for it. A command is decided and
 * chained as soon as it comes, on the state that those before it would leave, also while these are still on their way to the
 * disk. Should they not get there, what was decided on top of them is decided again.
 */
import {
  beside,
  type Command,
  type Decision,
  decide,
  type Event,
  evolve,
  ForRules,
  type Limits,
  type RecordedEvent,
  type Rejection,
  recordedAt,
  type SeminarState,
} from '#seminar';
import type { Append } from './append.ts';
import type { Hash } from './chain/chain.ts';
import { type SealedEvent, seal } from './chain/seal.ts';
import type { EventStore, Queryable } from './event-store.ts';
import type { LogKey } from './log-key.ts';
import type { Outcome } from './outcome.ts';

/** After so many lost races in a row a log queues for its turn, so that nobody starves. */
const PATIENCE = 2;
/** Who finds so much from others between two appends of its own would lose again: it queues at once, as long as that is so. */
const CROWD = 16;

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

/** A place in a log: what is folded up to there, and the hash there. */
export interface Place {
  state: SeminarState;
  hash: Hash;
}

/** The next append of a log: what commands come to, if the head stays where it is. */
export interface Draft extends Append {
  writer: LogWriter;
  events: SealedEvent[];
  decided: Decided[];
  /** Where the log stands after the events. */
  after: Place;
  /** What stood in the main log when the first of them was decided, for a smaller audience. */
  beside: SeminarState | undefined;
}

export class LogWriter {
  readonly log: LogKey;
  readonly #main: LogWriter | undefined;
  readonly #forRules = new ForRules();
  readonly #limits: Limits;
  readonly #most: number;
  #place: Place;
  #waiting: Pending[] = [];
  #next: Draft | undefined;
  #underWay: Draft | undefined;
  /** Commands in the draft under way and in the next. */
  readonly #drafted = new Set<string>();
  #held = false;
  /** How often in a row another gateway was faster. */
  #losses = 0;
  /** Events of others that were read since it last wrote. */
  #foreign = 0;
  #queues = false;

  /**
   * `main` is the writer of the log of everyone, where the roster and the articles stand; none for that log itself. A draft takes
   * commands until it has `most` events.
   */
  constructor(log: LogKey, limits: Limits, most: number, place: Place, main?: LogWriter) {
    this.log = log;
    this.#limits = limits;
    this.#most = most;
    this.#place = place;
    this.#main = main;
  }

  /** Is there anything that must not be forgotten? */
  get busy(): boolean {
    return this.#underWay !== undefined || this.waiting;
  }

  /** Are there commands that are not on their way yet? */
  get waiting(): boolean {
    return this.#waiting.length > 0 || this.#next !== undefined;
  }

  /**
   * Does it wait for its turn, by `takeInTurn`? Then nothing is decided before that: it would be decided on a state that another
   * gateway is about to change, and decided again.
   */
  get queues(): boolean {
    return this.#queues;
  }

  /** The state that rules are asked on: for a smaller audience, with the main log's roster and articles beside it. */
  get ruled(): SeminarState {
    return this.#ruledOn(this.#place.state);
  }

  enqueue(pending: Pending): void {
    this.#waiting.push(pending);
    this.#decideWaiting();
  }

  /** Was this decided on what is known by now? */
  isCurrent({ head, beside }: Draft): boolean {
    return this.#place.state.position === head && this.#mainState === beside;
  }

  /**
   * What has been decided, to be written; `undefined` where there is nothing. Ends with `advance` or `giveUp`. Of a log that queues it
   * is empty, and is handed in for the real one when its turn comes.
   */
  take(): Draft | undefined {
    if (this.#underWay || this.#held) return undefined;
    if (this.queues) {
      this.#underWay = this.waiting ? this.#emptyDraft() : undefined;
      return this.#underWay;
    }
    // Somebody else has written meanwhile, and it was read for another reason.
    if (this.#next && !this.isCurrent(this.#next)) this.#decideAgain();
    else this.#decideWaiting();
    return this.#takeNext();
  }

  /** Its turn has come, and nobody else can write. What others have written is read, and then it is decided. */
  async takeInTurn(queued: Draft, store: EventStore, connection: Queryable): Promise<Draft | undefined> {
    await this.giveUp(queued, async () => {
      await this.readUp(store, connection);
      return pendingOf(queued);
    });
    this.#queues = this.#foreign >= CROWD;
    this.#decideNow();
    return this.#takeNext();
  }

  /** Another gateway was faster. */
  lose(): void {
    this.#losses++;
  }

  /** The draft has been written. */
  advance(draft: Draft): void {
    if (draft.after.state.position > this.#place.state.position) this.#place = draft.after;
    this.#losses = 0;
    this.#foreign = 0;
    this.#end(draft);
    this.#decideWaiting();
  }

  /**
   * The draft came to nothing, so what was decided on top of it does too. `readUp` brings the log up to date and answers with the
   * commands that are to be decided anew.
   */
  async giveUp(draft: Draft, readUp: () => Promise<readonly Pending[]>): Promise<void> {
    this.#held = true;
    try {
      this.#waiting = [...(await readUp()), ...pendingOf(this.#next), ...this.#waiting];
      this.#forgetNext();
      this.#queues ||= this.#losses >= PATIENCE || (this.#losses > 0 && this.#foreign >= CROWD);
    } finally {
      this.#end(draft);
      this.#held = false;
      this.#decideWaiting();
    }
  }

  /** Takes away all that waits. */
  takeAll(): Pending[] {
    const all = [...pendingOf(this.#underWay), ...pendingOf(this.#next), ...this.#waiting];
    this.#forgetNext();
    if (this.#underWay) this.#end(this.#underWay);
    this.#waiting = [];
    return all;
  }

  /** Folds in what others have written. */
  async readUp(store: EventStore, connection?: Queryable): Promise<void> {
    await this.#main?.readUp(store, connection);
    const from = this.#place.state.position;
    for await (const links of store.readLinked(this.log, from, connection)) {
      for (const { event, hash } of links) {
        // Another reading of the same log may have been faster.
        if (event.position !== this.#place.state.position + 1) continue;
        this.#place = { state: this.#evolved(this.#place.state, event), hash };
        this.#foreign++;
      }
    }
  }

  #takeNext(): Draft | undefined {
    this.#underWay = this.#next;
    this.#next = undefined;
    this.#decideWaiting();
    return this.#underWay;
  }

  #end(draft: Draft): void {
    if (this.#underWay !== draft) return;
    this.#underWay = undefined;
    for (const { pending } of draft.decided) this.#drafted.delete(pending.command.id);
  }

  #decideAgain(): void {
    this.#waiting = [...pendingOf(this.#next), ...this.#waiting];
    this.#forgetNext();
    this.#decideWaiting();
  }

  #forgetNext(): void {
    for (const { command } of pendingOf(this.#next)) this.#drafted.delete(command.id);
    this.#next = undefined;
  }

  #decideWaiting(): void {
    if (!this.#held && !this.queues) this.#decideNow();
  }

  #decideNow(): void {
    let taken = 0;
    for (const pending of this.#waiting) {
      // A command sent twice at once: the second is answered after the first has been written.
      if (this.#drafted.has(pending.command.id) || (this.#next && this.#next.events.length >= this.#most)) break;
      taken++;
      this.#decide(pending);
    }
    if (taken > 0) this.#waiting = this.#waiting.slice(taken);
  }

  #decide(pending: Pending): void {
    const draft = this.#next ?? this.#emptyDraft();
    const decision = this.#decision(pending, draft.after.state);
    if (!decision) return;
    this.#next = draft;
    this.#drafted.add(pending.command.id);
    const positions: number[] = [];
    if (decision.ok) {
      const recorded = recordedBy(pending.command, decision.events, draft.after.state.position);
      for (const sealed of seal(draft.after.hash, recorded)) {
        draft.events.push(sealed);
        draft.after = { state: this.#evolved(draft.after.state, sealed.event), hash: sealed.hash };
        positions.push(sealed.event.position);
      }
    }
    draft.decided.push({ pending, positions, rejection: decision.ok ? undefined : decision.rejection });
  }

  /** Without the quotes, which no rule asks for and a long log has many of. */
  #evolved(state: SeminarState, event: RecordedEvent): SeminarState {
    return evolve(state, this.#forRules.event(event));
  }

  #emptyDraft(): Draft {
    const place = this.#underWay?.after ?? this.#place;
    return {
      writer: this,
      log: this.log,
      head: place.state.position,
      hash: place.hash,
      events: [],
      decided: [],
      after: place,
      beside: this.#mainState,
    };
  }

  /** A rule that throws is a bug: it fails its own command and no other. */
  #decision(pending: Pending, state: SeminarState): Decision | undefined {
    try {
      return decide(pending.command, this.#ruledOn(state), this.#limits);
    } catch (error) {
      pending.fail(new BrokenRule(pending.command.type, { cause: error }));
      return undefined;
    }
  }

  #ruledOn(state: SeminarState): SeminarState {
    const main = this.#mainState;
    return main ? beside(main, state) : state;
  }

  get #mainState(): SeminarState | undefined {
    return this.#main ? this.#main.#place.state : undefined;
  }
}

export const pendingOf = (draft: Draft | undefined): Pending[] => draft?.decided.map(({ pending }) => pending) ?? [];

function recordedBy({ at, by, id: command }: Command, events: readonly Event[], head: number): RecordedEvent[] {
  return events.map((event, index) => recordedAt(event, { position: head + index + 1, at, by, command }));
}
