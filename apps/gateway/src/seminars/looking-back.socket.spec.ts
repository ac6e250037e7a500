/** The seminar as it stood, over HTTP: for those who may read it now, at a position or at a moment. */
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { v4 } from 'uuid';
import { AtAnswer } from '#protocol';
import {
  AnnotationId,
  type Audience,
  EVERYONE,
  evolve,
  evolveContents,
  nothingFolded,
  onlyFor,
  type RecordedEvent,
  type RoomCommand,
  toSnapshot,
} from '#seminar';
import { type ClassRoom, enter, openClassRoom } from '../../../../test/support/class-room.ts';
import { type GatewayProcess, startGateway } from '../../../../test/support/gateway-process.ts';
import { Person, type RoomConnection } from '../../../../test/support/protocol-client.ts';
import { createTestDatabase } from '../../../../test/support/test-database.ts';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let gateways: GatewayProcess[];
let room: ClassRoom;
let events: RecordedEvent[];
let between: string;
let connections: RoomConnection[];
let ben: RoomConnection;
beforeAll(async () => {
  database = await createTestDatabase();
  // Two gateways, one of which has never seen this seminar.
  gateways = await Promise.all([1, 2].map(() => startGateway(database.url, { SNAPSHOT_EVERY: 10 })));
  room = await openClassRoom(gateways[0]?.url ?? '', 3);
  connections = await enter(room);
  const [ada, reader] = connections;
  if (!ada || !reader) throw new Error('Nobody came');
  ben = reader;
  const notes = Array.from({ length: 20 }, () => AnnotationId.parse(v4()));
  for (const [n, note] of notes.entries()) {
    const by = n % 2 === 0 ? ada : ben;
    await by.command(room.comment(note, `Remark ${n}.`));
    if (n === 10) {
      await sleep(5);
      between = new Date().toISOString();
      await sleep(5);
    }
    for (const command of about(note, n)) await by.command(command);
  }
  await ben.command(room.comment(AnnotationId.parse(v4()), 'For myself.'), undefined, onlyFor(ben.member ?? never()));
  ({ events } = await room.instructor.json<{ events: RecordedEvent[] }>(
    'GET',
    `/api/seminars/${room.seminar}/events?limit=1000`,
  ));
});
afterAll(async () => {
  for (const connection of connections) connection.close();
  for (const gateway of gateways) await gateway.stop();
  await database.drop();
});

const never = (): never => {
  throw new Error('It never came');
};

const about = (annotation: AnnotationId, n: number): RoomCommand[] => [
  ...(n % 2 === 0 ? [{ type: 'reaction.add', data: { annotation, reaction: 'agree' } } as const] : []),
  ...(n % 3 === 0
    ? [{ type: 'annotation.edit', data: { annotation, revision: 1, body: `Remark ${n}?` } } as const]
    : []),
  ...(n % 4 === 0 ? [{ type: 'annotation.delete', data: { annotation } } as const] : []),
];

const get = (path: string, { person = room.instructor, gateway = 0 } = {}) =>
  fetch(new URL(`/api/seminars/${room.seminar}/at${path}`, gateways[gateway]?.url), {
    headers: { cookie: person.cookie },
  });

const stood = (position: number) =>
  JSON.parse(
    JSON.stringify(
      toSnapshot(
        events.slice(0, position).reduce(
          ({ state, contents }, event) => ({
            state: evolve(state, event),
            contents: evolveContents(contents, event),
          }),
          nothingFolded,
        ),
      ),
    ),
  );

const refusal = async (path: string, asked: { person?: Person } = {}) => {
  const answer = await get(path, asked);
  return [answer.status, (await answer.json()).error];
};

describe('looking back', () => {
  it('shows at every position what the events up to it come to, whichever gateway is asked', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: events.length }), fc.nat(1), async (position, gateway) => {
        const answer = await (await get(`/${position}`, { gateway })).json();
        expect(answer).toEqual({ audience: EVERYONE, head: events.length, snapshot: stood(position) });
        expect(AtAnswer.safeParse(answer).error).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });

  it('shows what stood at a moment, in any time zone', async () => {
    const by = events.filter(({ at }) => at <= between).length;
    expect(by).toBeGreaterThan(10);
    expect(by).toBeLessThan(events.length);
    const inZone = new Date(Date.parse(between) + 2 * 3_600_000).toISOString().replace('Z', '+02:00');
    for (const time of [between, encodeURIComponent(inZone)]) {
      expect((await (await get(`?time=${time}`)).json()).snapshot).toEqual(stood(by));
    }
  });

  it('shows nothing before the beginning, and everything after the end', async () => {
    for (const time of ['2001-01-01T00:00:00Z', '0000-01-01T00:00:00Z']) {
      expect(await (await get(`?time=${time}`)).json()).toMatchObject({
        head: events.length,
        snapshot: { position: 0 },
      });
    }
    expect((await (await get('?time=9999-12-31T23:59:59Z')).json()).snapshot).toEqual(stood(events.length));
  });

  it('says where the log ends to whoever asks for more', async () => {
    expect(await refusal(`/${events.length + 1}`)).toEqual([
      409,
      {
        code: 'log/position-ahead',
        message: `This log ends at position ${events.length}; it has not come to ${events.length + 1} yet.`,
        path: 'position',
      },
    ]);
  });

  it.each([
    ['?time=yesterday', 'time'],
    ['?time=2026-11-24', 'time'],
    ['?time=2026-11-24T14:03:00', 'time'],
    ['?time=2026-13-01T00:00:00Z', 'time'],
    ['', 'time'],
    ['/-1', 'position'],
    ['/1.5', 'position'],
    ['/1e3', 'position'],
    ['/1?audience=nobody', 'audience'],
  ])('says what is wrong with at%s', async (path, where) => {
    expect(await refusal(path)).toEqual([400, expect.objectContaining({ code: 'request/malformed', path: where })]);
  });
});

describe('who may look back', () => {
  const own = (): Audience => onlyFor(ben.member ?? never());

  it('is who may read the log now', async () => {
    const [, reader] = room.people;
    const answer = await get(`/1?audience=${own()}`, reader && { person: reader });
    expect((await answer.json()).snapshot.annotations).toMatchObject([{ body: 'For myself.' }]);
  });

  it('is nobody else', async () => {
    const stranger = new Person(gateways[0]?.url ?? '');
    expect((await refusal('/1', { person: stranger }))[0]).toBe(401);
    await stranger.openSeminar('Elsewhere', 'Nobody');
    for (const path of ['/1', `?time=${between}`]) {
      expect(await refusal(path, { person: stranger })).toMatchObject([403, { code: 'policy/not-a-member' }]);
    }
    for (const path of [`/1?audience=${own()}`, `?time=${between}&audience=${own()}`]) {
      expect(await refusal(path)).toMatchObject([403, { code: 'policy/not-allowed' }]);
    }
  });
});

it('is described for programs', async () => {
  const { paths } = await (await fetch(new URL('/api/openapi.json', gateways[0]?.url))).json();
  for (const path of ['/api/seminars/{seminar}/at/{position}', '/api/seminars/{seminar}/at']) {
    expect(paths[path].get.responses['200'].content['application/json'].schema.properties.snapshot).toBeDefined();
  }
});
