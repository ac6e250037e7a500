/** Searching, read marks and notifications over HTTP: each for those alone who may have it. */
import { v4, v7 } from 'uuid';
import type { NotificationsAnswer, SearchAnswer } from '#protocol';
import {
  AnnotationId,
  type Audience,
  EVERYONE,
  noMarks,
  onlyFor,
  type ReadMarks,
  type RoomCommand,
  readUpTo,
} from '#seminar';
import { type ClassRoom, openClassRoom } from '../../../test/support/class-room.ts';
import { type GatewayProcess, startGateway } from '../../../test/support/gateway-process.ts';
import { Person } from '../../../test/support/protocol-client.ts';
import { createTestDatabase } from '../../../test/support/test-database.ts';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let gateway: GatewayProcess;
let room: ClassRoom;
beforeAll(async () => {
  database = await createTestDatabase();
  gateway = await startGateway(database.url, { SEARCHES_PER_MINUTE: 20, READ_MARKS_MAX: 100 });
  room = await openClassRoom(gateway.url, 3);
});
afterAll(async () => {
  await gateway.stop();
  await database.drop();
});

const at = (path: string) => `/api/seminars/${room.seminar}/${path}`;
const say = (person: Person, intent: RoomCommand, audience: Audience = EVERYONE) =>
  person.json('POST', at('commands'), { id: v7(), seminar: room.seminar, audience, ...intent });
const person = (n: number): Person => {
  const found = room.people[n];
  if (!found) throw new Error('The room is empty');
  return found;
};
const find = (who: Person, query: string) => who.json<SearchAnswer>('GET', at(`search?${query}`));

it('finds what was said just now, and notes for their writer alone', async () => {
  const [ada, ben] = [person(0), person(1)];
  const { you } = await ben.json<{ you: { member: Parameters<typeof onlyFor>[0] } }>(
    'GET',
    `/api/seminars/${room.seminar}`,
  );
  const [said, noted] = [AnnotationId.parse(v4()), AnnotationId.parse(v4())];
  await say(ada, room.comment(said, 'A palimpsest, if anything.'));
  await say(ben, room.comment(noted, 'Look up palimpsests.'), onlyFor(you.member));
  expect((await find(ada, 'q=palimpsest')).hits.map((hit) => hit.said?.annotation)).toEqual([said]);
  expect((await find(ben, 'q=palimpsest')).hits.map((hit) => hit.said?.annotation).sort()).toEqual(
    [said, noted].sort(),
  );
  const { hits } = await find(ada, 'q=answer+back&in=text');
  expect(hits[0]?.fragments.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(['answer', 'back']);
});

it('refuses whoever is no member, what is no search, and too many', async () => {
  const stranger = new Person(gateway.url);
  expect((await stranger.request('GET', at('search?q=margin'))).status).toBe(401);
  await stranger.openSeminar('Elsewhere', 'Dora');
  for (const path of ['search?q=margin', 'read-marks'])
    expect((await stranger.request('GET', at(path))).status).toBe(403);
  for (const query of ['', 'q=a&limit=51', 'q=a&offset=-1', 'q=a&in=both', `q=${'x'.repeat(201)}`]) {
    expect((await person(2).request('GET', at(`search?${query}`))).status).toBe(400);
  }
  const many = await Promise.all(Array.from({ length: 25 }, () => person(2).request('GET', at('search?q=margin'))));
  expect(many.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
});

it('merges what two devices have read, and tells what is unread', async () => {
  const [ada, ben] = [person(0), person(1)];
  const mine = AnnotationId.parse(v4());
  await say(ben, room.comment(mine, 'Mine.'));
  const target = { kind: 'annotation' as const, annotation: mine };
  await say(ada, { type: 'annotation.reply', data: { annotation: AnnotationId.parse(v4()), target, body: 'Ours.' } });
  const told = async () =>
    (await ben.json<NotificationsAnswer>('GET', '/api/me/notifications')).notifications.filter(
      ({ subject }) => subject === mine,
    );
  const [first] = await told();
  expect(first).toMatchObject({ kind: 'reply', byName: 'Ottilie Quill', excerpt: 'Ours.', unread: true });
  const read = (position: number, subject: string) => readUpTo(noMarks, { audience: EVERYONE, subject, position });
  const other = v4();
  await ben.json('POST', at('read-marks'), read(7, other));
  const merged = await ben.json<ReadMarks>('POST', at('read-marks'), read(first?.position ?? 0, mine));
  expect(merged.subjects).toMatchObject({ [other]: { upTo: 7 }, [mine]: { upTo: first?.position } });
  expect(await ben.json<ReadMarks>('GET', at('read-marks'))).toEqual(merged);
  expect((await told())[0]?.unread).toBe(false);
});

it('refuses marks that are none, and more than it keeps', async () => {
  const ben = person(1);
  const refusal = async (body: unknown) => (await ben.request('POST', at('read-marks'), body)).status;
  expect(await refusal({})).toBe(400);
  expect(await refusal({ upTo: { someone: 3 }, subjects: {} })).toBe(400);
  expect(await refusal({ upTo: {}, subjects: { __proto__x: { upTo: 1, again: 0 } } })).toBe(400);
  expect(await refusal({ upTo: {}, subjects: { [v4()]: { upTo: -1, again: 0 } } })).toBe(400);
  const many = Object.fromEntries(Array.from({ length: 101 }, () => [v4(), { upTo: 1, again: 0 }]));
  expect(await refusal({ upTo: {}, subjects: many })).toBe(413);
});
