/**
 * Group commit: commands that arrive while an append is in flight go together in the next one, over all logs of this
 * process in one round trip. Each log swaps its own head; each command has its own verdict.
 *
 * A verdict counts only on the state it was decided on. Where the append was written, the head had not moved, so the
 * state was exact. A refusal alone appends nothing and proves nothing: then the log is read up first, and if there was
 * something new, everything is decided again.
 */
import { protocolError } from '#protocol';
import type { EventStore, SeenCommand } from './event-store.ts';
import type { Decided, Draft, LogWriter, Pending } from './log-writer.ts';
import type { Outcome } from './outcome.ts';
import type { WakeUps } from './wake-ups.ts';

/** After so many lost races in a row a log takes the head's row lock first, so that nobody starves. */
const PATIENCE = 2;

export class GroupCommit {
  readonly #store: EventStore;
  readonly #wakeUps: WakeUps;
  readonly #batch: number;
  /** Tells that the state of this writer can't be trusted any more. */
  readonly #distrust: (writer: LogWriter) => void;
  readonly #ready = new Set<LogWriter>();
  #running: Promise<void> | undefined;

  constructor(store: EventStore, wakeUps: WakeUps, batch: number, distrust: (writer: LogWriter) => void) {
    this.#store = store;
    this.#wakeUps = wakeUps;
    this.#batch = batch;
    this.#distrust = distrust;
  }

  submit(writer: LogWriter, pending: Pending): void {
    writer.enqueue(pending);
    this.#wake(writer);
  }

  /** Resolves when nothing is waiting any more. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running;
  }

  #wake(writer: LogWriter): void {
    this.#ready.add(writer);
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
  }

  async #run(): Promise<void> {
    // What has arrived in this turn of the event loop goes together.
    await Promise.resolve();
    while (this.#ready.size > 0) await this.#round();
  }

  async #round(): Promise<void> {
    const writers = [...this.#ready];
    this.#ready.clear();
    const patient = writers.filter(({ losses }) => losses < PATIENCE);
    const starving = writers.filter(({ losses }) => losses >= PATIENCE);
    await Promise.all([this.#appendTogether(patient), ...starving.map((writer) => this.#appendLocked(writer))]);
    for (const writer of writers) if (writer.busy) this.#ready.add(writer);
  }

  async #appendTogether(writers: readonly LogWriter[]): Promise<void> {
    let room = this.#batch;
    const drafts: Draft[] = [];
    for (const writer of writers) {
      if (room <= 0) break;
      const draft = writer.draft(room);
      room -= draft.events.length;
      if (draft.decided.length > 0) drafts.push(draft);
    }
    const writing = drafts.filter(({ events }) => events.length > 0);
    const quiet = drafts.filter(({ events }) => events.length === 0);
    const refusals = Promise.all(quiet.map((draft) => this.#settleUnlessMoved(draft)));
    try {
      const verdicts = await this.#store.append(writing);
      this.#announce(writing.filter((_, index) => verdicts[index] === 'written'));
      await Promise.all(
        writing.map((draft, index) => {
          switch (verdicts[index]) {
            case 'written':
              return this.#settleWritten(draft);
            case 'command-seen':
              return this.#settleSeen(draft);
            default:
              return this.#tryAgain(draft);
          }
        }),
      );
    } catch (error) {
      // It is unknown what was written. The senders will ask again, and the log will know.
      for (const draft of writing) this.#abandon(draft, error);
    }
    await refusals;
  }

  async #appendLocked(writer: LogWriter): Promise<void> {
    let draft: Draft | undefined;
    try {
      const verdict = await this.#store.exclusively(writer.log, async (_head, connection) => {
        await writer.readUp(this.#store, connection);
        draft = writer.draft(this.#batch);
        const [written] = await this.#store.append(draft.events.length > 0 ? [draft] : [], connection);
        if (written === 'command-seen') throw new RepeatedCommand();
        return written;
      });
      if (!draft) return;
      writer.losses = 0;
      if (verdict === 'written') this.#announce([draft]);
      await (verdict === 'head-moved' ? this.#tryAgain(draft) : this.#settleWritten(draft));
    } catch (error) {
      if (!draft) writer.losses = 0;
      else if (error instanceof RepeatedCommand) await this.#settleSeen(draft);
      else this.#abandon(draft, error);
    }
  }

  async #settleWritten({ writer, decided, after }: Draft): Promise<void> {
    writer.advance(after);
    writer.losses = 0;
    const refused: Decided[] = [];
    for (const one of decided) {
      if (one.positions.length === 0) refused.push(one);
      else one.pending.settle({ ok: true, audience: writer.log.audience, positions: one.positions });
    }
    await this.#settleWithoutEvents(writer, refused);
  }

  async #settleUnlessMoved(draft: Draft): Promise<void> {
    try {
      if (await draft.writer.readUp(this.#store)) draft.writer.requeue(pendingOf(draft));
      else await this.#settleWithoutEvents(draft.writer, draft.decided);
    } catch (error) {
      this.#abandon(draft, error);
    }
  }

  async #tryAgain(draft: Draft): Promise<void> {
    draft.writer.losses++;
    try {
      await draft.writer.readUp(this.#store);
      draft.writer.requeue(pendingOf(draft));
    } catch (error) {
      this.#abandon(draft, error);
    }
  }

  /** One of the commands has been carried out before, through another gateway or in another life of this one. */
  async #settleSeen(draft: Draft): Promise<void> {
    try {
      const { writer, decided } = draft;
      await writer.readUp(this.#store);
      const seen = await this.#store.commandsSeen(
        writer.log.seminar,
        decided.map(({ pending }) => pending.command.id),
      );
      const unseen = decided.filter(({ pending }) => !settleIfSeen(pending, seen.get(pending.command.id)));
      writer.requeue(unseen.map(({ pending }) => pending));
    } catch (error) {
      this.#abandon(draft, error);
    }
  }

  /** A command that comes to nothing may be a repetition of one that came to something: same command, same answer. */
  async #settleWithoutEvents(writer: LogWriter, decided: readonly Decided[]): Promise<void> {
    if (decided.length === 0) return;
    try {
      const seen = await this.#store.commandsSeen(
        writer.log.seminar,
        decided.map(({ pending }) => pending.command.id),
      );
      for (const { pending, rejection } of decided) {
        if (settleIfSeen(pending, seen.get(pending.command.id))) continue;
        pending.settle(
          rejection
            ? { ok: false, error: protocolError(rejection.code, rejection.message) }
            : { ok: true, audience: writer.log.audience, positions: [] },
        );
      }
    } catch (error) {
      for (const { pending } of decided) pending.fail(error);
    }
  }

  #abandon(draft: Draft, error: unknown): void {
    this.#distrust(draft.writer);
    for (const pending of pendingOf(draft)) pending.fail(error);
  }

  #announce(drafts: readonly Draft[]): void {
    this.#wakeUps.announce(drafts.map(({ log }) => log));
  }
}

class RepeatedCommand extends Error {}

const pendingOf = ({ decided }: Draft): Pending[] => decided.map(({ pending }) => pending);

function settleIfSeen({ command, settle }: Pending, seen: SeenCommand | undefined): boolean {
  if (!seen) return false;
  const outcome: Outcome =
    seen.by === command.by
      ? { ok: true, audience: seen.audience, positions: seen.positions }
      : { ok: false, error: protocolError('command/id-taken') };
  settle(outcome);
  return true;
}
