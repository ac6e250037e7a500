/**
 * Group commit: what has been decided while an append was in flight goes together in the next one, over all logs of this process
 * in one round trip. Each log swaps its own head; each command has its own verdict.
 *
 * Postgres works on one append while the next is being decided here. So answers are given a few at a time: whoever sends the next
 * command upon an answer is decided while Postgres is busy, not while it waits.
 *
 * A verdict counts only on the state it was decided on. Where the append was written, the head had not moved, so the
 * state was exact. A refusal alone appends nothing and proves nothing: then the log is read up first, and if there was
 * something new, everything is decided again.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { protocolError } from '#protocol';
import type { EventStore, SeenCommand } from './event-store.ts';
import { type Decided, type Draft, type LogWriter, type Pending, pendingOf } from './log-writer.ts';
import type { Outcome } from './outcome.ts';
import type { WakeUps } from './wake-ups.ts';

/** Appends in flight at a time; a log is in one of them at most. */
const LANES = 2;
/** Logs that wait for their turn at a time, each with a connection of its own. */
const TURNS = 4;
/** Commands that are answered before the event loop may turn. */
const ANSWERS_PER_TURN = 16;

/** What became of the drafts of a round. What has to be done about it is done when the next append is on its way. */
interface Round {
  written: Draft[];
  others: (() => Promise<void>)[];
}

/** Ways to Postgres: for those who race, as many as there is room for in one append; or for those who queue, one in each. */
interface Lanes {
  queue: boolean;
  most: number;
  taken: number;
}

