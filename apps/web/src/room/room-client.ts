/**
 * The one place that talks to the socket. It joins with the positions it holds, catches up, follows the feed, and sends
 * what is in the outbox, in order, each command with the same id until the server has answered for it.
 */
import { type Answer, type Done, type EventsFrame, isTemporary, type Joined, type PresenceReport } from '#protocol';
import {
  type Audience,
  audiencesFor,
  DEFAULT_LIMITS,
  EVERYONE,
  type Limits,
  type MemberId,
  type RecordedEvent,
  type Role,
  type SeminarId,
} from '#seminar';
import { createStore, type Store } from '../store/store.ts';
import { type Applied, applyCatchUp, applyEvents, commandsOf } from './log.ts';
import type { Outbox, Pending } from './outbox.ts';
import { keepOnly, type Logs, logOf, noLogs, overlay, withLog } from './overlay.ts';
import type { RoomPort } from './port.ts';
import type { Rules } from './rules.ts';
import type { RoomSnapshot } from './snapshot.ts';

/** How long to wait before asking again after a 'not now', in milliseconds: doubling up to the last. */
const PAUSE = { first: 1_000, most: 15_000 };

export class RoomClient {
  readonly store: Store<RoomSnapshot>;
  readonly #seminar: SeminarId;
  readonly #port: RoomPort;
  readonly #outbox: Outbox;
  readonly #rules: Rules;
  /** Counts connections and joins, so that an answer that comes too late is known. */
  #epoch = 0;
  /** Frames that came before the join was answered. */
  #early: EventsFrame[] | undefined = [];
  #connected = false;
  /** The round of sending that is under way; forgotten when the connection is lost. */
  #round: object | undefined;
  #pause = PAUSE.first;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #whereabouts: Omit<PresenceReport, 'seminar'> = {};

  constructor(options: {
    seminar: SeminarId;
    you: { member: MemberId; role: Role };
    port: RoomPort;
    outbox: Outbox;
    rules: Rules;
  }) {
    this.#seminar = options.seminar;
    this.#port = options.port;
    this.#outbox = options.outbox;
    this.#rules = options.rules;
    this.store = createStore<RoomSnapshot>({
      connection: 'joining',
      problem: undefined,
      you: options.you,
      limits: DEFAULT_LIMITS,
      confirmed: noLogs,
      shown: noLogs,
      pending: options.outbox.entries,
      here: [],
      past: undefined,
      arrived: false,
    });
  }

  /** Begins with what an earlier visit held; the server is then asked for what came after it. */
  begin(logs: Logs, limits: Limits): void {
    this.#show({ limits, arrived: true });
    this.#layOver(logs);
  }

