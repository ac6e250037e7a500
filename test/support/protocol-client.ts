/**
 * A client written from docs/protocol.md alone: it holds 1..n of each log, applies what comes next, joins again on a gap,
 * and sends a command with the same id until it is answered.
 */

import { io, type Socket } from 'socket.io-client';
import { v4, v7 } from 'uuid';
import type {
  Answer,
  CommandRequest,
  Done,
  EventsFrame,
  Joined,
  MarksFrame,
  MembershipAnswer,
  PresenceFrame,
} from '#protocol';
import {
  type Audience,
  CommandId,
  EVERYONE,
  type MemberId,
  type RecordedEvent,
  type RoomCommand,
  SeminarId,
} from '#seminar';

/** Somebody signed in at a server: the session's cookie, and HTTP with it. */
export class Person {
  readonly url: string;
  #cookie: string | undefined;

  constructor(url: string) {
    this.url = url;
  }

  get cookie(): string {
    return this.#cookie ?? '';
  }

  /** The session as a browser is given it. */
  get browserCookie(): { name: string; value: string; url: string } {
    const [name = '', value = ''] = this.cookie.split('=');
    return { name, value, url: this.url };
  }

  async request(method: string, path: string, body?: unknown): Promise<Response> {
    const headers: Record<string, string> = { cookie: this.cookie };
    if (body !== undefined) headers['content-type'] = 'application/json';
    const init: RequestInit = { method, headers, redirect: 'manual' };
    if (body !== undefined) init.body = JSON.stringify(body);
    const response = await fetch(new URL(path, this.url), init);
    const [set] = response.headers.getSetCookie();
    if (set) this.#cookie = set.split(';')[0];
    return response;
  }

  /** The answer's JSON; throws with the error's code where it is refused. */
  async json<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await this.request(method, path, body);
    const answer = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
    return answer;
  }

  openSeminar(title: string, name: string): Promise<MembershipAnswer> {
    return this.json('POST', '/api/seminars', { command: v7(), seminar: v4(), title, name });
  }

  async invite(seminar: SeminarId, role: 'participant' | 'observer' | 'instructor' = 'participant'): Promise<string> {
    return (await this.json<{ token: string }>('POST', `/api/seminars/${seminar}/invites`, { role })).token;
  }

  join(token: string, name: string): Promise<MembershipAnswer> {
    return this.json('POST', `/api/invites/${token}/join`, { command: v7(), name });
  }
}

interface Waiting {
  request: CommandRequest;
  settle(answer: Answer<Done>): void;
}

/** How long an answer is waited for before the command is sent again. */
const ANSWER_TIMEOUT_MS = 3_000;

export class RoomConnection {
  readonly seminar: SeminarId;
  /** What is held of each log: position i + 1 at index i. */
  readonly held = new Map<Audience, RecordedEvent[]>();
  member: MemberId | undefined;
  /** Who is in the room, as it was told last. */
  here: PresenceFrame['here'] = [];
  /** What was told of this member's reading on any device, in order. */
  readonly marks: MarksFrame['marks'][] = [];
  readonly #socket: Socket;
  readonly #waiting = new Map<CommandId, Waiting>();
  readonly #onEvents: (events: RecordedEvent[]) => void;
  #joined = false;
  #joining = false;
  #early: EventsFrame[] = [];

