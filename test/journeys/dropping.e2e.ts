/** An instructor drops a folder on the page, as it is dragged out of a file manager. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { type ClassRoom, openClassRoom } from '../support/class-room.ts';
import { useStage } from './stage.ts';

const MOST_FILES = 20;

const stage = useStage({ ARCHIVE_MAX_ENTRIES: MOST_FILES });
const fixture = (path: string) => fileURLToPath(new URL(`../fixtures/articles/${path}`, import.meta.url));
let room: ClassRoom;
let work: string;
beforeAll(async () => {
  room = await openClassRoom(stage.gateway.url, 1);
  work = mkdtempSync(join(tmpdir(), 'catena-dropping-'));
});
afterAll(() => rmSync(work, { recursive: true }));

/** A folder with these files, each the copy of another or a text. */
function folderOf(name: string, files: Readonly<Record<string, string | { from: string }>>): string {
  const folder = join(work, name);
  mkdirSync(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    if (typeof content === 'string') writeFileSync(join(folder, path), content);
    else cpSync(content.from, join(folder, path));
  }
  return folder;
}

async function openPage(locale: string): Promise<Page> {
  const context = await stage.browser.newContext({ locale });
  await context.addCookies([room.instructor.browserCookie]);
  const page = await context.newPage();
  await page.goto(`${stage.gateway.url}/s/${room.seminar}/bring`);
  return page;
}

/** Drags a file or a folder onto the page and lets go of it; where the page moves meanwhile, a person follows. */
async function drop(page: Page, path: string): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (let tries = 5; ; tries--) {
    const box = await page.locator('.drop').boundingBox();
    if (!box) throw new Error('There is nowhere to drop it');
    const place = { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + 20) };
    await browser.send('Input.dispatchDragEvent', { type: 'dragEnter', ...place, data });
    await browser.send('Input.dispatchDragEvent', { type: 'dragOver', ...place, data });
    try {
      await page.locator('.drop.over').waitFor({ timeout: 5_000 });
      await browser.send('Input.dispatchDragEvent', { type: 'drop', ...place, data });
      return;
    } catch (error) {
      if (tries === 0) throw error;
      await browser.send('Input.dispatchDragEvent', { type: 'dragCancel', ...place, data });
    }
  }
}

it('is read with the pictures in it and in the folders within', async () => {
  const page = await openPage('en-GB');
  const html = '<!doctype html><title>On bells</title><h1>On bells</h1><p>A bell under water is heard further.</p>';
  const figure = '<figure><img src="pictures/kiln.png" alt="a kiln"><figcaption>A kiln.</figcaption></figure>';
  const folder = folderOf('bells', {
    'bells.html': `${html}${figure}`,
    'pictures/kiln.png': { from: fixture('held-out/kiln.png') },
    '.DS_Store': 'left by a file manager',
  });
  await drop(page, folder);
  const picture = page.locator('.check-text figure img');
  await picture.scrollIntoViewIfNeeded();
  await picture.waitFor();
  expect(await page.locator('.check-file').textContent()).toBe('bells.zip');
  expect(await page.locator('.check-findings li').count()).toBe(0);
});

it('is refused with what is to be done, in the language of whoever dropped it', async () => {
  const page = await openPage('de-DE');
  const problem = page.getByRole('alert');
  const cases: [string, string][] = [
    [
      folderOf('several', { 'one.md': '# One\n\nA text.', 'two.md': '# Two\n\nA text.' }),
      'Was davon ist der Artikel: „several/one.md“, „several/two.md“? Stellen Sie ihn nur mit seinen Bildern ein.',
    ],
    [folderOf('pictures', { 'kiln.png': { from: fixture('held-out/kiln.png') }, 'notes.css': 'p {}' }), 'kein Artikel'],
    [
      folderOf('many', Object.fromEntries(Array.from({ length: MOST_FILES + 1 }, (_, at) => [`page-${at}.txt`, 'x']))),
      `mehr als ${MOST_FILES} Dateien`,
    ],
    // After another sentence, so that it is not the one before that is seen.
    [folderOf('empty', {}), 'kein Artikel'],
  ];
  for (const [folder, sentence] of cases) {
    await drop(page, folder);
    await problem.filter({ hasText: sentence }).waitFor();
  }
  // The place to drop is there, for another try.
  await drop(page, fixture('manuscript.md'));
  await page.locator('.check-text article.text').waitFor();
});
