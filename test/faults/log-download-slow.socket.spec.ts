/** A large log on its way to somebody who takes it slowly: the server reads on as they do, and holds no more than a piece of it. */
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { v4, v7 } from 'uuid';
import { EventStore, seal } from '#log';
import { createPool } from '#platform';
import { AnnotationId, CommandId, EVERYONE, type RecordedEvent } from '#seminar';
import { type ClassRoom, openClassRoom } from '../support/class-room.ts';
import { type GatewayProcess, startGateway } from '../support/gateway-process.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

const PATIENCE = 120_000;
const MEGABYTE = 1024 * 1024;
/** Some 200 MB as a file. */
const EVENTS = 20_000;
const BODY = 'He seems to need both. '.repeat(400);
const APPENDED_AT_ONCE = 1_000;
/** What the server may take for one reader, at most: a piece being read, one being sent, and what waits to be swept up. */
const MOST = 100 * MEGABYTE;

let database: TestDatabase;
let gateway: GatewayProcess;
let room: ClassRoom;

beforeAll(async () => {
  database = await createTestDatabase();
  gateway = await startGateway(database.url, { LOG_LEVEL: 'error' });
  room = await openClassRoom(gateway.url, 1);
  const pool = createPool(database.url, 1);
  await write(new EventStore(pool));
  await pool.end();
}, PATIENCE);
afterAll(async () => {
  await gateway.stop();
  await database.drop();
});

/** Writes long comments behind what is there. */
async function write(store: EventStore): Promise<void> {
  const log = { seminar: room.seminar, audience: EVERYONE };
  const [opening] = await store.read(log, 0, 1);
  let head = await store.head(log);
  let hash = await store.hashAt(log, head);
  for (let written = 0; written < EVENTS; written += APPENDED_AT_ONCE) {
    if (!opening || hash === undefined) throw new Error('The seminar is not open');
    const from = head;
    const comments = Array.from({ length: APPENDED_AT_ONCE }, (_, n): RecordedEvent => {
      const command = room.comment(AnnotationId.parse(v4()));
      if (command.type !== 'annotation.create') throw new Error('That is no comment');
      const { annotation, motivation, target, tags } = command.data;
      return {
        type: 'annotation.created',
        version: 1,
        data: { annotation, motivation, target, tags },
        personal: { body: BODY },
        ...{ position: from + n + 1, by: opening.by, at: new Date().toISOString(), command: CommandId.parse(v7()) },
      };
    });
    const events = seal(hash, comments);
    await store.append([{ log, head, hash, events }]);
    head += events.length;
    hash = events.at(-1)?.hash;
  }
}

/** Resident memory of the gateway, in bytes, as it tells Prometheus. */
async function memory(): Promise<number> {
  const metrics = await (await fetch(new URL('/api/metrics', gateway.url))).text();
  return Number(/^process_resident_memory_bytes (\S+)$/m.exec(metrics)?.[1]);
}

async function download(): Promise<IncomingMessage> {
  const request = get(new URL(`/api/seminars/${room.seminar}/log`, gateway.url), {
    headers: { cookie: room.instructor.cookie },
  });
  const [answer] = await once(request, 'response');
  return answer;
}

it(
  'takes no more memory for being long, nor for being read slowly',
  async () => {
    // To open a seminar takes memory of its own.
    await room.instructor.json('GET', `/api/seminars/${room.seminar}/members`);
    const before = await memory();
    const answer = await download();
    let most = 0;
    const look = async () => {
      most = Math.max(most, await memory());
    };
    // Nobody reads: what the server sends on regardless, it has to hold.
    for (let n = 0; n < 10; n++) {
      await sleep(100);
      await look();
    }
    let bytes = 0;
    let looked = 0;
    let last = '';
    for await (const piece of answer) {
      bytes += piece.length;
      last = piece.toString().slice(-200);
      if (bytes - looked < 5 * MEGABYTE) continue;
      looked = bytes;
      await look();
    }
    expect(bytes).toBeGreaterThan(EVENTS * BODY.length);
    expect(last).toMatch(/"head":\d+}\n$/);
    expect(most - before).toBeLessThan(MOST);
  },
  PATIENCE,
);
