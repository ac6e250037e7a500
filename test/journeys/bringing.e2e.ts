/** An instructor brings a Word document: it is dropped, looked at, mended, published and read. */
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { longPdf } from '../bench/long-pdf.ts';
import { type ClassRoom, openClassRoom } from '../support/class-room.ts';
import { startProgram } from '../support/program-process.ts';
import { useStage } from './stage.ts';

const FILE = fileURLToPath(new URL('../fixtures/articles/made/pandoc.docx', import.meta.url));

const stage = useStage({ IMPORT_QUEUED_BYTES: 100_000 });
let room: ClassRoom;
let page: Page;
beforeAll(async () => {
  room = await openClassRoom(stage.gateway.url, 1);
});

/** A tool shows while the pointer is over its passage; where the text moves away beneath it, a person points again. */
async function use(passage: Locator, tool: string): Promise<void> {
  for (let tries = 5; ; tries--) {
    await passage.hover();
    try {
      return await passage.getByRole('button', { name: tool }).click({ timeout: 5_000 });
    } catch (error) {
      if (tries === 0) throw error;
    }
  }
}

it('is dropped, mended, published and read', async () => {
  const context = await stage.browser.newContext();
  await context.addCookies([room.instructor.browserCookie]);
  page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => void (message.type() === 'error' && problems.push(message.text())));
  await page.goto(`${stage.gateway.url}/s/${room.seminar}/bring`);
  await page.locator('input[data-choose=files]').setInputFiles(FILE);

  const text = page.locator('.check-text');
  await text.locator('article.text').waitFor();
  expect(await page.locator('.check-outline li').count()).toBeGreaterThan(3);
  const paragraphs = () => text.locator('.passage > p').count();
  const before = await paragraphs();

  const second = text.locator('.passage', { hasText: 'Travellers complained' });
  await use(second, 'Join to the one above');
  expect(await paragraphs()).toBe(before - 1);

  // Between its first and its second word.
  const last = text.locator('.passage', { hasText: 'Readers of Haverstock' });
  await last.scrollIntoViewIfNeeded();
  await last.locator('[data-at]').evaluate((element) => {
    const [words] = element.childNodes;
    if (words) window.getSelection()?.setBaseAndExtent(words, 8, words, 8);
  });
  await use(last, 'Split at the cursor');
  expect(await paragraphs()).toBe(before);
  const half = text.locator('.passage', { has: page.locator('p', { hasText: /^Readers\W*$/ }) });
  await use(half, 'Leave out');
  expect(await paragraphs()).toBe(before - 1);

  // One step back and forth, and a heading one level down.
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await paragraphs()).toBe(before);
  await page.getByRole('button', { name: 'Redo' }).click();
  expect(await paragraphs()).toBe(before - 1);
  const heading = text.locator('.passage.heading', { hasText: 'What waiting was for' });
  await use(heading, 'Down a level');
  await page.getByLabel('Subtitle').fill('Mended in passing');
  await page.getByLabel('Authors').fill('Ottilie Quill, Fallowmere College\nSomebody Else');
  await page.getByLabel('Authors').blur();
  await page.locator('.check-name [data-state=kept]').waitFor();

  // All of it is there again after the page was loaded anew, also by way of the list.
  await page.goto(`${stage.gateway.url}/s/${room.seminar}/bring`);
  await page.locator('.unfinished a').click();
  await text.locator('article.text').waitFor();
  expect(await paragraphs()).toBe(before - 1);
  expect(await text.locator('.subtitle').textContent()).toBe('Mended in passing');
  expect(await text.locator('.authors b').allTextContents()).toEqual(['Ottilie Quill', 'Somebody Else']);
  expect(await text.locator('h3', { hasText: 'What waiting was for' }).count()).toBe(1);

  await page.getByRole('button', { name: 'Publish' }).click();
  await page.locator('.room article.text').waitFor();
  const article = page.locator('.room article.text');
  expect(await article.locator('h1').textContent()).toBe('The ferry that kept no timetable');
  expect(await article.locator('math').count()).toBe(4);
  expect(await article.locator('.verse').count()).toBe(1);
  expect(await article.locator('.reference-list li').count()).toBe(2);
  await article.locator('figure img').scrollIntoViewIfNeeded();
  const isShown = () =>
    article.locator('figure img').evaluate((it) => it instanceof HTMLImageElement && it.naturalWidth);
  for (const end = Date.now() + 60_000; (await isShown()) !== 240 && Date.now() < end; ) await page.waitForTimeout(50);
  expect(await isShown()).toBe(240);
  expect(problems).toEqual([]);
});

