/** An anonymous poll counts everybody once, and nothing that is sent or kept says who chose what. */
import { v4 } from 'uuid';
import { BALLOT_BOX, PollId } from '#seminar';
import { enter, openClassRoom } from '../../../test/support/class-room.ts';
import { type GatewayProcess, startGateway } from '../../../test/support/gateway-process.ts';
import type { RoomConnection } from '../../../test/support/protocol-client.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';

let database: TestDatabase;
let gateways: GatewayProcess[];
beforeAll(async () => {
  database = await createTestDatabase();
  gateways = await Promise.all([startGateway(database.url), startGateway(database.url)]);
});
afterAll(async () => {
  await Promise.all(gateways.map((gateway) => gateway.stop()));
  await database.drop();
});

it('takes ballots that nobody’s name stands on', async () => {
  const [first, second] = gateways;
  if (!first || !second) throw new Error('There are two');
  const room = await openClassRoom(first.url, 3);
  const [ada, ben, cleo] = (await enter(room)) as [RoomConnection, RoomConnection, RoomConnection];
  const template = room.comment('' as never);
  if (template.type !== 'annotation.create') throw new Error('It is on a passage');
  const poll = PollId.parse(v4());
  const { target } = template.data;
  expect(
    await ada.command({
      type: 'poll.open',
      data: { poll, target, question: 'Did you read it?', options: ['All', 'Hardly'], named: false },
    }),
  ).toMatchObject({ ok: true });
  const answer = (who: RoomConnection, option: number) => who.command({ type: 'poll.answer', data: { poll, option } });
  expect(await answer(ben, 0)).toMatchObject({ ok: true, positions: [expect.any(Number)] });
  await answer(cleo, 1);
  await answer(ben, 1);
  expect(await answer(ben, 1)).toMatchObject({ ok: true, positions: [] });
  expect(await answer(ben, 7)).toMatchObject({ ok: false, error: { code: 'poll/unknown-option' } });

  // The same member at another gateway has the same ballot.
  const [, person] = room.people;
  const path = `/api/seminars/${room.seminar}/commands`;
  const elsewhere = await fetch(new URL(path, second.url), {
    method: 'POST',
    headers: { cookie: person?.cookie ?? '', 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ id: '01a20b6b-2f41-7c55-8d0a-1b2c3d4e5f60', seminar: room.seminar, audience: 'everyone' },
      ...{ type: 'poll.answer', data: { poll, option: 0 } },
    }),
  });
  expect(elsewhere.status).toBe(200);
  await answer(cleo, 0);
  for (let n = 0; n < 200 && cast(ada).length < 5; n++) await new Promise((resolve) => setTimeout(resolve, 10));
  const ballots = cast(ada);
  expect(ballots.map(({ option }) => option)).toEqual([0, 1, 1, 0, 0]);
  const [bens, cleos, again, there, last] = ballots.map(({ ballot }) => ballot);
  expect([again, there]).toEqual([bens, bens]);
  expect([last, bens === cleos]).toEqual([cleos, false]);
  for (const { by, event } of ballots) {
    expect(by).toBe(BALLOT_BOX);
    for (const { member } of [ada, ben, cleo]) expect(JSON.stringify(event)).not.toContain(member);
  }
  for (const connection of [ada, ben, cleo]) connection.close();
});

const cast = (of: RoomConnection) =>
  of.log().flatMap((event) => (event.type === 'ballot.cast' ? [{ ...event.data, by: event.by, event }] : []));

it('only instructors lead', async () => {
  const room = await openClassRoom(gateways[0]?.url ?? '', 2);
  const [ada, ben] = (await enter(room)) as [RoomConnection, RoomConnection];
  const here = { seminar: room.seminar, leads: 'p-1' };
  expect(await ada.raw('presence', here)).toMatchObject({ ok: true });
  expect(await ben.raw('presence', here)).toMatchObject({ ok: false, error: { code: 'policy/not-allowed' } });
  for (const connection of [ada, ben]) connection.close();
});
