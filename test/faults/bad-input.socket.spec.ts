/**
 * Whatever arrives, over HTTP or over the socket: it is refused with the code that the protocol gives it, nothing that
 * was said before is lost, and the server goes on.
 */

import { v4, v7 } from 'uuid';
import type { Answer } from '#protocol';
import { AnnotationId, type Audience, CommandId, type RecordedEvent, type RoomCommand } from '#seminar';
import { type ClassRoom, openClassRoom } from '../support/class-room.ts';
import { type GatewayProcess, startGateway } from '../support/gateway-process.ts';
import { Person, RoomConnection } from '../support/protocol-client.ts';
import { createTestDatabase } from '../support/test-database.ts';

const MEGABYTE = 1024 * 1024;

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let gateway: GatewayProcess;
let room: ClassRoom;
let other: ClassRoom;
let connection: RoomConnection;

beforeAll(async () => {
  database = await createTestDatabase();
  gateway = await startGateway(database.url, { COMMANDS_PER_MINUTE: 100_000, LOG_LEVEL: 'error' });
  [room, other] = [await openClassRoom(gateway.url, 2), await openClassRoom(gateway.url, 1)];
  connection = await new RoomConnection(reader(), room.seminar).ready();
});
afterAll(async () => {
  connection.close();
  await gateway.stop();
  await database.drop();
});

/** After each case, whoever was there before can still write, and everything before is still there. */
afterEach(async () => {
  const log = await said(comment());
  expect(log.map(({ position }) => position)).toEqual(log.map((_, n) => n + 1));
  expect(gateway.output()).toBe('');
});

/** Says something, and answers with the log when it has come back. */
async function said(command: RoomCommand): Promise<RecordedEvent[]> {
  const done = await connection.command(command);
  if (!done.ok) throw new Error(done.error.code);
  const [position = 0] = done.positions;
  while (connection.log().length < position) await new Promise((resolve) => setTimeout(resolve, 5));
  return connection.log();
}

/** A participant; the instructor is the first of the people. */
function reader(): Person {
  const [, person] = room.people;
  if (!person) throw new Error('The room is empty');
  return person;
}

const comment = (body?: string) => room.comment(AnnotationId.parse(v4()), body);

/** A comment whose parts can be spoilt. */
const spoilt = (change: object, from: RoomCommand = comment()) => ({
  ...from,
  id: v7(),
  seminar: room.seminar,
  audience: 'everyone',
  ...change,
});
const spoiltData = (change: object) => {
  const { type, data } = comment();
  return spoilt({ data: { ...data, ...change } }, { type, data } as RoomCommand);
};
const spoiltTarget = (change: object) => {
  const { data } = comment();
  return spoiltData({ target: { ...('target' in data ? data.target : {}), ...change } });
};

const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

/** What the socket answers to a command, and that HTTP answers the same. */
async function refusal(request: object): Promise<{ code: string; path?: string | undefined; status: number }> {
  const answer: Answer<object> = await connection.raw('command', request);
  const response = await reader().request('POST', `/api/seminars/${room.seminar}/commands`, request);
  const { error }: { error?: { code: string; path?: string } } = await response.json();
  if (answer.ok || !error) throw new Error(`It was taken: ${JSON.stringify(request).slice(0, 300)}`);
  expect(error.code).toBe(answer.error.code);
  return { code: error.code, path: error.path, status: response.status };
}

