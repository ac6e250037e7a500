#!/usr/bin/env node
// `npm run screenshots`: takes the pictures of docs/tour.md from the demo, in a folder of its own that is thrown away.
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { requireNode } from '../apps/cli/bin/node-version.mjs';
import { findBrowser } from './support/find-browser.mjs';

requireNode();
const PORT = process.env.PORT ?? '3499';
const PICTURES = fileURLToPath(new URL('../docs/tour/', import.meta.url));
const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

const found = await findBrowser();
if (!found.ok) throw new Error(found.message);
const data = await mkdtemp(join(tmpdir(), 'catena-tour-'));
const start = fileURLToPath(new URL('../apps/cli/bin/start.mjs', import.meta.url));
const server = spawn(process.execPath, [start], {
  env: { ...process.env, PORT, DATA_DIR: join(data, 'data') },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const ended = new Promise((resolve) => server.once('exit', resolve));
try {
  const link = await signInLink(server);
  await mkdir(PICTURES, { recursive: true });
  const browser = await chromium.launch({ executablePath: found.path });
  await takeAll(browser, link);
  await browser.close();
} finally {
  server.kill('SIGTERM');
  await ended;
  await rm(data, { recursive: true, force: true });
}

/** @param {import('node:child_process').ChildProcess} program @returns {Promise<string>} */
function signInLink(program) {
  return new Promise((resolve, reject) => {
    let said = '';
    program.stdout?.on('data', (chunk) => {
      said += chunk;
      const [link] = /http:\S+\/sign-in\/\S+/.exec(said) ?? [];
      if (link) resolve(link);
    });
    program.once('exit', () => reject(new Error(`The demo did not start:\n${said}`)));
  });
}

/** @param {import('playwright-core').Browser} browser @param {string} link */
async function takeAll(browser, link) {
  /** @type {{ name: string, viewport: typeof DESK, colorScheme: 'light' | 'dark', act: (page: import('playwright-core').Page) => Promise<void> }[]} */
  const visits = [
    { name: 'room', viewport: DESK, colorScheme: 'light', act: openThread },
    { name: 'room-dark', viewport: DESK, colorScheme: 'dark', act: openThread },
    { name: 'ask', viewport: DESK, colorScheme: 'light', act: ask },
    { name: 'palette', viewport: DESK, colorScheme: 'light', act: palette },
    { name: 'search', viewport: DESK, colorScheme: 'light', act: search },
    { name: 'list', viewport: DESK, colorScheme: 'light', act: list },
    { name: 'replay', viewport: DESK, colorScheme: 'light', act: replay },
    { name: 'settings', viewport: DESK, colorScheme: 'light', act: settings },
    { name: 'phone', viewport: PHONE, colorScheme: 'light', act: readOn },
    { name: 'phone-thread', viewport: PHONE, colorScheme: 'light', act: openSheet },
    { name: 'phone-dark', viewport: PHONE, colorScheme: 'dark', act: openSheet },
  ];
  for (const { name, viewport, colorScheme, act } of visits) {
    const context = await browser.newContext({ viewport, colorScheme, locale: 'en-GB', hasTouch: viewport === PHONE });
    const page = await context.newPage();
    await page.goto(link);
    await page.locator('article.text').waitFor();
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(1_500);
    await act(page);
    await page.waitForTimeout(900);
    await page.screenshot({ path: join(PICTURES, `${name}.png`) });
    console.error(`  ${name}.png`);
    await context.close();
  }
}

/** @param {import('playwright-core').Page} page */
async function readOn(page) {
  await page
    .getByRole('heading', { level: 2 })
    .nth(2)
    .evaluate((it) => scrollTo({ top: scrollY + it.getBoundingClientRect().top - 84 }));
}

/** @param {import('playwright-core').Page} page */
async function openThread(page) {
  await readOn(page);
  await page.waitForTimeout(800);
  const cards = page.locator('.margin .folded');
  for (let n = 0; n < (await cards.count()); n++) {
    const box = await cards.nth(n).boundingBox();
    if (box && box.y > 120 && box.y < 500) {
      await cards.nth(n).click();
      break;
    }
  }
  await page.locator('.margin .thread').waitFor();
  await page.mouse.move(20, 600);
}

/** @param {import('playwright-core').Page} page */
async function ask(page) {
  await readOn(page);
  await page.keyboard.press('j');
  await page.keyboard.press('q');
  await page.locator('.new-thread textarea').fill('Would that still hold if nobody ever came back to read the margin?');
}

/** @param {import('playwright-core').Page} page */
async function palette(page) {
  await readOn(page);
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
}

/** @param {import('playwright-core').Page} page */
async function search(page) {
  await readOn(page);
  await page.keyboard.press('/');
  await page.locator('.search input').fill('margin');
  await page.locator('.search-hits .hit').first().waitFor();
}

/** @param {import('playwright-core').Page} page */
async function list(page) {
  await readOn(page);
  await page.keyboard.press('l');
  await page.locator('.thread-list .row').first().waitFor();
}

/** @param {import('playwright-core').Page} page */
async function replay(page) {
  await readOn(page);
  await page.getByRole('button', { name: 'Replay' }).click();
  await page.waitForTimeout(3_000);
  await page.getByRole('button', { name: 'Pause' }).click();
}

/** @param {import('playwright-core').Page} page */
async function settings(page) {
  await readOn(page);
  await page.getByRole('button', { name: 'Text and colours' }).click();
  await page.getByRole('radio', { name: 'Sepia' }).click();
}

/** @param {import('playwright-core').Page} page */
async function openSheet(page) {
  await readOn(page);
  await page.waitForTimeout(800);
  // Where most was said: beside the warmest line.
  const talk = page.locator('.heat-3 ~ .talk, .heat-2 ~ .talk');
  for (let n = 0; n < (await talk.count()); n++) {
    const box = await talk.nth(n).boundingBox();
    if (box && box.y > 100 && box.y < 600) {
      await talk.nth(n).tap();
      break;
    }
  }
  await page.locator('.sheet').waitFor();
}
