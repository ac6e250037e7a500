/** Who is let in, by which cookie and which link. */
import { v4, v7 } from 'uuid';
import { PersonId, Tokens } from '#people';
import { type ClassRoom, openClassRoom } from '../../../test/support/class-room.ts';
import { type GatewayProcess, startGateway } from '../../../test/support/gateway-process.ts';
import { Person } from '../../../test/support/protocol-client.ts';
import { createTestDatabase } from '../../../test/support/test-database.ts';

const SECRET = 'a secret that is long enough for HS256';
const tokens = new Tokens(new TextEncoder().encode(SECRET));

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let gateway: GatewayProcess;
let room: ClassRoom;
beforeAll(async () => {
  database = await createTestDatabase();
  gateway = await startGateway(database.url, { SESSION_SECRET: SECRET, PUBLIC_URL: 'http://read.example.org' });
  room = await openClassRoom(gateway.url, 2);
});
afterAll(async () => {
  await gateway.stop();
  await database.drop();
});

const get = (path: string, cookie = '') =>
  fetch(new URL(path, gateway.url), { redirect: 'manual', headers: cookie ? { cookie } : {} });

/** The person in a session's cookie. */
function personOf({ cookie }: Person): PersonId {
  const [, payload = ''] = cookie.split('.');
  return PersonId.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()).sub);
}

describe('a session', () => {
  it('is a cookie that scripts can’t read and other sites can’t send', async () => {
    const response = await fetch(new URL('/api/seminars', gateway.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ command: v7(), seminar: v4(), title: 'Mine', name: 'Ada' }),
    });
    const [cookie] = response.headers.getSetCookie();
    expect(response.status).toBe(201);
    expect(cookie).toMatch(/^catena_session=\S+; Max-Age=7776000; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it('is signed: with another signature it is nobody’s', async () => {
    const forged = await new Tokens(new TextEncoder().encode(SECRET.toUpperCase())).session(
      personOf(room.instructor),
      1,
    );
    expect((await get(`/api/seminars/${room.seminar}`, `catena_session=${forged}`)).status).toBe(401);
    const signed = await tokens.session(personOf(room.instructor), 1);
    expect((await get(`/api/seminars/${room.seminar}`, `catena_session=${signed}`)).status).toBe(200);
  });

  it('ends with signing out', async () => {
    const response = await fetch(new URL('/api/sign-out', gateway.url), {
      method: 'POST',
      headers: { cookie: room.instructor.cookie },
    });
    expect(response.status).toBe(204);
    expect(response.headers.getSetCookie()[0]).toMatch(/^catena_session=; /);
  });
});

describe('a sign-in link', () => {
  const link = (to: string) => tokens.signIn({ person: personOf(room.instructor), to }, 1);

  it('signs in and leads where it was made for', async () => {
    const response = await get(`/sign-in/${await link(`/s/${room.seminar}`)}`);
    expect([response.status, response.headers.get('location')]).toEqual([303, `/s/${room.seminar}`]);
    const [cookie = ''] = response.headers.getSetCookie();
    expect((await get(`/api/seminars/${room.seminar}`, cookie.split(';')[0])).status).toBe(200);
  });

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'never leads to %s',
    async (to) => {
      expect((await get(`/sign-in/${await link(to)}`)).headers.get('location')).toBe('/');
    },
  );

  it('is no session, nor the other way round', async () => {
    const session = room.instructor.cookie.split('=')[1];
    expect((await get(`/sign-in/${session}`)).status).toBe(401);
    expect((await get(`/api/seminars/${room.seminar}`, `catena_session=${await link('/')}`)).status).toBe(401);
  });
});

describe('an invitation', () => {
  it('makes a member of whoever has it, once, in its role', async () => {
    const token = await room.instructor.invite(room.seminar, 'observer');
    const guest = new Person(gateway.url);
    const invitation = await guest.json<{ role: string; joined: boolean }>('GET', `/api/invites/${token}`);
    expect(invitation).toMatchObject({ role: 'observer', joined: false, articles: ['On margins'] });
    const first = await guest.join(token, 'Dora Quill');
    expect(await guest.join(token, 'Dora Quill')).toEqual(first);
    expect(first.role).toBe('observer');
    const again = await guest.json<{ joined: boolean; members: number }>('GET', `/api/invites/${token}`);
    expect(again).toMatchObject({ joined: true, members: 3 });
  });

  it('that was taken back lets nobody in', async () => {
    const token = await room.instructor.invite(room.seminar);
    const path = `/api/seminars/${room.seminar}/invites/${token}`;
    expect((await room.instructor.request('DELETE', path)).status).toBe(204);
    await expect(new Person(gateway.url).join(token, 'Late')).rejects.toThrow('invite/unknown');
  });

  it('is made by instructors only', async () => {
    const [, participant] = room.people;
    await expect(participant?.invite(room.seminar, 'instructor')).rejects.toThrow('policy/not-allowed');
  });

  it('needs a name', async () => {
    const token = await room.instructor.invite(room.seminar);
    await expect(new Person(gateway.url).join(token, '  ')).rejects.toThrow('member/name-length');
    await expect(new Person(gateway.url).join(token, 'x'.repeat(81))).rejects.toThrow('member/name-length');
  });

  it('stands under the address that browsers know', async () => {
    const invite = await room.instructor.json<{ url: string }>('POST', `/api/seminars/${room.seminar}/invites`, {
      role: 'participant',
    });
    expect(invite.url).toMatch(/^http:\/\/read\.example\.org\/join\/[\w-]{20,}$/);
  });
});

describe('the API', () => {
  it('describes every route, and every schema that it refers to', async () => {
    const document = await (await get('/api/openapi.json')).json();
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([
        '/api/me',
        '/api/seminars',
        '/api/seminars/{seminar}/events',
        '/api/invites/{token}/join',
      ]),
    );
    const referred = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)];
    for (const [, name = ''] of referred) expect(document.components.schemas).toHaveProperty([name]);
  });

  it('pages through a log', async () => {
    const path = `/api/seminars/${room.seminar}/events`;
    const whole = await room.instructor.json<{ head: number; events: { position: number }[] }>('GET', path);
    const part = await room.instructor.json<typeof whole>('GET', `${path}?after=1&limit=1`);
    expect(part.events).toEqual(whole.events.slice(1, 2));
    expect(whole.head).toBe(whole.events.length);
    expect((await room.instructor.request('GET', `${path}?limit=5000`)).status).toBe(400);
  });

  it('knows its seminars at a glance, up to the last command', async () => {
    const me = await room.instructor.json<{ seminars: { title: string; members: number }[] }>('GET', '/api/me');
    expect(me.seminars).toMatchObject([{ title: 'Margins', articles: [{ title: 'On margins' }], openQuestions: 0 }]);
    const { members } = await room.instructor.json<{ members: { name: string }[] }>(
      'GET',
      `/api/seminars/${room.seminar}/members`,
    );
    expect(members.map(({ name }) => name)).toEqual(expect.arrayContaining(['Ottilie Quill', 'Reader 1']));
  });
});
