/**
 * The browser that the journeys are driven in: one that is there, else Playwright's own download, else the system's
 * package where root may install it. Plain JavaScript, since `npm test` asks before Jest runs.
 */

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { aptInstall, mayAptInstall } from './apt-install.mjs';

const run = promisify(execFile);

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
const PLAYWRIGHT = fileURLToPath(new URL('../../node_modules/playwright-core/cli.js', import.meta.url));

/** @typedef {{ ok: true, path: string } | { ok: false, message: string }} Browser */

/**
 * A browser that is there and runs.
 * @returns {Promise<Browser>}
 */
export async function findBrowser() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) {
    return (await runs(chosen))
      ? { ok: true, path: chosen }
      : { ok: false, message: `CHROMIUM_PATH is ${chosen}, and that is no browser that runs here.` };
  }
  const folders = (process.env.PATH ?? '').split(delimiter);
  const installed = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  for (const path of [...installed, ...MAC, await playwrightsOwn()]) {
    if (existsSync(path) && (await runs(path))) return { ok: true, path };
  }
  return { ok: false, message: 'There is no Chromium and no Chrome.' };
}

/**
 * Finds a browser, or gets one.
 * @param {(line: string) => void} say
 * @returns {Promise<Browser>}
 */
export async function getBrowser(say) {
  const found = await findBrowser();
  if (found.ok || process.env.CHROMIUM_PATH) return found;
  const ways = [
    { what: "Playwright's Chromium", how: () => node(PLAYWRIGHT, 'install', '--no-shell', 'chromium') },
    ...(mayAptInstall()
      ? [
          { what: 'the libraries that it needs', how: () => node(PLAYWRIGHT, 'install-deps', 'chromium') },
          { what: "the system's Chromium", how: () => aptInstall('chromium') },
        ]
      : []),
  ];
  for (const { what, how } of ways) {
    say(`${found.message} Getting ${what} …`);
    const failure = await how().then(() => undefined, lastLine);
    const now = await findBrowser();
    if (now.ok) return now;
    say(`  ${failure ?? 'it does not run here'}`);
  }
  return {
    ok: false,
    message:
      'No browser could be had, so the browser tests cannot run. Install Chromium or Chrome, give its path as CHROMIUM_PATH, or leave these tests out with SKIP_BROWSER=1.',
  };
}

/** @param {string} path */
const runs = (path) =>
  run(path, ['--version'], { timeout: 20_000 }).then(
    () => true,
    () => false,
  );

async function playwrightsOwn() {
  const { chromium } = await import('playwright-core');
  return chromium.executablePath();
}

/** @param {string[]} args */
const node = (...args) => run(process.execPath, args, { timeout: 15 * 60_000, maxBuffer: 1e9 });

/** @param {unknown} error */
function lastLine(error) {
  const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
  const lines = (said || String(error)).trim().split('\n');
  return lines.findLast((line) => /error|fail|unable/i.test(line)) ?? lines.at(-1);
}
