/**
 * Two workers are killed again and again in the middle of their work and started again, while people write and somebody
 * folds the read models anew. In the end every event is folded once.
 */

import pg from 'pg';
import { v4 } from 'uuid';
import { EventStore } from '#log';
import { PROJECTIONS, Projector, Rebuilder } from '#read-models';
import { AnnotationId, type SeminarId } from '#seminar';
import { forget, rowsOf } from '../../libs/read-models/src/testing/rows.ts';
import { type ClassRoom, enter, openClassRoom } from '../support/class-room.ts';
import { type GatewayProcess, startGateway } from '../support/gateway-process.ts';
import { startProgram } from '../support/program-process.ts';
import { createTestDatabase } from '../support/test-database.ts';

const ROOMS = 3;
const KILLS = 2;
const SETTINGS = { COMMANDS_PER_MINUTE: 1_000_000, SNAPSHOT_AFTER: 1_000_000, LOG_LEVEL: 'silent' };

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let gateway: GatewayProcess;
let pool: pg.Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  gateway = await startGateway(database.url, SETTINGS);
  pool = new pg.Pool({ connectionString: database.url, max: 5 });
});
afterAll(async () => {
  await pool.end();
  await gateway.stop();
  await database.drop();
});

const soon = (most: number) => new Promise((resolve) => setTimeout(resolve, Math.random() * most));

const startWorker = () =>
  startProgram('worker', { ...SETTINGS, DATABASE_URL: database.url, PROJECT_AFTER_MS: 0, SWEEP_INTERVAL_MS: 100 });

it('folds every event once', async () => {
  const rooms = await Promise.all(Array.from({ length: ROOMS }, () => openClassRoom(gateway.url, 3)));
  let killing = true;
  let written = 0;

  const write = async (room: ClassRoom) => {
    const connections = await enter(room);
    while (killing) {
      for (const connection of connections) {
        const done = await connection.command(room.comment(AnnotationId.parse(v4())));
        if (done.ok) written += 1;
      }
      await soon(60);
    }
    for (const connection of connections) connection.close();
  };
  const live = async () => {
    for (let kills = 0; kills < KILLS; kills++) {
      const worker = await startWorker();
      await soon(800);
      await worker.stop('SIGKILL');
    }
  };
  const rebuilder = new Rebuilder(pool, new EventStore(pool));
  const rebuild = async () => {
    while (killing) {
      for (const projection of PROJECTIONS) {
        for (const { seminar } of rooms) await rebuilder.rebuild(projection, seminar);
      }
      await soon(300);
    }
  };
  const killings = Promise.all([live(), live()]).finally(() => {
    killing = false;
  });
  await Promise.all([killings, rebuild(), ...rooms.map(write)]);

  const seminars = rooms.map(({ seminar }) => seminar);
  const projector = new Projector(pool, new EventStore(pool));
  const projectAll = async (all: readonly SeminarId[]) => {
    for (const projection of PROJECTIONS) for (const seminar of all) await projector.project(projection, seminar);
  };
  await projectAll(seminars);
  const { rows } = await pool.query('SELECT sum(annotations)::integer AS annotations FROM seminar_overview');
  expect(written).toBeGreaterThan(100);
  expect(rows[0]?.annotations).toBe(written);
  for (const projection of PROJECTIONS) {
    const found = await rowsOf(projection, pool, seminars);
    for (const seminar of seminars) await forget(projection, pool, seminar);
    await projectAll(seminars);
    expect(await rowsOf(projection, pool, seminars)).toEqual(found);
  }
});
