/** Who may see the queues, and what the page lets an operator do; once with the queue on Postgres, once on Redis. */
import { setTimeout as sleep } from 'node:timers/promises';
import { v4 } from 'uuid';
import { PersonId, Tokens } from '#people';
import { createWorker, type JobQueue, openQueue } from '#platform';
import { type GatewayProcess, startGateway } from '../../../../test/support/gateway-process.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/test-database.ts';
import { hasRedis, startRedis, type TestRedis } from '../../../../test/support/test-redis.ts';

const SECRET = 'a secret that is long enough for HS256';
const tokens = new Tokens(new TextEncoder().encode(SECRET));
const policy = { JOB_ATTEMPTS: 1, JOB_BACKOFF_MS: 1, DEAD_LETTER_DAYS: 1, DEAD_LETTERS_MAX: 10 };

let database: TestDatabase;
let redis: TestRedis | undefined;
beforeAll(async () => {
  database = await createTestDatabase();
  if (hasRedis) redis = await startRedis();
});
afterAll(async () => {
  await redis?.stop();
  await database.drop();
});

function operates(queueUrl: () => string) {
  let gateway: GatewayProcess;
  let queue: JobQueue<{ seminar: string }>;
  const settings = () => ({ QUEUE_URL: queueUrl(), POOL_SIZE: 2, ...policy });
  beforeAll(async () => {
    gateway = await startGateway(database.url, { SESSION_SECRET: SECRET, QUEUE_URL: queueUrl() });
    queue = openQueue('project', settings());
  });
  afterAll(async () => {
    await queue.close();
    await gateway.stop();
  });

  const ask = (path: string, cookie = '', options: RequestInit = {}) =>
    fetch(new URL(path, gateway.url), { redirect: 'manual', ...options, headers: { cookie, ...options.headers } });

  async function operator(): Promise<string> {
    const response = await ask(`/operate/sign-in/${await tokens.operatorLink(5)}`);
    expect(response.status).toBe(303);
    const [cookie = ''] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^catena_operator=\S+; Max-Age=3600; Path=\/operate; HttpOnly; SameSite=Lax$/);
    return cookie.split(';', 1)[0] ?? '';
  }

  async function fail(seminar: string): Promise<string> {
    const work = async (): Promise<void> => {
      throw new Error('<b>no room</b>');
    };
    const worker = createWorker<{ seminar: string }>('project', work, settings());
    const { id = '' } = await queue.add('project', { seminar });
    while (!(await (await queue.getJob(id))?.isFailed())) await sleep(20);
    await worker.close();
    return id;
  }

  it('lets nobody in without a link, with one for somebody else, or with a session of a seminar', async () => {
    const person = PersonId.parse(v4());
    const session = await tokens.session(person, 1);
    for (const cookie of ['', `catena_session=${session}`, `catena_operator=${session}`]) {
      const response = await ask('/operate/queues', cookie);
      expect(response.status).toBe(401);
      expect(await response.text()).toContain('operator/none');
    }
    for (const token of ['nonsense', session, await tokens.operator(5)]) {
      const response = await ask(`/operate/sign-in/${token}`);
      expect(response.status).toBe(401);
      expect(await response.text()).toContain('operator/link-invalid');
    }
    expect((await ask('/operate/queues/project/retry/', '', { method: 'POST' })).status).toBe(401);
  });

  it('shows what failed, as text, under a policy that loads nothing', async () => {
    const id = await fail('margins');
    const response = await ask('/operate/queues', await operator());
    const page = await response.text();
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(response.headers.get('referrer-policy')).toBe('same-origin');
    for (const text of ['margins', '&lt;b&gt;no room', `/operate/queues/project/retry/${id}`, 'summarise']) {
      expect(page).toContain(text);
    }
  });

  it('runs a failed job again for an operator, asked by its own pages only', async () => {
    const id = await fail('again');
    const cookie = await operator();
    const retry = (origin: string, job = id) =>
      ask(`/operate/queues/project/retry/${job}`, cookie, {
        method: 'POST',
        headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
      });
    expect((await retry('http://elsewhere.example.org')).status).toBe(403);
    expect(await (await queue.getJob(id))?.isFailed()).toBe(true);
    expect((await retry(gateway.url)).status).toBe(303);
    expect(await (await queue.getJob(id))?.isFailed()).toBe(false);
    expect((await retry(gateway.url)).status).toBe(404);
  });
}

describe('the queues on Postgres', () => operates(() => database.url));
(hasRedis ? describe : describe.skip)('the queues on Redis', () => operates(() => redis?.url ?? ''));
