/**
 * The write path: a command in, its outcome out. Keeps the folded state of each log that is busy, decides on exactly that
 * state, and appends by compare-and-swap.
 */
import { protocolError } from '#protocol';
import { type Command, EVERYONE, type SeminarId, type SeminarState } from '#seminar';
import type { EventStore } from './event-store.ts';
import { GroupCommit } from './group-commit.ts';
import { LeastRecentlyUsed } from './least-recently-used.ts';
import { type LogKey, nameOf } from './log-key.ts';
import { BrokenRule, LogWriter } from './log-writer.ts';
import type { LogOptions } from './options.ts';
import type { Outcome } from './outcome.ts';
import type { Snapshots } from './snapshots/snapshots.ts';
import type { WakeUps } from './wake-ups.ts';

/** Told of failures that are not the sender's doing. */
export type FailureLog = (error: unknown, command: Command) => void;

export class Seminars {
  readonly #store: EventStore;
  readonly #snapshots: Snapshots;
  readonly #options: LogOptions;
  readonly #onFailure: FailureLog;
  readonly #commits: GroupCommit;
  readonly #writers: LeastRecentlyUsed<string, LogWriter>;
  readonly #opening = new Map<string, Promise<LogWriter>>();

  constructor(
    store: EventStore,
    snapshots: Snapshots,
    wakeUps: WakeUps,
    options: LogOptions,
    onFailure: FailureLog = () => undefined,
  ) {
    this.#store = store;
    this.#snapshots = snapshots;
    this.#options = options;
    this.#onFailure = onFailure;
    this.#writers = new LeastRecentlyUsed(options.states, (writer) => !writer.busy);
    this.#commits = new GroupCommit(store, wakeUps, options.appendBatch, ({ log }) =>
      this.#writers.delete(nameOf(log)),
    );
  }

  /**
   * Carries a command out, once, however often it is sent. Resolves when its events are on disk, or with why not. What
   * is nobody's fault is answered as `server/unavailable`: it is then unknown whether it was carried out, and sending
   * the same command again finds out.
   */
  async handle(seminar: SeminarId, command: Command): Promise<Outcome> {
    try {
      const log = { seminar, audience: command.audience };
      const writer = this.#writers.get(nameOf(log)) ?? (await this.#writer(log));
      // Who reads and writes in a smaller audience stands in the main log, and another gateway may have written there.
      if (log.audience !== EVERYONE) await (await this.#writer({ seminar, audience: EVERYONE })).readUp(this.#store);
      return await new Promise<Outcome>((settle, fail) => this.#commits.submit(writer, { command, settle, fail }));
    } catch (error) {
      this.#onFailure(error, command);
      return { ok: false, error: protocolError(error instanceof BrokenRule ? 'server/failure' : 'server/unavailable') };
    }
  }

  /** The state of a log as it stands in the database now; for a smaller audience with the roster beside it. */
  async state(log: LogKey): Promise<SeminarState> {
    const writer = await this.#writer(log);
    await writer.readUp(this.#store);
    return writer.ruled;
  }

  /** Resolves when every command that has come in is answered. */
  async idle(): Promise<void> {
    await this.#commits.idle();
  }

  async #writer(log: LogKey): Promise<LogWriter> {
    const name = nameOf(log);
    const known = this.#writers.get(name);
    if (known) return known;
    const opening = this.#opening.get(name) ?? this.#open(log).finally(() => this.#opening.delete(name));
    this.#opening.set(name, opening);
    return opening;
  }

  async #open(log: LogKey): Promise<LogWriter> {
    const main = log.audience === EVERYONE ? undefined : await this.#writer({ ...log, audience: EVERYONE });
    const state = await this.#snapshots.rules(log);
    const hash = await this.#store.hashAt(log, state.position);
    if (hash === undefined) throw new Error(`There is no event ${state.position} in the log ${nameOf(log)}`);
    const { limits, appendBatch } = this.#options;
    const writer = new LogWriter(log, limits, appendBatch, { state, hash }, main);
    this.#writers.set(nameOf(log), writer);
    return writer;
  }
}
