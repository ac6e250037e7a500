/** Without a network: an article that was open once can be read, and what is written then is sent later. */

import { type ClassRoom, openClassRoom } from '../support/class-room.ts';
import type { Person } from '../support/protocol-client.ts';
import { Reader } from './reader.ts';
import { useStage } from './stage.ts';

const PASSAGE = 'place to answer back';

const stage = useStage();
let room: ClassRoom;
beforeEach(async () => {
  room = await openClassRoom(stage.gateway.url, 2);
});

async function enter(person: Person | undefined): Promise<Reader> {
  if (!person) throw new Error('The room is empty');
  const reader = await Reader.arrive(stage.browser, `${stage.gateway.url}/s/${room.seminar}`, {
    cookies: [person.browserCookie],
  });
  await reader.page.locator('article.text').waitFor();
  return reader;
}

/** How many rooms this browser has kept. */
const keptRooms = (reader: Reader) =>
  reader.page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('catena');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          if (!database.objectStoreNames.contains('rooms')) return resolve(0);
          const counting = database.transaction('rooms').objectStore('rooms').count();
          counting.onsuccess = () => resolve(counting.result);
        };
      }),
  );

/** The page is controlled by the service worker, all its files are kept, and so is the room. */
async function settled(reader: Reader): Promise<void> {
  await reader.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  for (const end = Date.now() + 60_000; (await keptRooms(reader)) === 0; await reader.page.waitForTimeout(200)) {
    if (Date.now() > end) throw new Error('The room was never kept');
  }
}

it('opens the article and what was said, takes words, and sends them when the network is back', async () => {
  const [ada, ben] = [await enter(room.instructor), await enter(room.people[1])];
  await ada.annotate(PASSAGE, 'Said before the network went.');
  await ben.thread('Said before the network went.').waitFor();
  await settled(ben);
  // What was said is kept again when the page is left.
  await ben.page.goto('about:blank');
  await ben.page.context().setOffline(true);
  await ben.page.goto(`${stage.gateway.url}/s/${room.seminar}`);
  await ben.page.locator('article.text', { hasText: PASSAGE }).waitFor();
  await ben.page.locator('.top', { hasText: 'Offline' }).waitFor();
  await ben.open('Said before the network went.');
  await ben.page.locator('.remark .name', { hasText: 'Ottilie Quill' }).waitFor();
  await ben.reply('Written in a tunnel.');
  await ben.page.reload();
  await ben.page.locator('article.text').waitFor();
  await ben.page.context().setOffline(false);
  await ben.page.locator('.live:not(.live-lost)').waitFor();
  await ada.open('Said before the network went.');
  await ada.page.locator('.remark', { hasText: 'Written in a tunnel.' }).waitFor();
  expect(ben.complaints).toEqual([]);
});

it('forgets what others wrote when one signs out', async () => {
  const ben = await enter(room.people[1]);
  await settled(ben);
  await ben.page.goto(stage.gateway.url);
  await ben.page.getByRole('button', { name: 'Sign out' }).click();
  await ben.page.getByRole('heading', { name: 'A seminar around an article.' }).waitFor();
  expect(await keptRooms(ben)).toBe(0);
  await ben.page.context().setOffline(true);
  await ben.page.goto(`${stage.gateway.url}/s/${room.seminar}`);
  await ben.page.getByText('The server can’t be reached').waitFor();
  expect(await ben.page.locator('article.text').count()).toBe(0);
});

it('shows nobody what another person of the same stage.browser could read', async () => {
  const ada = await enter(room.instructor);
  await ada.select(PASSAGE);
  await ada.page.keyboard.press('a');
  await ada.page.locator('.new-thread textarea').fill('For my eyes only.');
  await ada.page.getByRole('button', { name: /Who will read it/ }).click();
  await ada.page.getByRole('menuitemradio', { name: /^Only me/ }).click();
  await ada.page.getByRole('button', { name: 'Post' }).click();
  await ada.thread('For my eyes only').waitFor();
  await settled(ada);
  const ben = room.people[1];
  if (!ben) throw new Error('The room is empty');
  await ada.page.goto('about:blank');
  await ada.page.context().clearCookies();
  await ada.page.context().addCookies([ben.browserCookie]);
  await ada.page.goto(`${stage.gateway.url}/s/${room.seminar}`);
  await ada.page.locator('article.text').waitFor();
  expect(await ada.page.getByText('For my eyes only').count()).toBe(0);
  await settled(ada);
  await ada.page.context().setOffline(true);
  await ada.page.reload();
  await ada.page.locator('article.text').waitFor();
  expect(await ada.page.getByText('For my eyes only').count()).toBe(0);
});
