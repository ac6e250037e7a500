/** An instructor brings a Word document: it is dropped, looked at, mended, published and read. */
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { type ClassRoom, openClassRoom } from '../support/class-room.ts';
import { type GatewayProcess, startGateway } from '../support/gateway-process.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

const FILE = fileURLToPath(new URL('../fixtures/articles/made/pandoc.docx', import.meta.url));

let database: TestDatabase;
let gateway: GatewayProcess;
let browser: Browser;
let room: ClassRoom;
let page: Page;
beforeAll(async () => {
  [database, browser] = await Promise.all([createTestDatabase(), launchBrowser()]);
  gateway = await startGateway(database.url);
  room = await openClassRoom(gateway.url, 1);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await gateway.stop();
  await database.drop();
});

it('is dropped, mended, published and read', async () => {
  const context = await browser.newContext();
  await context.addCookies([room.instructor.browserCookie]);
  page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => void (message.type() === 'error' && problems.push(message.text())));
  await page.goto(`${gateway.url}/s/${room.seminar}/bring`);
  await page.locator('input[type=file]').setInputFiles(FILE);

  const text = page.locator('.preview-text');
  await text.locator('article.text').waitFor();
  expect(await page.locator('.found li').count()).toBeGreaterThan(3);
  const paragraphs = () => text.locator('.passage > p').count();
  const before = await paragraphs();

  const second = text.locator('.passage', { hasText: 'Travellers complained' });
  await second.hover();
  await second.getByRole('button', { name: 'Join to the paragraph above' }).click();
  expect(await paragraphs()).toBe(before - 1);

  // Between its first and its second word.
  const last = text.locator('.passage', { hasText: 'Readers of Haverstock' });
  await last.scrollIntoViewIfNeeded();
  await last.locator('[data-at]').evaluate((element) => {
    const [words] = element.childNodes;
    if (words) window.getSelection()?.setBaseAndExtent(words, 8, words, 8);
  });
  await last.hover();
  await last.getByRole('button', { name: 'Split at the cursor' }).click();
  expect(await paragraphs()).toBe(before);
  const half = text.locator('.passage', { hasText: /^\d*Readers\W*$/ });
  await half.hover();
  await half.getByRole('button', { name: 'Leave this out' }).click();
  expect(await paragraphs()).toBe(before - 1);

  await page.getByRole('button', { name: 'Publish to the seminar' }).click();
  await page.locator('.room article.text').waitFor();
  const article = page.locator('.room article.text');
  expect(await article.locator('h1').textContent()).toBe('The ferry that kept no timetable');
  expect(await article.locator('math').count()).toBe(4);
  expect(await article.locator('.verse').count()).toBe(1);
  expect(await article.locator('.reference-list li').count()).toBe(2);
  await article.locator('figure img').scrollIntoViewIfNeeded();
  const isShown = () =>
    article.locator('figure img').evaluate((it) => it instanceof HTMLImageElement && it.naturalWidth);
  for (const end = Date.now() + 10_000; (await isShown()) !== 240 && Date.now() < end; ) await page.waitForTimeout(50);
  expect(await isShown()).toBe(240);
  expect(problems).toEqual([]);
  await context.close();
}, 60_000);
