/** Five hundred threads on one paragraph: a few show, the rest is a list that can be searched, and nothing is slow to make. */
import type { Page } from 'playwright-core';
import { v4, v7 } from 'uuid';
import { AnnotationId, EVERYONE } from '#seminar';
import { type ClassRoom, openClassRoom } from '../support/class-room.ts';
import { Reader } from './reader.ts';
import { useStage } from './stage.ts';

const THREADS = 500;
/** What a screen of 900 pixels can hold several times over. */
const FEW = 60;

const stage = useStage({ COMMANDS_PER_MINUTE: 10_000 });
let room: ClassRoom;
beforeAll(async () => {
  room = await openClassRoom(stage.gateway.url, 2);
  const say = (n: number) =>
    room.instructor.json('POST', `/api/seminars/${room.seminar}/commands`, {
      ...{ id: v7(), seminar: room.seminar, audience: EVERYONE },
      ...room.comment(AnnotationId.parse(v4()), `Remark number ${n} on the same few words.`),
    });
  for (let n = 0; n < THREADS; n += 25) await Promise.all(Array.from({ length: 25 }, (_, m) => say(n + m)));
});

async function enter(options: object = {}): Promise<Reader> {
  const cookies = [room.people[1]?.browserCookie].flatMap((cookie) => cookie ?? []);
  const reader = await Reader.arrive(stage.browser, `${stage.gateway.url}/s/${room.seminar}`, { ...options, cookies });
  await reader.page.locator('article.text').waitFor();
  return reader;
}

const cards = (page: Page) => page.locator('.folded, .row').count();

it('shows a few, and the rest in a list of its own', async () => {
  const { page, complaints } = await enter();
  await page.getByRole('button', { name: '495 more here' }).click();
  await page.locator('.stack-rows .folded').first().waitFor();
  expect(await cards(page)).toBeLessThan(FEW);
  await page.locator('.stack-rows').evaluate((it) => it.scrollTo(0, it.scrollHeight));
  await page.locator('.stack-rows li[aria-posinset="495"]').waitFor();
  expect(await cards(page)).toBeLessThan(FEW);
  await page.getByLabel('Search in these').fill('number 321 ');
  await page.locator('.stack-rows .folded', { hasText: 'number 321' }).click();
  await page.locator('.margin .thread', { hasText: 'number 321' }).waitFor();
  // The keys go on from there, one by one.
  await page.keyboard.press('n');
  await page.locator('.margin .thread', { hasNotText: 'number 321' }).waitFor();
  expect(complaints).toEqual([]);
});

it('lists all of them, and makes those in sight alone', async () => {
  const { page, complaints } = await enter();
  await page.keyboard.press('l');
  await page.getByText('500 threads').waitFor();
  expect(await cards(page)).toBeLessThan(FEW);
  await page.locator('.list-rows').evaluate((it) => it.scrollTo(0, it.scrollHeight));
  await page.locator('.list-rows li[aria-posinset="501"]').waitFor();
  expect(await cards(page)).toBeLessThan(FEW);
  expect(complaints).toEqual([]);
});

it('is a drawer on a phone', async () => {
  const { page, complaints } = await enter({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await page.getByRole('button', { name: 'All threads' }).tap();
  await page.getByLabel('Search in these').fill('number 77 ');
  await page.locator('.thread-list .row', { hasText: 'number 77' }).tap();
  await page.locator('.thread-list .thread', { hasText: 'number 77' }).waitFor();
  await page.getByRole('button', { name: 'Close the list' }).tap();
  await page.locator('.sheet .thread', { hasText: 'number 77' }).waitFor();
  expect(complaints).toEqual([]);
});
