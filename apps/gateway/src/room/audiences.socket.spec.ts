/** What is said to few reaches those few alone, on every socket and by every way. */
import { v4 } from 'uuid';
import {
  AnnotationId,
  type Audience,
  asideWith,
  forGroup,
  GroupId,
  INSTRUCTORS,
  type MemberId,
  onlyFor,
} from '#seminar';
import { type ClassRoom, enter, openClassRoom } from '../../../../test/support/class-room.ts';
import { type GatewayProcess, startGateway } from '../../../../test/support/gateway-process.ts';
import { type Person, RoomConnection } from '../../../../test/support/protocol-client.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/test-database.ts';

let database: TestDatabase;
let gateways: GatewayProcess[];
let room: ClassRoom;
beforeAll(async () => {
  database = await createTestDatabase();
  gateways = await Promise.all([startGateway(database.url), startGateway(database.url)]);
  room = await openClassRoom(gateways[0]?.url ?? '', 4);
});
afterAll(async () => {
  await Promise.all(gateways.map((gateway) => gateway.stop()));
  await database.drop();
});

const id = () => AnnotationId.parse(v4());
const say = (who: RoomConnection, body: string, audience: Audience) =>
  who.command(room.comment(id(), body), undefined, audience);
const memberOf = ({ member }: RoomConnection): MemberId => member ?? never();
const move = (by: RoomConnection, type: 'group.join' | 'group.leave', group: GroupId, of: RoomConnection) =>
  by.command({ type, data: { group, member: memberOf(of) } });
const bodies = (of: RoomConnection, audience: Audience) => of.log(audience).map(({ personal }) => personal?.body);
/** Comes in anew, as a client does that was told that it may read more. */
const again = (person: Person | undefined) => new RoomConnection(person ?? never(), room.seminar).ready();
const soon = async (holds: () => boolean) => {
  for (let n = 0; n < 400 && !holds(); n++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(holds()).toBe(true);
};
/** Everything that a connection was ever sent, of whatever log. */
const everything = (of: RoomConnection) => [...of.held.keys()].sort();

it('what is said to few is sent to those few alone', async () => {
  const [ada, ben, cleo, dora] = (await enter(room)) as [
    RoomConnection,
    RoomConnection,
    RoomConnection,
    RoomConnection,
  ];
  const group = GroupId.parse(v4());
  await ada.command({ type: 'group.form', data: { group, name: 'Tuesday', open: true } });
  await Promise.all([move(ada, 'group.join', group, ben), move(cleo, 'group.join', group, cleo)]);
  for (const connection of [ben, cleo]) connection.close();
  const [ben2, cleo2] = await Promise.all([again(room.people[1]), again(room.people[2])]);

  expect(await say(ben2, 'To us', forGroup(group))).toMatchObject({ ok: true, positions: [1] });
  expect(await say(ben2, 'To you', asideWith(memberOf(ben2)))).toMatchObject({ ok: true, positions: [1] });
  expect(await say(ada, 'Answered', asideWith(memberOf(ben2)))).toMatchObject({ ok: true, positions: [2] });
  expect(await say(ada, 'Among us', INSTRUCTORS)).toMatchObject({ ok: true, positions: [1] });
  expect(await say(dora, 'Mine', onlyFor(memberOf(dora)))).toMatchObject({ ok: true, positions: [1] });
  await say(dora, 'To all', 'everyone' as Audience);

  await soon(() => bodies(cleo2, forGroup(group)).length === 1 && bodies(ben2, asideWith(memberOf(ben2))).length === 2);
  await soon(() =>
    [ada, ben2, cleo2, dora].every((it) => it.log().some(({ personal }) => personal?.body === 'To all')),
  );
  const own = (it: RoomConnection) => onlyFor(memberOf(it));
  expect(everything(ada)).toEqual([asideWith(memberOf(ben2)), 'everyone', INSTRUCTORS, own(ada)].sort());
  expect(everything(ben2)).toEqual([asideWith(memberOf(ben2)), 'everyone', forGroup(group), own(ben2)].sort());
  expect(everything(cleo2)).toEqual(['everyone', forGroup(group), own(cleo2)].sort());
  expect(everything(dora)).toEqual(['everyone', own(dora)].sort());

  // Not by asking for it, either.
  for (const audience of [forGroup(group), asideWith(memberOf(ben2)), INSTRUCTORS, own(ben2)]) {
    expect(await say(dora, 'Let me in', audience)).toMatchObject({ ok: false, error: { code: 'policy/not-allowed' } });
    const [, , , person] = room.people;
    const path = `/api/seminars/${room.seminar}`;
    for (const way of [`events?audience=${audience}`, `at/1?audience=${audience}`]) {
      expect((await person?.request('GET', `${path}/${way}`))?.status).toBe(403);
    }
  }
  const file = await (await room.instructor.request('GET', `/api/seminars/${room.seminar}/log`)).text();
  for (const words of ['To us', 'To you', 'Among us', 'Mine']) expect(file).not.toContain(words);
  for (const connection of [ada, ben2, cleo2, dora]) connection.close();
});

it('whoever has left is sent nothing more, whichever gateway they are at', async () => {
  const [first, second] = gateways;
  const [instructor, person, other] = room.people;
  if (!first || !second || !instructor || !person || !other) throw new Error('The room is empty');
  const at = (who: Person, url: string) => new RoomConnection({ url, cookie: who.cookie }, room.seminar).ready();
  const [ada, ben] = await Promise.all([at(instructor, first.url), at(person, second.url)]);
  const group = GroupId.parse(v4());
  await ada.command({ type: 'group.form', data: { group, name: 'Friday', open: false } });
  await move(ada, 'group.join', group, ada);
  await move(ada, 'group.join', group, ben);
  for (const connection of [ada, ben]) connection.close();
  const [ada2, ben2] = await Promise.all([at(instructor, first.url), at(person, second.url)]);
  await say(ada2, 'While he is in', forGroup(group));
  await soon(() => bodies(ben2, forGroup(group)).length === 1);

  // He leaves at one gateway and listens at another; what is said right after it never reaches him.
  await move(ada2, 'group.leave', group, ben2);
  for (let n = 0; n < 20; n++) await say(ada2, `After he left ${n}`, forGroup(group));
  expect(await say(ben2, 'Still here', forGroup(group))).toMatchObject({ error: { code: 'policy/not-allowed' } });
  await say(ada2, 'To all', 'everyone' as Audience);
  await soon(() => ben2.log().at(-1)?.personal?.body === 'To all');
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(bodies(ben2, forGroup(group))).toEqual(['While he is in']);
  ben2.close();
  const back = await at(person, second.url);
  expect(back.held.has(forGroup(group))).toBe(false);
  for (const connection of [ada2, back]) connection.close();
});

function never(): never {
  throw new Error('It is there');
}
