/** One person on several devices, by two gateways: what is read on one is told to the others, and to nobody else. */
import { v4 } from 'uuid';
import { EVERYONE, noMarks, readUpTo } from '#seminar';
import { type ClassRoom, openClassRoom } from '../../../../test/support/class-room.ts';
import { type GatewayProcess, startGateway } from '../../../../test/support/gateway-process.ts';
import { type Person, RoomConnection } from '../../../../test/support/protocol-client.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/test-database.ts';

let database: TestDatabase;
let here: GatewayProcess;
let there: GatewayProcess;
let room: ClassRoom;
beforeAll(async () => {
  database = await createTestDatabase();
  [here, there] = await Promise.all([startGateway(database.url), startGateway(database.url)]);
  room = await openClassRoom(here.url, 2);
});
afterAll(async () => {
  await Promise.all([here.stop(), there.stop()]);
  await database.drop();
});

const person = (n: number): Person => {
  const found = room.people[n];
  if (!found) throw new Error('There is nobody');
  return found;
};
const enter = ({ url }: GatewayProcess, { cookie }: Person) =>
  new RoomConnection({ url, cookie }, room.seminar).ready();
const read = (who: Person, subject: string, position: number) =>
  who.json(
    'POST',
    `/api/seminars/${room.seminar}/read-marks`,
    readUpTo(noMarks, { audience: EVERYONE, subject, position }),
  );
const hears = async ({ marks }: RoomConnection, subject: string, position: number) => {
  for (let n = 0; n < 500 && marks.at(-1)?.subjects[subject]?.upTo !== position; n++)
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect(marks.at(-1)?.subjects[subject]).toEqual({ upTo: position, again: 0 });
};

it('tells a person’s devices by any gateway, merged, and nobody else', async () => {
  const [ada, ben] = [person(0), person(1)];
  const [desk, phone, other] = await Promise.all([enter(here, ada), enter(there, ada), enter(there, ben)]);
  const [first, second] = [v4(), v4()];
  await read(ada, first, 3);
  await Promise.all([hears(desk, first, 3), hears(phone, first, 3)]);
  await read(ada, second, 5);
  await hears(phone, second, 5);
  expect(phone.marks.at(-1)?.subjects[first]).toEqual({ upTo: 3, again: 0 });
  // Ben's own mark comes after hers by the same way, and is the first that he is told.
  await read(ben, first, 9);
  await hears(other, first, 9);
  expect(other.marks).toHaveLength(1);
  for (const device of [desk, phone, other]) device.close();
});

it('says nothing where nothing is news, and nothing to a device that has left the room', async () => {
  const ada = person(0);
  const [desk, gone] = await Promise.all([enter(here, ada), enter(here, ada)]);
  await gone.raw('leave', { seminar: room.seminar });
  const [subject, next] = [v4(), v4()];
  await read(ada, subject, 4);
  await read(ada, subject, 4);
  await read(ada, subject, 2);
  await read(ada, next, 6);
  await hears(desk, next, 6);
  expect(desk.marks).toHaveLength(2);
  expect(gone.marks).toHaveLength(0);
  desk.close();
  gone.close();
});
