/** One room through two gateways: people see each other wherever they are connected. */
import { v4 } from 'uuid';
import { AnnotationId, type MemberId } from '#seminar';
import { type ClassRoom, openClassRoom } from '../../../../test/support/class-room.ts';
import { type GatewayProcess, startGateway } from '../../../../test/support/gateway-process.ts';
import { type Person, RoomConnection } from '../../../../test/support/protocol-client.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/test-database.ts';

const SETTINGS = { PRESENCE_INTERVAL_MS: 50, PRESENCE_ALIVE_MS: 300 };

let database: TestDatabase;
let here: GatewayProcess;
let there: GatewayProcess;
let room: ClassRoom;
beforeAll(async () => {
  database = await createTestDatabase();
  [here, there] = await Promise.all([startGateway(database.url, SETTINGS), startGateway(database.url, SETTINGS)]);
  room = await openClassRoom(here.url, 3);
});
afterAll(async () => {
  await Promise.all([here.stop(), there.stop()]);
  await database.drop();
});

/** Comes in by one of the gateways. */
async function enter({ url }: GatewayProcess, person: Person | undefined): Promise<RoomConnection> {
  if (!person) throw new Error('There is nobody');
  return new RoomConnection({ url, cookie: person.cookie }, room.seminar).ready();
}

const memberOf = ({ member }: RoomConnection): MemberId => {
  if (!member) throw new Error('Not in the room yet');
  return member;
};
const until = async (holds: () => boolean) => {
  for (let n = 0; n < 1_000 && !holds(); n++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(holds()).toBe(true);
};
const sees = (who: RoomConnection, whom: RoomConnection) => who.here.find(({ member }) => member === memberOf(whom));
const tell = (who: RoomConnection, where: object) => who.raw('presence', { seminar: room.seminar, ...where });

it('shows who is there, where they read, write and lead, and when they go', async () => {
  const ada = await enter(here, room.people[0]);
  const ben = await enter(there, room.people[1]);
  await until(() => sees(ada, ben) !== undefined && sees(ben, ada) !== undefined);
  const typing = AnnotationId.parse(v4());
  await tell(ben, { section: 's-2', typing });
  await until(() => sees(ada, ben)?.section === 's-2' && sees(ada, ben)?.typing === typing);
  await tell(ada, { section: 's-1', leads: 'p-3' });
  await until(() => sees(ben, ada)?.leads === 'p-3');
  // On two devices by two gateways they are one.
  const phone = await enter(there, room.people[0]);
  await until(() => ben.here.length === 2 && ada.here.length === 2);
  phone.close();
  ben.close();
  await until(() => ada.here.length === 1);
  ada.close();
});

it('shows whoever came before the room was opened here', async () => {
  const ben = await enter(there, room.people[1]);
  await tell(ben, { section: 's-2' });
  await until(() => ben.here.length === 1);
  const ada = await enter(here, room.people[0]);
  await until(() => sees(ada, ben)?.section === 's-2');
  ada.close();
  ben.close();
});

it('forgets the people of a gateway that was killed', async () => {
  const third = await startGateway(database.url, SETTINGS);
  const ada = await enter(here, room.people[0]);
  const cleo = await enter(third, room.people[2]);
  await until(() => sees(ada, cleo) !== undefined);
  await third.stop('SIGKILL');
  cleo.close();
  await until(() => ada.here.length === 1);
  ada.close();
});