it('comes with its pictures, several files at once, and says which did not come', async () => {
  const context = await stage.browser.newContext();
  await context.addCookies([room.instructor.browserCookie]);
  page = await context.newPage();
  await page.goto(`${stage.gateway.url}/s/${room.seminar}/bring`);
  const held = (name: string) => fileURLToPath(new URL(`../fixtures/articles/held-out/${name}`, import.meta.url));
  await page.locator('input[data-choose=files]').setInputFiles([held('made/journal.html'), held('kiln.png')]);
  const figure = page.locator('.check-text figure');
  await figure.scrollIntoViewIfNeeded();
  await figure.locator('img').waitFor();
  expect(await page.locator('.check-file').textContent()).toBe('journal.zip');

  await page.goto(`${stage.gateway.url}/s/${room.seminar}/bring`);
  await page.locator('input[data-choose=files]').setInputFiles(held('made/journal.html'));
  await page.locator('.check-text article.text').waitFor();
  expect(await figure.locator('img').count()).toBe(0);
  const finding = page.locator('.check-findings li', { hasText: 'kiln.png' });
  expect(await finding.textContent()).toContain('did not come along');
  await page.getByText('Pictures are missing.').waitFor();
  await page.getByRole('button', { name: 'Take away' }).click();
  await page.locator('.drop').waitFor();
});

it('keeps pictures in their lines, and tells what is missing in the language of whoever brings it', async () => {
  const context = await stage.browser.newContext({ locale: 'de-DE' });
  await context.addCookies([room.instructor.browserCookie]);
  page = await context.newPage();
  const third = (name: string) => fileURLToPath(new URL(`../fixtures/articles/third/${name}`, import.meta.url));
  await page.goto(`${stage.gateway.url}/s/${room.seminar}/bring`);
  await page.locator('input[data-choose=files]').setInputFiles([third('manuscript.md'), third('hand.png')]);
  const line = page.locator('.check-text .passage', { hasText: 'The mark beside it' });
  await line.scrollIntoViewIfNeeded();
  const picture = line.locator('.picture-in-line img');
  await picture.waitFor();
  expect(await picture.getAttribute('alt')).toBe('a drawn hand');
  expect(await page.locator('.check-findings li').allTextContents()).toEqual([
    'Das Bild „light.png“ fehlt: es kam nicht mit. Zeile 72',
  ]);

  await page.getByRole('button', { name: 'Veröffentlichen' }).click();
  const article = page.locator('.room article.text');
  await article.locator('.picture-in-line img').waitFor();
  // What it shows is text of the paragraph, so that it can be found and quoted.
  const passage = article.locator('.passage', { hasText: 'The mark beside it' });
  expect(await passage.locator('[data-at]').allTextContents()).toEqual([
    'So wrote Thomas Orde in November 1871. The mark beside it, ',
    'a drawn hand',
    ', is in the ink of the inspector.',
  ]);
});

it('is read by a worker where it is large, and is stopped or waited for', async () => {
  const context = await stage.browser.newContext();
  await context.addCookies([room.instructor.browserCookie]);
  page = await context.newPage();
  const { bytes } = await longPdf(120);
  await page.goto(`${stage.gateway.url}/s/${room.seminar}/bring`);
  const file = { name: 'long.pdf', mimeType: 'application/pdf', buffer: Buffer.from(bytes) };
  await page.locator('input[data-choose=files]').setInputFiles(file);
  await page.getByText('Waiting for its turn').first().waitFor();
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.locator('.drop').waitFor();

  await page.locator('input[data-choose=files]').setInputFiles(file);
  await page.getByText('Waiting for its turn').first().waitFor();
  const worker = await startProgram('worker', { DATABASE_URL: stage.database.url });
  await page.getByText(/Page \d+ of 120/).waitFor({ timeout: 60_000 });
  await page.reload();
  await page.locator('.check-text article.text').waitFor({ timeout: 60_000 });
  await worker.stop();
});
