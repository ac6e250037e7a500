/** What the journeys of one file share: a gateway with a database of its own, and a browser. */
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { type GatewayProcess, startGateway } from '../support/gateway-process.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

/** To be read within a journey or a hook only. */
export interface Stage {
  readonly database: TestDatabase;
  readonly gateway: GatewayProcess;
  readonly browser: Browser;
}

/** Opened before the first journey and taken down after the last; pages that a journey left open are closed behind it. */
export function useStage(settings: Parameters<typeof startGateway>[1] = {}): Stage {
  let open: Stage | undefined;
  const stage = () => {
    if (!open) throw new Error('The stage is not open yet');
    return open;
  };
  beforeAll(async () => {
    const [database, browser] = await Promise.all([createTestDatabase(), launchBrowser()]);
    open = { database, browser, gateway: await startGateway(database.url, settings) };
  });
  afterEach(async () => {
    await Promise.all(
      stage()
        .browser.contexts()
        .map((context) => context.close()),
    );
  });
  afterAll(async () => {
    const { browser, gateway, database } = stage();
    await browser.close();
    await gateway.stop();
    await database.drop();
  });
  return {
    get database() {
      return stage().database;
    },
    get gateway() {
      return stage().gateway;
    },
    get browser() {
      return stage().browser;
    },
  };
}
