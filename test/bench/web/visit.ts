/** A reader's page in the browser, and how one goes through it. */
import type { Browser, Page } from 'playwright-core';
import type { CrowdedRoom } from './crowded-article.ts';

/** After opening, before anything is measured: in milliseconds. */
export const SETTLED = 6_000;
/** Turns of the wheel, in pixels and milliseconds. */
const WHEEL = { step: 240, every: 32, turns: 180 };

/** A page of its own for whoever reads in this room; close it by its context. */
export async function enter(browser: Browser, room: CrowdedRoom): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  await context.addCookies([room.reader.browserCookie]);
  return context.newPage();
}

/** Turns the wheel where the mouse is, from end to end. */
export async function scrollThrough(page: Page): Promise<void> {
  for (let turn = 0; turn < WHEEL.turns; turn++) {
    await page.mouse.wheel(0, WHEEL.step);
    await page.waitForTimeout(WHEEL.every);
  }
}