  open(): void {
    this.#port.open({
      connected: () => {
        this.#connected = true;
        void this.#join();
      },
      disconnected: () => this.#lost(),
      events: (frame) => this.#follow(frame),
      presence: ({ seminar, here }) => {
        if (seminar === this.#seminar) this.#show({ here });
      },
    });
  }

  close(): void {
    this.#epoch++;
    clearTimeout(this.#timer);
    this.#port.close(this.#seminar);
  }

  /** Wants something to happen. It is kept, shown at once, and sent as soon as that is possible. */
  send(request: Pending['request'], at: string): void {
    this.#outbox.add(request, at);
    this.#layOver();
    void this.#flush();
  }

  /** Sends a refused command again under a new id, or lets it go. */
  retry(was: Pending, id: Pending['request']['id'], at: string): void {
    this.#outbox.remove(was.request.id);
    this.send({ ...was.request, id }, at);
  }

  discard(was: Pending): void {
    this.#outbox.remove(was.request.id);
    this.#layOver();
  }

  /** Tells the others where I am: what is not named stays as it was. Told again after every reconnect. */
  report(change: Omit<PresenceReport, 'seminar'>): void {
    this.#whereabouts = { ...this.#whereabouts, ...change };
    if (this.store.get().connection === 'live') this.#port.presence({ seminar: this.#seminar, ...this.#whereabouts });
  }

  async #join(): Promise<void> {
    const epoch = ++this.#epoch;
    const { confirmed } = this.store.get();
    this.#early = [];
    const logs = [
      { audience: EVERYONE, position: confirmed.everyone.state.position },
      ...[...confirmed.smaller].map(([audience, { state }]) => ({ audience, position: state.position })),
    ];
    const answer = await this.#port.join({ seminar: this.#seminar, logs }).catch(() => undefined);
    if (epoch !== this.#epoch) return;
    if (!answer) return this.#later(() => this.#join());
    if (answer.ok) return this.#joined(answer);
    if (answer.error.code === 'log/position-ahead') {
      // The log was restored from an older copy: what we hold is no longer its beginning.
      this.#show({ confirmed: noLogs });
      return this.#later(() => this.#join());
    }
    const again = isTemporary(answer.error.code) && answer.error.code !== 'session/none';
    if (again) return this.#later(() => this.#join());
    this.#show({ connection: 'refused', problem: answer.error });
  }

  #joined({ you, limits, logs }: Joined): void {
    const early = this.#early ?? [];
    this.#early = undefined;
    this.#show({ you, limits, problem: undefined });
    for (const missed of logs) {
      if (!this.#take(missed.audience, applyCatchUp(this.#held(missed.audience), missed))) return;
    }
    this.#show({ connection: 'live', arrived: true });
    for (const frame of early) this.#follow(frame);
    this.#pause = PAUSE.first;
    this.#layOver();
    this.#port.presence({ seminar: this.#seminar, ...this.#whereabouts });
    void this.#flush();
  }

  #follow(frame: EventsFrame): void {
    if (frame.seminar !== this.#seminar) return;
    if (this.#early) this.#early.push(frame);
    else this.#take(frame.audience, applyEvents(this.#held(frame.audience), frame.events));
  }

  /** Takes over what was applied; after a gap joins again and says false. */
  #take(audience: Audience, { log, gap, events }: Applied): boolean {
    const { confirmed, you } = this.store.get();
    const before = confirmed.everyone.state;
    const taken = withLog(confirmed, audience, log);
    const mine = audiencesFor(taken.everyone.state, you.member);
    this.#outbox.settle(commandsOf(events), (of) => logOf(taken, of).state.position);
    this.#layOver(keepOnly(taken, mine));
    // A log that I may read from now on is followed from the next join on.
    const more = events.some(changesReaders) && mine.length > audiencesFor(before, you.member).length;
    if (more && !gap) this.#later(() => this.#join());
    if (gap) {
      this.#early = [];
      this.#later(() => this.#join());
    }
    return !gap;
  }

  async #flush(): Promise<void> {
    if (this.#round) return;
    const round = {};
    this.#round = round;
    for (let next = this.#sendable(); next; next = this.#sendable()) {
      const { request } = next;
      const answer = await this.#port.command(request).catch(() => undefined);
      const settled = answer !== undefined && this.#settled(request, answer);
      if (this.#round !== round) return;
      if (settled) continue;
      if (this.#connected) this.#later(() => this.#flush());
      break;
    }
    this.#round = undefined;
  }

  /** Takes the server's word on a command; false where it has to be asked again. */
  #settled(request: Pending['request'], answer: Answer<Done>): boolean {
    if (answer.ok) {
      this.#outbox.acknowledge(request.id, answer.positions);
      this.#outbox.settle(new Set(), (of) => this.#held(of).state.position);
    } else if (isTemporary(answer.error.code)) {
      if (answer.error.code === 'session/none') this.#show({ connection: 'refused', problem: answer.error });
      return false;
    } else {
      this.#outbox.refuse(request.id, answer.error);
    }
    this.#pause = PAUSE.first;
    this.#layOver();
    return true;
  }

  #sendable(): Pending | undefined {
    return this.store.get().connection === 'live' ? this.#outbox.next : undefined;
  }

  #lost(): void {
    this.#connected = false;
    this.#epoch++;
    this.#early = [];
    this.#round = undefined;
    clearTimeout(this.#timer);
    if (this.store.get().connection !== 'refused') this.#show({ connection: 'reconnecting', here: [] });
  }

  #later(act: () => Promise<void>): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void act(), this.#pause);
    this.#pause = Math.min(this.#pause * 2, PAUSE.most);
  }

  #held = (audience: Audience) => logOf(this.store.get().confirmed, audience);

  /** Shows the confirmed logs with the outbox on top. */
  #layOver(confirmed: Logs = this.store.get().confirmed): void {
    const { you, limits } = this.store.get();
    const pending = this.#outbox.entries;
    const decide = this.#rules.now;
    const shown = decide ? overlay(confirmed, pending, you.member, limits, decide) : confirmed;
    this.#show({ confirmed, pending, shown });
    if (!decide && pending.length > 0) {
      // Without them, and without a network to get them by, what is waiting is shown as such and still sent.
      void this.#rules.load().then(
        () => this.#layOver(),
        () => {},
      );
    }
  }

  #show(change: Partial<RoomSnapshot>): void {
    this.store.set({ ...this.store.get(), ...change });
  }
}

const changesReaders = ({ type }: RecordedEvent): boolean =>
  type === 'member.joined' || type === 'role.given' || type === 'group.formed' || type === 'group.joined';
