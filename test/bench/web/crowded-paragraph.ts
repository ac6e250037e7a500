/** One paragraph with very many threads: its stack is unfolded, gone through, and the last of them opened. */
import type { Browser } from 'playwright-core';
import { compare, type Measured } from '../report.ts';
import { median } from '../statistics.ts';
import type { CrowdedRoom } from './crowded-article.ts';
import { traced } from './trace.ts';
import { enter, SETTLED, scrollThrough } from './visit.ts';

/** On the one paragraph. */
export const THREADS = 500;

/** The longest task of each, in milliseconds. */
export interface Stack {
  unfolding: number;
  going: number;
  opening: number;
}

const NAMES: Record<keyof Stack, string> = {
  unfolding: 'unfolding their stack',
  going: 'scrolling through it',
  opening: 'opening the last of them',
};

export async function measureStack(browser: Browser, room: CrowdedRoom): Promise<Stack> {
  const page = await enter(browser, room);
  await page.goto(room.address);
  const head = page.locator('.stack-head').first();
  await head.waitFor();
  await page.waitForTimeout(SETTLED);
  const longest = async (run: () => Promise<void>) => Math.max(...(await traced(page, run)).tasks);
  const rows = page.locator('.stack-rows');
  const unfolding = await longest(async () => {
    await head.click();
    await rows.locator('li').first().waitFor();
  });
  const box = await rows.boundingBox();
  await page.mouse.move((box?.x ?? 0) + 40, (box?.y ?? 0) + 40);
  const going = await longest(() => scrollThrough(page));
  const opening = await longest(async () => {
    await rows.locator('li .folded').last().click();
    await page.locator('.margin .thread').waitFor();
    await page.waitForTimeout(500);
  });
  await page.context().close();
  return { unfolding, going, opening };
}

/** @param scrolling the longest task of scrolling the page without annotations, in milliseconds */
export function stackLines(stacks: readonly Stack[], scrolling: number): readonly Measured[] {
  return (Object.keys(NAMES) as (keyof Stack)[]).map((what) =>
    compare(
      `web, ${THREADS} threads on one paragraph, ${NAMES[what]}: longest task`,
      'ms',
      median(stacks.map((stack) => stack[what])),
      'scrolling without annotations',
      scrolling,
      { of: 'value', atMost: 50 },
    ),
  );
}
