/**
 * `live`: from a command sent to its event seen, by each of 200 sockets in one room. Beside it, in interleaved rounds, the
 * least that a chat server does: the same message through bare socket.io, with one INSERT and without.
 */

import { io, type Socket } from 'socket.io-client';
import { v4, v7 } from 'uuid';
import { AnnotationId, CommandId, type RecordedEvent } from '#seminar';
import { enter, openClassRoom } from '../support/class-room.ts';
import { startGateway } from '../support/gateway-process.ts';
import type { Bench } from './bench.ts';
import { startBareServer } from './peers/start-bare-server.ts';
import { compare } from './report.ts';
import { median, quantile } from './statistics.ts';

const SOCKETS = 200;
const ROUNDS = 7;
/** Commands of one round, one at a time. */
const QUIET = 10;
/** Commands of one round at a steady pace: a class where everybody writes at once. */
const LIVELY = 60;
const LIVELY_PER_SECOND = 30;
/** As many bytes as an event of ours. */
const MESSAGE = 'x'.repeat(600);
/** What is measured is the way of a command, not how many one person may send. */
const UNBOUNDED = { COMMANDS_PER_MINUTE: 1_000_000, SNAPSHOT_AFTER: 1_000_000 };

/** A room of sockets, whoever serves it. */
interface Room {
  name: string;
  /** Sends one message from the nth socket. `id` is how it is recognised when it comes back. */
  send(n: number, id: string): void;
  close(): Promise<void>;
}

/** Who has seen which message when. */
class Watch {
  readonly #sent = new Map<string, number>();
  readonly #left = new Map<string, number>();
  readonly #resolve = new Map<string, () => void>();
  latencies: number[] = [];

  /** Resolves when every socket has seen it. */
  expect(id: string): Promise<void> {
    this.#sent.set(id, performance.now());
    this.#left.set(id, SOCKETS);
    return new Promise((resolve) => this.#resolve.set(id, resolve));
  }

  seen(id: string): void {
    const sent = this.#sent.get(id);
    const left = this.#left.get(id);
    if (sent === undefined || left === undefined) return;
    this.latencies.push(performance.now() - sent);
    this.#left.set(id, left - 1);
    if (left === 1) this.#resolve.get(id)?.();
  }
}

export const live: Bench = async ({ databaseUrl, progress }) => {
  const watch = new Watch();
  progress(`seating ${SOCKETS} people in a room of each kind`);
  const rooms = [
    await catenaRoom(databaseUrl, watch),
    await bareRoom('bare socket.io + INSERT', watch, databaseUrl),
    await bareRoom('bare socket.io', watch),
  ];
  const quiet = new Map(rooms.map(({ name }): [string, number[][]] => [name, []]));
  const lively = new Map(rooms.map(({ name }): [string, number[][]] => [name, []]));
  for (let round = 1; round <= ROUNDS; round++) {
    progress(`round ${round} of ${ROUNDS}`);
    for (const room of rooms) {
      quiet.get(room.name)?.push(await measured(watch, () => oneByOne(room, watch, QUIET)));
      lively.get(room.name)?.push(await measured(watch, () => atAPace(room, watch, LIVELY)));
    }
  }
  for (const room of rooms) await room.close();

  const figure = (rounds: number[][] = [], share: number) => median(rounds.map((round) => quantile(round, share)));
  const [ours, ...peers] = rooms.map(({ name }) => name);
  return [
    { what: 'one at a time', rounds: quiet, goals: { 0.5: 50, 0.99: 100 } },
    { what: `${LIVELY_PER_SECOND} commands/s`, rounds: lively, goals: { 0.5: 50, 0.99: 150 } },
  ].flatMap(({ what, rounds, goals }) =>
    ([0.5, 0.99] as const).flatMap((share) =>
      peers.map((peer) =>
        compare(
          `live, ${what}: sent to seen, p${share * 100} of ${SOCKETS} sockets`,
          'ms',
          figure(rounds.get(ours ?? ''), share),
          peer,
          figure(rounds.get(peer), share),
          { of: 'value', atMost: goals[share] },
        ),
      ),
    ),
  );
};

async function measured(watch: Watch, run: () => Promise<void>): Promise<number[]> {
  watch.latencies = [];
  await run();
  return watch.latencies;
}

async function oneByOne(room: Room, watch: Watch, count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    const id = v7();
    const seen = watch.expect(id);
    room.send(n * 17, id);
    await seen;
  }
}

async function atAPace(room: Room, watch: Watch, count: number): Promise<void> {
  const all: Promise<void>[] = [];
  for (let n = 0; n < count; n++) {
    const id = v7();
    all.push(watch.expect(id));
    room.send(n * 13, id);
    await new Promise((resolve) => setTimeout(resolve, 1_000 / LIVELY_PER_SECOND));
  }
  await Promise.all(all);
}

async function catenaRoom(databaseUrl: string, watch: Watch): Promise<Room> {
  const seen = (events: RecordedEvent[]) => {
    for (const { command } of events) watch.seen(command);
  };
  const gateway = await startGateway(databaseUrl, UNBOUNDED);
  const classRoom = await openClassRoom(gateway.url, SOCKETS);
  const connections = await enter(classRoom, seen);
  return {
    name: 'catena',
    send(n, id) {
      const comment = classRoom.comment(AnnotationId.parse(v4()));
      void connections[n % SOCKETS]?.command(comment, CommandId.parse(id));
    },
    async close() {
      for (const connection of connections) connection.close();
      await gateway.stop();
    },
  };
}

async function bareRoom(name: string, watch: Watch, databaseUrl?: string): Promise<Room> {
  const server = await startBareServer(databaseUrl);
  const sockets = await Promise.all(
    Array.from({ length: SOCKETS }, () => {
      const socket: Socket = io(server.url, { forceNew: true, transports: ['websocket'] });
      socket.on('events', ({ events }: { events: { command: string }[] }) => {
        for (const { command } of events) watch.seen(command);
      });
      return new Promise<Socket>((resolve) => socket.on('connect', () => resolve(socket)));
    }),
  );
  return {
    name,
    send(n, id) {
      sockets[n % SOCKETS]?.emit('command', { command: id, body: MESSAGE }, () => undefined);
    },
    async close() {
      for (const socket of sockets) socket.close();
      server.stop();
    },
  };
}
