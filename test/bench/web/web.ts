/**
 * `web`: the reading room in Chromium, by the browser's own tracing. An article of 15,000 words with 5,000 annotations beside the
 * same page with none, in interleaved rounds: what is loaded before one can read, opening, scrolling from end to end, and
 * what one new word of somebody else costs and touches. And one paragraph with 500 threads: unfolding them, going through them.
 */
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../support/browser.ts';
import { startGateway } from '../../support/gateway-process.ts';
import type { Bench } from '../bench.ts';
import { compare } from '../report.ts';
import { median } from '../statistics.ts';
import { type CrowdedRoom, crowdedRoom } from './crowded-article.ts';
import { measureStack, type Stack, stackLines, THREADS } from './crowded-paragraph.ts';
import { traced } from './trace.ts';
import { enter, SETTLED, scrollThrough } from './visit.ts';

const ANNOTATIONS = 5_000;
const ROUNDS = 5;
const KB = 1_000;
const UNBOUNDED = { COMMANDS_PER_MINUTE: 1_000_000 };

interface Round {
  /** Kilobytes of JavaScript, gzipped, before the article could be read. */
  script: number;
  /** Milliseconds from the address to the article. */
  opening: number;
  /** The longest task of the main thread while scrolling, in milliseconds. */
  scrolling: number;
  /** The same while somebody answered in a thread in view. */
  word: number;
  /** Elements changed by that word outside of its thread, the outline and what counts and announces. */
  touched: number;
}

export const web: Bench = async ({ databaseUrl, progress }) => {
  const gateway = await startGateway(databaseUrl, UNBOUNDED);
  const browser = await launchBrowser();
  progress(`bringing the article and ${ANNOTATIONS} annotations`);
  const rooms = { full: await crowdedRoom(gateway.url, ANNOTATIONS), empty: await crowdedRoom(gateway.url, 1) };
  const crowd = await crowdedRoom(gateway.url, THREADS, 1);
  const rounds: Record<keyof typeof rooms, Round[]> = { full: [], empty: [] };
  const stacks: Stack[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    progress(`round ${round} of ${ROUNDS}`);
    for (const kind of ['full', 'empty'] as const) rounds[kind].push(await measure(browser, rooms[kind], round));
    stacks.push(await measureStack(browser, crowd));
  }
  for (const room of [...Object.values(rooms), crowd]) room.close();
  await browser.close();
  await gateway.stop();

  const line = (name: string, unit: string, field: keyof Round, atMost?: number) => {
    const figure = (kind: keyof typeof rooms) => median(rounds[kind].map((round) => round[field]));
    const goal = atMost === undefined ? undefined : { of: 'value' as const, atMost };
    return compare(`web, ${name}`, unit, figure('full'), 'without annotations', figure('empty'), goal);
  };
  return [
    line('JavaScript before one can read, gzip', 'kB', 'script', 150),
    line('opening: address to article', 'ms', 'opening'),
    line('scrolling from end to end: longest task', 'ms', 'scrolling', 50),
    line('a new word: longest task', 'ms', 'word', 50),
    line('a new word: elements changed elsewhere', '', 'touched', 0),
    ...stackLines(stacks, median(rounds.empty.map(({ scrolling }) => scrolling))),
  ];
};

async function measure(browser: Browser, room: CrowdedRoom, round: number): Promise<Round> {
  const page = await enter(browser, room);
  await page.addInitScript(noteWhenReadable);
  const bodies = new Map<string, Promise<Buffer>>();
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.endsWith('.js')) bodies.set(pathname, response.body());
  });
  const start = performance.now();
  await page.goto(room.address);
  await page.locator('article.text [data-passage]').first().waitFor();
  const opening = performance.now() - start;
  const asked = await page.evaluate(scriptsBeforeText);
  const sizes = asked.map(async (path) => gzipSync((await bodies.get(path)) ?? '').length);
  const script = (await Promise.all(sizes)).reduce((sum, bytes) => sum + bytes, 0) / KB;
  await page.waitForTimeout(SETTLED);
  await page.mouse.move(600, 500);
  const scrolled = await traced(page, () => scrollThrough(page));
  await page.evaluate(() => scrollTo({ top: 0 }));
  await page.waitForTimeout(1_000);
  const { word, touched } = await newWord(page, room, round);
  await page.context().close();
  return { script, opening, scrolling: Math.max(...scrolled.tasks), word, touched };
}

/** Notes in the page when the article stands there: the parts that come after it are asked for then. */
function noteWhenReadable(): void {
  const look = new MutationObserver(() => {
    if (!document.querySelector('article.text [data-passage]')) return;
    performance.mark('readable');
    look.disconnect();
  });
  look.observe(document, { subtree: true, childList: true });
}

function scriptsBeforeText(): string[] {
  const [readable] = performance.getEntriesByName('readable');
  return performance
    .getEntriesByType('resource')
    .filter(({ name, startTime }) => name.endsWith('.js') && startTime < (readable?.startTime ?? 0))
    .map(({ name }) => new URL(name).pathname);
}

/** Somebody answers in the first thread, which is in view and open. */
async function newWord(page: Page, room: CrowdedRoom, round: number): Promise<{ word: number; touched: number }> {
  const first = room.annotations[0];
  await page.evaluate((id) => {
    location.hash = `#annotation-${id}`;
  }, first);
  await page.locator('.margin .thread').waitFor();
  await page.waitForTimeout(1_500);
  const body = `A new word, the ${round}th.`;
  await page.evaluate(watchChanges);
  const during = await traced(page, async () => {
    await room.reply(0, body);
    await page.locator('.margin .thread .remark', { hasText: body }).waitFor();
    await page.waitForTimeout(500);
  });
  const touched = await page.evaluate(() => Number(document.documentElement.dataset.touched ?? 0));
  return { word: Math.max(...during.tasks), touched };
}

/** Counts elements that change where a new word has no business. */
function watchChanges(): void {
  // Its thread and where the margin has to make room for it; the section's counts; the paragraph's heat, beside it and in the strip; and what tells of it.
  const its =
    '.slot-open, .outline, .heat, .heat-strip, .talk, .timeline, .notice-place, .pill, .since, [aria-live], .live, .progress-words, .progress-line';
  const touched = new Set<Node>();
  new MutationObserver((records) => {
    for (const { target, type, attributeName } of records) {
      const element = target instanceof Element ? target : target.parentElement;
      const isMoved = type === 'attributes' && attributeName === 'style' && element?.matches('.slot, .margin');
      if (element && !isMoved && !element.closest(its)) touched.add(element);
    }
    document.documentElement.dataset.touched = String(touched.size);
  }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
}