describe('a command', () => {
  it.each([
    ['of an unknown type', () => spoilt({ type: 'annotation.explode' }), 'request/malformed', 'type'],
    ['without an id', () => spoilt({ id: undefined }), 'request/malformed', 'id'],
    ['with an id of another version', () => spoilt({ id: v4() }), 'request/malformed', 'id'],
    ['for an unknown audience', () => spoilt({ audience: 'nobody' }), 'request/malformed', 'audience'],
    ['with a number for a body', () => spoiltData({ body: 7 }), 'request/malformed', 'data.body'],
    ['with an object for a body', () => spoiltData({ body: { toString: 'x' } }), 'request/malformed', 'data.body'],
    ['with a list for its data', () => spoilt({ data: [] }), 'request/malformed', 'data'],
    [
      'that would join without an invitation',
      () => spoilt({ type: 'seminar.join', data: { role: 'instructor' } }),
      'request/malformed',
      'type',
    ],
    ['with NUL', () => spoiltData({ body: 'a\0b' }), 'text/ill-formed', 'data.body'],
    ['with half a surrogate pair', () => spoiltData({ tags: ['\ud83d'] }), 'text/ill-formed', 'data.tags[0]'],
    ['that nests 33 deep', () => spoiltData({ body: nested(33) }), 'request/too-deep', undefined],
    [
      'with negative offsets',
      () =>
        spoiltTarget({
          anchors: [{ block: 'p', position: { start: -1, end: 4 }, quote: { exact: 'x', prefix: '', suffix: '' } }],
        }),
      'request/malformed',
      'data.target.anchors[0].position.start',
    ],
    ['on no passage', () => spoiltTarget({ anchors: [] }), 'request/malformed', 'data.target.anchors'],
  ])('%s is refused where it is wrong', async (_, request, code, path) => {
    expect(await refusal(request())).toEqual({ code, path, status: 400 });
  });

  it.each([
    ['on an article that is not there', () => spoiltTarget({ article: v4() }), 'article/unknown', 404],
    ['on a version that is not there', () => spoiltTarget({ version: 2 }), 'article/unknown-version', 404],
    [
      'on words that are not there',
      () => spoiltTarget({ anchors: [{ ...anchor(), quote: { exact: 'other words', prefix: '', suffix: '' } }] }),
      'anchor/quote-mismatch',
      422,
    ],
    [
      'on a block that is not there',
      () => spoiltTarget({ anchors: [{ ...anchor(), block: 'p-nowhere' }] }),
      'anchor/unknown-block',
      422,
    ],
    ['on too many blocks', () => spoiltTarget({ anchors: Array.from({ length: 21 }, anchor) }), 'anchor/too-many', 422],
    ['without words', () => spoiltData({ body: ' \n ' }), 'annotation/empty', 422],
    ['with too many words', () => spoiltData({ body: 'x'.repeat(20_001) }), 'annotation/too-long', 422],
    [
      'to an annotation that is not there',
      () =>
        spoilt({
          type: 'annotation.reply',
          data: { annotation: v4(), target: { kind: 'annotation', annotation: v4() }, body: 'Yes.' },
        }),
      'annotation/unknown',
      404,
    ],
    [
      'that gives a role it may not give',
      () => spoilt({ type: 'role.give', data: { member: connection.member, role: 'instructor' } }),
      'policy/not-allowed',
      403,
    ],
    ['for somebody else’s notes', () => spoilt({ audience: `member:${v4()}` }), 'policy/not-allowed', 403],
    ['in a seminar of others', () => ({ ...spoilt({}), seminar: other.seminar }), 'policy/not-a-member', 403],
    ['in a seminar that is not there', () => ({ ...spoilt({}), seminar: v4() }), 'policy/not-a-member', 403],
  ])('%s is refused by the rules', async (_, request, code, status) => {
    const wanted = request();
    // Over HTTP the seminar stands in the address too.
    const path = `/api/seminars/${wanted.seminar}/commands`;
    const answer = await connection.raw('command', wanted);
    expect(answer).toMatchObject({ ok: false, error: { code } });
    const response = await reader().request('POST', path, wanted);
    expect([response.status, (await response.json()).error.code]).toEqual([status, code]);
  });

  it('about a revision that is not the newest is refused, and the newer words stay', async () => {
    const annotation = AnnotationId.parse(v4());
    await said(room.comment(annotation));
    const edit = (revision: number, body: string): RoomCommand => ({
      type: 'annotation.edit',
      data: { annotation, revision, body },
    });
    const log = await said(edit(1, 'Second thoughts.'));
    expect(await connection.command(edit(1, 'Overwritten.'))).toMatchObject({
      error: { code: 'annotation/changed-since' },
    });
    expect(log.at(-1)?.personal).toEqual({ body: 'Second thoughts.' });
  });

  it('whose id was used by somebody else is refused', async () => {
    const id = CommandId.parse(v7());
    await connection.command(comment(), id);
    const instructor = await new RoomConnection(room.instructor, room.seminar).ready();
    expect(await instructor.command(comment(), id)).toMatchObject({ error: { code: 'command/id-taken' } });
    instructor.close();
  });

  it('keeps words as they were typed, whatever they look like', async () => {
    const body = `<script>alert(1)</script> \u202e [x](javascript:alert(1)) ${'\u{1f4da}'.repeat(100)}`;
    expect((await said(comment(body))).at(-1)?.personal).toEqual({ body });
  });
});

