/** A deletion is taken back with the words that stand in the log, whatever the client says that they were. */
import { v4 } from 'uuid';
import { createPool } from '#platform';
import { AnnotationId } from '#seminar';
import { type ClassRoom, enter, openClassRoom } from '../../../../test/support/class-room.ts';
import { type GatewayProcess, startGateway } from '../../../../test/support/gateway-process.ts';
import type { RoomConnection } from '../../../../test/support/protocol-client.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/test-database.ts';

let database: TestDatabase;
let gateway: GatewayProcess;
let room: ClassRoom;
let ada: RoomConnection;
let ben: RoomConnection;
beforeAll(async () => {
  database = await createTestDatabase();
  gateway = await startGateway(database.url);
  room = await openClassRoom(gateway.url, 2);
  [ada, ben] = (await enter(room)) as [RoomConnection, RoomConnection];
});
afterAll(async () => {
  for (const connection of [ada, ben]) connection.close();
  await gateway.stop();
  await database.drop();
});

const edit = (annotation: AnnotationId, body: string) =>
  ({ type: 'annotation.edit', data: { annotation, revision: 1, body } }) as const;
const remove = (annotation: AnnotationId) => ({ type: 'annotation.delete', data: { annotation } }) as const;
const restore = (annotation: AnnotationId, body: string) =>
  ({ type: 'annotation.restore', data: { annotation, body } }) as const;

/** Ben's words, edited, and deleted by Ada. */
async function deleted(): Promise<AnnotationId> {
  const annotation = AnnotationId.parse(v4());
  await ben.command(room.comment(annotation, 'A place to answer.'));
  await ben.command(edit(annotation, 'A place to answer back.'));
  await ada.command(remove(annotation));
  return annotation;
}

it('puts nothing into the mouth of another', async () => {
  const annotation = await deleted();
  expect(await ben.command(restore(annotation, 'A place to answer back.'))).toMatchObject({
    error: { code: 'annotation/deleted-by-another' },
  });
  const answer = await ada.command(restore(annotation, 'I was wrong.'));
  const [position = 0] = answer.ok ? answer.positions : [];
  while (ada.log().length < position) await new Promise((resolve) => setTimeout(resolve, 10));
  const event = ada.log().find((one) => one.position === position);
  expect(event).toMatchObject({ type: 'annotation.restored', personal: { body: 'A place to answer back.' } });
});

it('knows nothing of what was never written', async () => {
  expect(await ada.command(restore(AnnotationId.parse(v4()), 'Out of thin air.'))).toMatchObject({
    error: { code: 'annotation/unknown' },
  });
});

it('brings nothing back that has been erased', async () => {
  const annotation = await deleted();
  const pool = createPool(database.url, 1, { name: 'catena test', onError: () => undefined });
  await pool.query(`UPDATE event SET personal = NULL, salt = NULL WHERE data ->> 'annotation' = $1`, [annotation]);
  await pool.end();
  expect(await ada.command(restore(annotation, 'A place to answer back.'))).toMatchObject({
    error: { code: 'annotation/words-erased' },
  });
});
