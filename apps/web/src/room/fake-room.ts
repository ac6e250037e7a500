/** A room without a network, for specs: decides like the gateway, and loses what it is told to lose. */
import { type Answer, type CommandRequest, type Done, type Joined, type JoinRequest, protocolError } from '#protocol';
import {
  type Audience,
  beside,
  type CommandId,
  DEFAULT_LIMITS,
  decide,
  EVERYONE,
  type Event,
  evolve,
  evolveContents,
  type Folded,
  type MemberId,
  nothingFolded,
  type RecordedEvent,
  type SeminarId,
  toSnapshot,
} from '#seminar';
import type { RoomHandlers, RoomPort } from './port.ts';

export class FakeRoom {
  readonly #logs = new Map<Audience, RecordedEvent[]>();
  readonly #folded = new Map<Audience, Folded>();
  readonly #ports = new Set<FakePort>();
  /** Commands carried out, in order. */
  readonly done: CommandId[] = [];
  /** A catch-up longer than this is a snapshot. */
  snapshotFrom = Number.POSITIVE_INFINITY;
  busy = false;

  constructor(readonly seminar: SeminarId) {}

  log = (audience: Audience): readonly RecordedEvent[] => this.#logs.get(audience) ?? [];
  folded = (audience: Audience): Folded => this.#folded.get(audience) ?? nothingFolded;

  /** Appends as the server does, and sends one frame to everyone connected. */
  append(audience: Audience, by: MemberId, command: CommandId, events: readonly Event[]): number[] {
    const log = this.#logs.get(audience) ?? [];
    const recorded = events.map((event, i) => ({
      ...event,
      position: log.length + i + 1,
      at: '2026-01-01T00:00:00.000Z',
      by,
      command,
    })) as RecordedEvent[];
    this.#logs.set(audience, [...log, ...recorded]);
    for (const event of recorded) {
      const was = this.folded(audience);
      this.#folded.set(audience, {
        state: evolve(was.state, event),
        contents: evolveContents(was.contents, event),
      });
    }
    for (const port of this.#ports) port.frame(audience, recorded);
    return recorded.map(({ position }) => position);
  }

  connect(member: MemberId): FakePort {
    const port = new FakePort(this, member);
    this.#ports.add(port);
    return port;
  }

  catchUp({ logs }: JoinRequest, member: MemberId): Answer<Joined> {
    const role = this.folded(EVERYONE).state.roster.get(member);
    if (!role) return { ok: false, error: protocolError('policy/not-a-member') };
    return {
      ok: true,
      you: { member, role },
      limits: DEFAULT_LIMITS,
      logs: logs.map(({ audience, position }) => {
        const missed = this.log(audience).slice(position);
        const head = this.log(audience).length;
        return missed.length > this.snapshotFrom
          ? { audience, head, snapshot: toSnapshot(this.folded(audience)) }
          : { audience, head, events: missed };
      }),
    };
  }

  carryOut({ id, audience, seminar: _, ...intent }: CommandRequest, by: MemberId): Answer<Done> {
    if (this.busy) return { ok: false, error: protocolError('server/unavailable') };
    const earlier = this.log(audience).filter(({ command }) => command === id);
    if (earlier.length > 0) return { ok: true, audience, positions: earlier.map(({ position }) => position) };
    const main = this.folded(EVERYONE).state;
    const state = audience === EVERYONE ? main : beside(main, this.folded(audience).state);
    const decision = decide({ ...intent, id, audience, by, at: '2026-01-01T00:00:00.000Z' }, state);
    if (!decision.ok) return { ok: false, error: protocolError(decision.rejection.code) };
    this.done.push(id);
    return { ok: true, audience, positions: this.append(audience, by, id, decision.events) };
  }
}

/** One client's connection: what is sent waits in a queue until the spec delivers it, or cuts the line. */
export class FakePort implements RoomPort {
  #handlers: RoomHandlers | undefined;
  #up = false;
  #queue: { deliver: () => void; lose: () => void }[] = [];

  constructor(
    readonly room: FakeRoom,
    readonly member: MemberId,
  ) {}

  open(handlers: RoomHandlers): void {
    this.#handlers = handlers;
  }

  up(): void {
    if (this.#up) return;
    this.#up = true;
    this.#handlers?.connected();
  }

  /** Cuts the line: frames and answers under way never arrive. */
  cut(): void {
    if (!this.#up) return;
    this.#up = false;
    const lost = this.#queue.splice(0);
    this.#handlers?.disconnected();
    for (const { lose } of lost) lose();
  }

  /** Delivers the oldest of what is under way; false where there is nothing. */
  deliver(): boolean {
    const next = this.#queue.shift();
    next?.deliver();
    return next !== undefined;
  }

  join = (request: JoinRequest) => this.#ask(() => this.room.catchUp(request, this.member));
  command = (request: CommandRequest) => this.#ask(() => this.room.carryOut(request, this.member));
  presence(): void {}
  close(): void {
    this.#up = false;
  }

  frame(audience: Audience, events: RecordedEvent[]): void {
    if (!this.#up) return;
    const frame = { seminar: this.room.seminar, audience, events };
    this.#queue.push({ deliver: () => this.#handlers?.events(frame), lose: () => {} });
  }

  /** The request takes one delivery, its answer another: either can be lost. */
  #ask<T>(act: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      const lose = () => reject(new Error('connection lost'));
      if (!this.#up) return lose();
      this.#queue.push({
        lose,
        deliver: () => {
          const answer = act();
          this.#queue.push({ lose, deliver: () => resolve(answer) });
        },
      });
    });
  }
}
