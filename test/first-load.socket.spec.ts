/** What a reader's browser fetches before the room is usable, as the gateway serves it. */
import { gzipSync } from 'node:zlib';
import { type GatewayProcess, startGateway } from './support/gateway-process.ts';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';

/** In bytes, gzipped. */
const AT_MOST = 150_000;

let database: TestDatabase;
let gateway: GatewayProcess;
beforeAll(async () => {
  database = await createTestDatabase();
  gateway = await startGateway(database.url);
});
afterAll(async () => {
  await gateway.stop();
  await database.drop();
});

const textOf = async (path: string): Promise<string> => {
  const response = await fetch(new URL(path, gateway.url));
  expect(response.status).toBe(200);
  return response.text();
};

/** These scripts, and all that they import before they do anything. */
async function withImports(paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const ahead = [...paths];
  for (let path = ahead.pop(); path !== undefined; path = ahead.pop()) {
    if (found.has(path)) continue;
    const script = await textOf(path);
    found.set(path, script);
    const imports = script.matchAll(/\bimport\s*(?:[\w$*{},\s]+from\s*)?["']\.\/([^"']+\.js)["']/g);
    ahead.push(...[...imports].map(([, name]) => `/assets/${name}`));
  }
  return found;
}

it.each(['en', 'de', 'es', 'fr'])(
  'is no more JavaScript than is allowed, with the sentences of %s',
  async (language) => {
    const ofPage = [...(await textOf('/')).matchAll(/(?:src|href)="(\/[^"]+\.js)"/g)].map(([, path = '']) => path);
    const scripts = await withImports(ofPage);
    // The one file that is asked for before anything is drawn.
    const sentences = new RegExp(`assets/${language}-[\\w-]+\\.js`);
    const [name] = [...scripts.values()].flatMap((it) => it.match(sentences) ?? []);
    const all = await withImports([...ofPage, `/${name}`]);
    expect(all.size).toBeGreaterThan(scripts.size);
    const bytes = [...all.values()].reduce((sum, it) => sum + gzipSync(it).length, 0);
    expect(bytes).toBeLessThanOrEqual(AT_MOST);
    expect(bytes).toBeGreaterThan(AT_MOST / 3);
  },
);