describe('the socket', () => {
  it.each<unknown>([undefined, null, 7, 'text', [], {}, { seminar: 'x' }, { seminar: v4(), logs: 'all' }])(
    'refuses to join with %j',
    async (message) => {
      expect(await connection.raw('join', message)).toMatchObject({ ok: false, error: { code: 'request/malformed' } });
    },
  );

  it('refuses positions that the log has not reached', async () => {
    const request = { seminar: room.seminar, logs: [{ audience: 'everyone', position: 10_000 }] };
    expect(await connection.raw('join', request)).toMatchObject({ error: { code: 'log/position-ahead' } });
  });

  it('lets nobody into a seminar of others, nor into the notes of somebody else', async () => {
    expect(await connection.raw('join', { seminar: other.seminar, logs: [] })).toMatchObject({
      error: { code: 'policy/not-a-member' },
    });
    const notes = `member:${v4()}` as Audience;
    const answer = await connection.raw('join', { seminar: room.seminar, logs: [{ audience: notes, position: 0 }] });
    expect(JSON.stringify(answer)).not.toContain(notes);
  });

  it('cuts off whoever sends 10 MB, and nobody else', async () => {
    const loud = await new RoomConnection(room.instructor, room.seminar).ready();
    await expect(loud.raw('command', { ...spoiltData({ body: 'x'.repeat(10 * MEGABYTE) }) })).rejects.toThrow();
    // It comes back by itself and can go on.
    expect(await loud.command(comment())).toMatchObject({ ok: true });
    loud.close();
  });

  it('outlives packets that no client sends', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    for (const packet of [`2["command",${deep}]`, '2["command"', '2', '5', '61-["command"]', '2[null]', '9', 'x']) {
      const rude = await new RoomConnection(room.instructor, room.seminar).ready();
      rude.packet(packet);
      await new Promise((resolve) => setTimeout(resolve, 50));
      rude.close();
    }
  });

  it('ignores messages that it does not know', async () => {
    await expect(connection.raw('explode', {})).rejects.toThrow();
  });
});

describe('HTTP', () => {
  const post = async (path: string, body: unknown, person: Person = reader()) => {
    const response = await person.request('POST', path, body);
    return [response.status, (await response.json()).error?.code];
  };
  const send = async (body: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${gateway.url}/api/seminars`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    return [response.status, (await response.json()).error?.code];
  };

  it.each(['{', '', 'null', '"text"', '{"title":', '\xff\xfe', '[]'])('refuses %j for a request', async (body) => {
    expect(await send(body)).toEqual([400, 'request/malformed']);
  });

  it('refuses another content type', async () => {
    expect(await send('title=x', { 'content-type': 'application/x-www-form-urlencoded' })).toEqual([
      400,
      'request/malformed',
    ]);
  });

  it('refuses what comes from another site', async () => {
    expect(await send('{}', { origin: 'https://elsewhere.example' })).toEqual([403, 'request/wrong-origin']);
  });

  it('refuses 10 MB', async () => {
    const source = 'x'.repeat(10 * MEGABYTE);
    expect(await post('/api/articles/preview', { source })).toEqual([413, 'request/too-large']);
  });

  it('refuses an article that is larger than articles may be', async () => {
    const source = `# Title\n\n${'word '.repeat((2.2 * MEGABYTE) / 5)}`;
    expect(await post('/api/articles/preview', { source })).toEqual([413, 'article/too-large']);
  });

  it.each([
    ['{\\rtf1 and so on', 415, 'article/unsupported-format'],
    ['%PDF-1.7 and so on', 422, 'article/damaged'],
    ['', 422, 'article/empty'],
    ['> > > >', 422, 'article/too-tangled'],
    ['# Title\n\na \0 b', 400, 'text/ill-formed'],
  ])('refuses an article that begins %#', async (source, status, code) => {
    const tangled = code === 'article/too-tangled';
    const request = tangled ? { source: `${source.repeat(5_000)} deep`, format: 'markdown' } : { source };
    expect(await post('/api/articles/preview', request)).toEqual([status, code]);
  });

  it('lets nobody import who may not, and no version out of turn', async () => {
    const request = { command: v7(), article: v4(), version: 1, source: '# Title\n\nA paragraph.' };
    const path = `/api/seminars/${room.seminar}/articles`;
    expect(await post(path, request)).toEqual([403, 'policy/not-allowed']);
    expect(await post(path, { ...request, version: 5 }, room.instructor)).toEqual([409, 'article/version-conflict']);
  });

  it('tells strangers nothing', async () => {
    const stranger = new Person(gateway.url);
    const get = async (path: string) => (await stranger.request('GET', path)).status;
    expect(await get(`/api/seminars/${room.seminar}`)).toBe(401);
    await stranger.openSeminar('Mine', 'Somebody else');
    for (const path of ['', '/members', '/events', '/invites']) {
      expect(await get(`/api/seminars/${room.seminar}${path}`)).toBe(403);
    }
    expect(await get('/api/invites/no-such-token')).toBe(404);
    expect(await get(`/sign-in/forged.token.here`)).toBe(401);
  });

  it('takes no forged session', async () => {
    const [payload] = ['eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4IiwiYXVkIjoic2Vzc2lvbiJ9.'];
    const response = await fetch(`${gateway.url}/api/seminars/${room.seminar}`, {
      headers: { cookie: `catena_session=${payload}` },
    });
    expect(response.status).toBe(401);
  });
});

function anchor() {
  const { data } = comment();
  if (!('target' in data) || data.target.kind !== 'passage') throw new Error('It is on a passage');
  const [first] = data.target.anchors;
  return first;
}
