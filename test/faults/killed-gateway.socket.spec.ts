/**
 * Fifty people write two thousand commands while their connections are cut, commands are sent twice, and the gateway is
 * killed and started again in the middle. Nothing acknowledged may be lost or doubled, and everybody ends with the same
 * feed, 1 to n.
 */

import { v4, v7 } from 'uuid';
import { AnnotationId, CommandId, EVERYONE, type RecordedEvent } from '#seminar';
import { type ClassRoom, enter, openClassRoom } from '../support/class-room.ts';
import { type GatewayProcess, startGateway } from '../support/gateway-process.ts';
import type { RoomConnection } from '../support/protocol-client.ts';
import { createTestDatabase } from '../support/test-database.ts';

const CLIENTS = 50;
const COMMANDS = 2_000;
const SETTINGS = { COMMANDS_PER_MINUTE: 1_000_000, SNAPSHOT_AFTER: 1_000_000, DEMO: 'off' };

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let gateway: GatewayProcess;
beforeAll(async () => {
  database = await createTestDatabase();
  gateway = await startGateway(database.url, SETTINGS);
});
afterAll(async () => {
  await gateway.stop();
  await database.drop();
});

const soon = (most: number) => new Promise((resolve) => setTimeout(resolve, Math.random() * most));

async function wholeLog({ instructor, seminar }: ClassRoom): Promise<RecordedEvent[]> {
  const log: RecordedEvent[] = [];
  for (;;) {
    const path = `/api/seminars/${seminar}/events?after=${log.length}&limit=1000`;
    const { events } = await instructor.json<{ events: RecordedEvent[] }>('GET', path);
    if (events.length === 0) return log;
    log.push(...events);
  }
}

it('keeps every acknowledged command once, and every feed without a gap', async () => {
  const room = await openClassRoom(gateway.url, CLIENTS);
  const connections = await enter(room);
  const acknowledged = new Map<CommandId, number[]>();
  let writing = true;

  const write = async (connection: RoomConnection) => {
    for (let n = 0; n < COMMANDS / CLIENTS; n++) {
      await soon(100);
      const id = CommandId.parse(v7());
      const answer = connection.command(room.comment(AnnotationId.parse(v4()), `The ${n}th thing to say.`), id);
      if (Math.random() < 0.2) connection.repeat(id);
      const done = await answer;
      if (!done.ok) throw new Error(`${done.error.code}: ${done.error.message}`);
      acknowledged.set(id, done.positions);
    }
  };
  const disturb = async () => {
    while (writing) {
      await soon(50);
      connections[Math.floor(Math.random() * CLIENTS)]?.cut();
    }
  };
  const kill = async () => {
    while (acknowledged.size < COMMANDS / 3) await soon(20);
    const { port } = gateway;
    await gateway.stop('SIGKILL');
    await soon(500);
    gateway = await startGateway(database.url, { ...SETTINGS, port });
  };

  const disturbing = disturb();
  await Promise.all([...connections.map(write), kill()]);
  writing = false;
  await disturbing;

  const log = await wholeLog(room);
  expect(log.map(({ position }) => position)).toEqual(log.map((_, index) => index + 1));
  expect(acknowledged.size).toBe(COMMANDS);
  const positions = new Map<CommandId, RecordedEvent[]>();
  for (const event of log) positions.set(event.command, [...(positions.get(event.command) ?? []), event]);
  for (const [id, answered] of acknowledged) {
    expect(positions.get(id)?.map(({ position }) => position)).toEqual(answered);
    expect(answered).toHaveLength(1);
  }
  expect(log.filter(({ type }) => type === 'annotation.created')).toHaveLength(COMMANDS);

  for (const connection of connections) {
    while (connection.log(EVERYONE).length < log.length) await soon(50);
    expect(connection.log(EVERYONE)).toEqual(log);
    connection.close();
  }
});