export class GroupCommit {
  readonly #store: EventStore;
  readonly #wakeUps: WakeUps;
  readonly #batch: number;
  /** Tells that the state of this writer can't be trusted any more. */
  readonly #distrust: (writer: LogWriter) => void;
  readonly #ready = new Set<LogWriter>();
  readonly #rounds = new Set<Promise<void>>();
  /** Who waits for a turn keeps nobody waiting who doesn't. */
  readonly #lanes: readonly Lanes[] = [
    { queue: false, most: LANES, taken: 0 },
    { queue: true, most: TURNS, taken: 0 },
  ];
  #pumping = false;

  constructor(store: EventStore, wakeUps: WakeUps, batch: number, distrust: (writer: LogWriter) => void) {
    this.#store = store;
    this.#wakeUps = wakeUps;
    this.#batch = batch;
    this.#distrust = distrust;
  }

  submit(writer: LogWriter, pending: Pending): void {
    writer.enqueue(pending);
    this.#ready.add(writer);
    if (this.#pumping) return;
    // What arrives in this turn of the event loop goes together.
    this.#pumping = true;
    queueMicrotask(() => {
      this.#pumping = false;
      this.#pump();
    });
  }

  /** Resolves when nothing is waiting any more. */
  async idle(): Promise<void> {
    while (this.#pumping || this.#rounds.size > 0)
      await (this.#rounds.size > 0 ? Promise.race(this.#rounds) : nextTurn());
  }

  /** Sends what is ready, as long as there is a lane for it. */
  #pump(): void {
    for (const lanes of this.#lanes) {
      while (lanes.taken < lanes.most) {
        const drafts = this.#takeRound(lanes.queue);
        if (drafts.length === 0) break;
        lanes.taken++;
        const run = this.#run(drafts, lanes).finally(() => this.#rounds.delete(run));
        this.#rounds.add(run);
      }
    }
  }

  #takeRound(queue: boolean): Draft[] {
    let room = this.#batch;
    const drafts: Draft[] = [];
    for (const writer of this.#ready) {
      if (writer.queues !== queue) continue;
      if (room <= 0) break;
      this.#ready.delete(writer);
      const draft = writer.take();
      if (!draft) continue;
      room -= queue ? this.#batch : draft.events.length;
      drafts.push(draft);
    }
    return drafts;
  }

  async #run(drafts: readonly Draft[], lanes: Lanes): Promise<void> {
    const round: Round = { written: [], others: [] };
    if (lanes.queue) await Promise.all(drafts.map((draft) => this.#appendInTurn(draft, round)));
    else await this.#append(drafts, round);
    lanes.taken--;
    this.#readyAgain(drafts);
    this.#pump();
    this.#wakeUps.announce(round.written.flatMap(({ log, events }) => (events.length > 0 ? [log] : [])));
    // The next append leaves for Postgres before those are answered who will have the next commands decided.
    if (this.#lanes.some(({ taken }) => taken > 0)) await nextTurn();
    await Promise.all([this.#answer(round.written), ...round.others.map((settle) => settle())]);
    this.#readyAgain(drafts);
    this.#pump();
  }

  #readyAgain(drafts: readonly Draft[]): void {
    for (const { writer } of drafts) if (writer.waiting) this.#ready.add(writer);
  }

  async #append(drafts: readonly Draft[], { written, others }: Round): Promise<void> {
    const writing = drafts.filter(({ events }) => events.length > 0);
    const quiet = drafts.filter(({ events }) => events.length === 0);
    others.push(...quiet.map((draft) => () => this.#settleUnlessMoved(draft)));
    try {
      const verdicts = await this.#store.append(writing);
      for (const [index, draft] of writing.entries()) {
        switch (verdicts[index]) {
          case 'written':
            draft.writer.advance(draft);
            written.push(draft);
            break;
          case 'command-seen':
            others.push(() => this.#settleSeen(draft));
            break;
          default:
            others.push(() => this.#tryAgain(draft));
        }
      }
    } catch (error) {
      // It is unknown what was written. The senders will ask again, and the log will know.
      for (const draft of writing) this.#abandon(draft, error);
    }
  }

  async #appendInTurn(queued: Draft, { written, others }: Round): Promise<void> {
    const { writer } = queued;
    let draft: Draft | undefined = queued;
    try {
      const verdict = await this.#store.exclusively(writer.log, async (connection) => {
        draft = await writer.takeInTurn(queued, this.#store, connection);
        const [only] = await this.#store.append(draft && draft.events.length > 0 ? [draft] : [], connection);
        if (only === 'command-seen') throw new RepeatedCommand();
        return only;
      });
      if (!draft) return;
      const taken = draft;
      if (verdict === 'head-moved') others.push(() => this.#tryAgain(taken));
      else {
        writer.advance(taken);
        written.push(taken);
      }
    } catch (error) {
      const left = draft ?? queued;
      if (error instanceof RepeatedCommand) others.push(() => this.#settleSeen(left));
      else this.#abandon(left, error);
    }
  }

  async #answer(drafts: readonly Draft[]): Promise<void> {
    let answered = 0;
    for (const { log, decided } of drafts) {
      for (const { pending, positions } of decided) {
        if (positions.length === 0) continue;
        pending.settle({ ok: true, audience: log.audience, positions });
        if (++answered % ANSWERS_PER_TURN === 0) await nextTurn();
      }
    }
    await Promise.all(
      drafts.map(({ writer, decided }) =>
        this.#settleWithoutEvents(
          writer,
          decided.filter(({ positions }) => positions.length === 0),
        ),
      ),
    );
  }

  async #settleUnlessMoved(draft: Draft): Promise<void> {
    const { writer, decided } = draft;
    try {
      await writer.readUp(this.#store);
      if (!writer.isCurrent(draft)) return await writer.giveUp(draft, async () => pendingOf(draft));
      writer.advance(draft);
    } catch (error) {
      return this.#abandon(draft, error);
    }
    await this.#settleWithoutEvents(writer, decided);
  }

  async #tryAgain(draft: Draft): Promise<void> {
    const { writer } = draft;
    writer.lose();
    try {
      await writer.giveUp(draft, async () => {
        await writer.readUp(this.#store);
        // Nobody has written, and yet the head is not where it was: what is known of this log can't be right.
        if (writer.isCurrent(draft))
          throw new Error(`The head of ${writer.log.seminar} ${writer.log.audience} has another hash`);
        return pendingOf(draft);
      });
    } catch (error) {
      this.#abandon(draft, error);
    }
  }

  /** One of the commands has been carried out before, through another gateway or in another life of this one. */
  async #settleSeen(draft: Draft): Promise<void> {
    const { writer, decided } = draft;
    try {
      await writer.giveUp(draft, async () => {
        await writer.readUp(this.#store);
        const seen = await this.#store.commandsSeen(
          writer.log.seminar,
          decided.map(({ pending }) => pending.command.id),
        );
        return pendingOf(draft).filter((pending) => !settleIfSeen(pending, seen.get(pending.command.id)));
      });
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

  /** What waits behind it was decided on a state that may not be: it is left to a new writer, as what its senders send again. */
  #abandon(draft: Draft, error: unknown): void {
    const { writer } = draft;
    this.#distrust(writer);
    this.#ready.delete(writer);
    for (const pending of new Set([...pendingOf(draft), ...writer.takeAll()])) pending.fail(error);
  }
}

class RepeatedCommand extends Error {}

function settleIfSeen({ command, settle }: Pending, seen: SeenCommand | undefined): boolean {
  if (!seen) return false;
  const outcome: Outcome =
    seen.by === command.by
      ? { ok: true, audience: seen.audience, positions: seen.positions }
      : { ok: false, error: protocolError('command/id-taken') };
  settle(outcome);
  return true;
}
