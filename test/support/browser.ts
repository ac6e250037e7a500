import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from './find-browser.mjs';

/** Starts a browser for a journey. `npm test` has found it already; a single journey run by hand finds it itself. */
export async function launchBrowser(): Promise<Browser> {
  const found = await findBrowser();
  if (!found.ok) throw new Error(`${found.message} Run \`npm test\`, which gets one.`);
  return chromium.launch({ executablePath: found.path });
}
