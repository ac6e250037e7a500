/** Jest runs this once, and only where a chosen test needs Postgres: one server for the whole run. */

import { importTypeScript } from './typescript.mjs';

export default async function setUp() {
  importTypeScript();
  const { startTestServer } = await import('./test-server.ts');
  globalThis.stopTestServer = await startTestServer();
}