  constructor(
    person: Pick<Person, 'url' | 'cookie'>,
    seminar: string,
    onEvents: (events: RecordedEvent[]) => void = () => undefined,
  ) {
    this.seminar = SeminarId.parse(seminar);
    this.#onEvents = onEvents;
    this.#socket = io(person.url, {
      forceNew: true,
      transports: ['websocket'],
      extraHeaders: { cookie: person.cookie },
      reconnectionDelay: 50,
      reconnectionDelayMax: 250,
    });
    this.#socket.on('connect', () => void this.#join());
    this.#socket.on('disconnect', () => {
      this.#joined = false;
    });
    this.#socket.on('events', (frame: EventsFrame) => this.#receive(frame));
    this.#socket.on('presence', ({ here }: PresenceFrame) => {
      this.here = here;
    });
    this.#socket.on('marks', ({ marks }: MarksFrame) => this.marks.push(marks));
  }

  /** Resolves when the room has been joined. */
  async ready(): Promise<this> {
    while (!this.#joined) await new Promise((resolve) => setTimeout(resolve, 5));
    return this;
  }

  log(audience: Audience = EVERYONE): RecordedEvent[] {
    return this.held.get(audience) ?? [];
  }

  /** Sends a command, again and again until it is answered. */
  command(command: RoomCommand, id = CommandId.parse(v7()), audience: Audience = EVERYONE): Promise<Answer<Done>> {
    return new Promise((settle) => {
      this.#waiting.set(id, { request: { ...command, id, seminar: this.seminar, audience }, settle });
      if (this.#joined) void this.#send(id);
    });
  }

  /** Sends it once more without waiting for the first answer, as a nervous client would. */
  repeat(id: CommandId): void {
    const waiting = this.#waiting.get(id);
    if (waiting) this.#socket.emit('command', waiting.request, () => undefined);
  }

  /** Cuts the connection as a dead network would, without a word of farewell; it comes back by itself. */
  cut(): void {
    this.#socket.io.engine.close();
  }

  /** Anything at all, for bad input. */
  raw(event: string, ...args: unknown[]): Promise<Answer<object>> {
    return this.#socket.timeout(ANSWER_TIMEOUT_MS).emitWithAck(event, ...args);
  }

  /** A packet of the socket.io protocol as it goes over the wire, or one that is none. */
  packet(text: string): void {
    this.#socket.io.engine.write(text);
  }

  close(): void {
    this.#socket.close();
  }

  async #join(): Promise<void> {
    if (this.#joining) return;
    this.#joining = true;
    this.#early = [];
    const logs = [...this.held].map(([audience, events]) => ({ audience, position: events.length }));
    const answer = await this.#ask<Joined>('join', { seminar: this.seminar, logs });
    this.#joining = false;
    if (!answer?.ok) {
      if (this.#socket.connected) setTimeout(() => void this.#join(), 100);
      return;
    }
    this.member = answer.you.member;
    for (const { audience, events } of answer.logs) {
      if (!events) throw new Error('A snapshot hides the log: set SNAPSHOT_AFTER high where every event is counted');
      this.#apply({ seminar: this.seminar, audience, events });
    }
    this.#joined = true;
    for (const frame of this.#early.splice(0)) this.#apply(frame);
    for (const id of this.#waiting.keys()) void this.#send(id);
  }

  async #send(id: CommandId): Promise<void> {
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    const answer = await this.#ask<Done>('command', waiting.request);
    const temporary = answer && !answer.ok && /^(server\/unavailable|request\/too-many)$/.test(answer.error.code);
    if (answer && !temporary) {
      this.#waiting.delete(id);
      waiting.settle(answer);
    } else if (this.#joined) {
      setTimeout(() => void this.#send(id), 100);
    }
  }

  #receive(frame: EventsFrame): void {
    if (this.#joined) this.#apply(frame);
    else this.#early.push(frame);
  }

  #apply({ audience, events }: EventsFrame): void {
    const log = this.held.get(audience) ?? [];
    this.held.set(audience, log);
    const news = events.filter(({ position }) => position > log.length);
    const [first] = news;
    if (first && first.position !== log.length + 1) {
      this.#joined = false;
      void this.#join();
      return;
    }
    log.push(...news);
    if (news.length > 0) this.#onEvents(news);
  }

  async #ask<T>(event: string, request: unknown): Promise<Answer<T> | undefined> {
    try {
      return await this.#socket.timeout(ANSWER_TIMEOUT_MS).emitWithAck(event, request);
    } catch {
      return undefined;
    }
  }
}
