/** What Prometheus is told, and who else. */
import pg from 'pg';
import { PROJECTIONS } from '#read-models';
import { openClassRoom } from '../../../../test/support/class-room.ts';
import { startGateway } from '../../../../test/support/gateway-process.ts';
import { createTestDatabase } from '../../../../test/support/test-database.ts';

const TOKEN = 'a token of sixteen or more';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const metrics = (url: string, headers: Record<string, string> = {}) => fetch(new URL('/api/metrics', url), { headers });

it('says on this machine how far the read models are behind', async () => {
  const gateway = await startGateway(database.url);
  await openClassRoom(gateway.url, 3);
  const answer = await metrics(gateway.url);
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  const text = await answer.text();
  const client = new pg.Client(database.url);
  await client.connect();
  const head = (await client.query('SELECT head::integer FROM log')).rows[0]?.head;
  await client.end();
  // No worker runs here.
  for (const { name } of PROJECTIONS) {
    expect(text).toContain(`catena_projection_lag_events{projection="${name}"} ${head}\n`);
    expect(text).toContain(`catena_projection_lag_logs{projection="${name}"} 1\n`);
    expect(text).toMatch(new RegExp(`catena_projection_lag_seconds\\{projection="${name}"\\} 0?\\d*\\.\\d+\n`));
    expect(text).toContain(`catena_projection_outdated_logs{projection="${name}"} 0\n`);
  }
  expect(text).toMatch(/catena_database_connections\{state="idle"\} \d+\n/);
  expect(text).toMatch(/nodejs_eventloop_lag_seconds /);
  const refused = await metrics(gateway.url, { 'x-forwarded-for': '10.0.0.1' });
  expect([refused.status, (await refused.json()).error.code]).toEqual([403, 'metrics/not-allowed']);
  await gateway.stop();
});

it('says it with the token alone, where there is one', async () => {
  const gateway = await startGateway(database.url, { METRICS_TOKEN: TOKEN });
  expect((await metrics(gateway.url)).status).toBe(403);
  expect((await metrics(gateway.url, { authorization: `Bearer ${TOKEN}` })).status).toBe(200);
  await gateway.stop();
});
