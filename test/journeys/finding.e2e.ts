/** Finding one's way: searching, filtering, listing, unread marks on two devices, what concerns one. */
import { type ClassRoom, openClassRoom } from '../support/class-room.ts';
import type { Person } from '../support/protocol-client.ts';
import { type Arrival, Reader } from './reader.ts';
import { useStage } from './stage.ts';

const PASSAGE = 'place to answer back';
const BESIDE = 'beside what it is about';

const stage = useStage();
let room: ClassRoom;
beforeEach(async () => {
  room = await openClassRoom(stage.gateway.url, 2);
});

async function enter(person: Person | undefined, behind = '', options: Arrival = {}): Promise<Reader> {
  if (!person) throw new Error('The room is empty');
  const cookies = [person.browserCookie];
  const reader = await Reader.arrive(stage.browser, `${stage.gateway.url}/s/${room.seminar}${behind}`, {
    ...options,
    cookies,
  });
  await reader.page.locator('article.text').waitFor();
  return reader;
}

/** What stands behind the ? of the address. */
const query = (reader: Reader) => new URL(reader.page.url()).searchParams;

it('searches with the keys alone, and leads to the place', async () => {
  const [ada, ben] = [await enter(room.instructor), await enter(room.people[1])];
  await ben.annotate(BESIDE, 'A palimpsest, if anything.');
  await ada.see('A palimpsest');
  const { keyboard } = ada.page;
  await keyboard.press('Escape');
  await keyboard.press('/');
  await keyboard.type('palimp');
  const option = ada.page.getByRole('option', { name: /palimpsest/ });
  await option.waitFor();
  expect(await option.locator('mark').textContent()).toBe('palimpsest');
  await keyboard.press('Enter');
  await ada.page.locator('.margin .thread', { hasText: 'A palimpsest' }).waitFor();
  await keyboard.press('Escape');
  await keyboard.press('/');
  await keyboard.type('answer compa');
  await ada.page.getByRole('option', { name: /In the text/ }).waitFor();
  await keyboard.press('Enter');
  await ada.page.waitForFunction(() => document.activeElement?.textContent?.includes('place to answer back'));
  await keyboard.press('/');
  await ada.page.getByRole('combobox').fill('zeppelin');
  await ada.page.getByText('Nothing found for ‘zeppelin’').waitFor();
  await keyboard.press('Escape');
  await ada.page.locator('dialog.search').waitFor({ state: 'detached' });
  expect(ada.complaints).toEqual([]);
});

it('searches in what the stage.browser holds where there is no network', async () => {
  const ada = await enter(room.instructor);
  await ada.annotate(PASSAGE, 'Éclairs at the margin.');
  await ada.page.route('**/search?*', (route) => route.abort());
  await ada.page.keyboard.press('Escape');
  await ada.page.keyboard.press('/');
  await ada.page.keyboard.type('eclair');
  await ada.page.getByRole('option', { name: /Éclairs/ }).waitFor();
  await ada.page.getByText('There is no connection').waitFor();
});

it('filters by an address that can be shared, and says what is hidden', async () => {
  const [ada, ben] = [await enter(room.instructor), await enter(room.people[1])];
  await ada.annotate(PASSAGE, 'Only a remark.');
  await ben.annotate(BESIDE, 'And is this a question?', 'q');
  await ada.see('And is this a question?');
  await ada.page.keyboard.press('Escape');
  await ada.page.getByRole('button', { name: 'Filter', exact: true }).click();
  await ada.page.getByLabel('Unanswered questions').check();
  await ada.page.keyboard.press('Escape');
  await ada.thread('Only a remark.').waitFor({ state: 'detached' });
  await ada.page.getByText('1 hidden').waitFor();
  expect(query(ada).has('unanswered')).toBe(true);

  const cleo = await enter(room.people[1], new URL(ada.page.url()).search);
  await cleo.thread('And is this a question?').waitFor();
  expect(await cleo.thread('Only a remark.').count()).toBe(0);
  await cleo.page.getByRole('button', { name: 'Without the filter: Unanswered questions' }).click();
  await cleo.thread('Only a remark.').waitFor();
  expect([...query(cleo).keys()]).toEqual([]);
});

it('lists all threads in the order one likes, and unfolds them there', async () => {
  const [ada, ben] = [await enter(room.instructor), await enter(room.people[1])];
  await ada.annotate(PASSAGE, 'Said first, stands first.');
  await ben.annotate(BESIDE, 'Said last, stands last.');
  await ada.see('Said last');
  await ada.page.keyboard.press('Escape');
  await ada.page.keyboard.press('l');
  const rows = ada.page.locator('.thread-list .row');
  await rows.nth(1).waitFor();
  const order = () => rows.locator('.row-words').allTextContents();
  expect(await order()).toEqual(['Said first, stands first.', 'Said last, stands last.']);
  await ada.page.getByLabel('Order').selectOption('newest');
  expect(await order()).toEqual(['Said last, stands last.', 'Said first, stands first.']);
  expect(query(ada).get('sort')).toBe('newest');
  await ada.page.keyboard.press('Tab');
  await rows.first().click();
  await ada.page.locator('.thread-list .thread', { hasText: 'Said last' }).waitFor();
  await ada.reply('Answered in the list.');
  await ben.see('Answered in the list.').catch(() => undefined);
  await ada.page.getByRole('button', { name: 'Close the list' }).click();
  await ada.page.locator('.margin .thread', { hasText: 'Answered in the list.' }).waitFor();
  expect(ada.complaints).toEqual([]);
});

it('knows on one device what was read on the other, and tells what concerns one', async () => {
  const [ada, desk, phone] = [await enter(room.instructor), await enter(room.people[1]), await enter(room.people[1])];
  await desk.annotate(PASSAGE, 'Mine, to be answered.');
  // Closed: an answer in an open thread would be read at once.
  await desk.page.keyboard.press('Escape');
  await ada.see('Mine, to be answered.');
  await ada.open('Mine, to be answered.');
  await ada.reply('So it is answered.');
  await phone.page.getByRole('button', { name: 'Notifications, 1 unread' }).waitFor();

  await phone.page.getByRole('button', { name: 'Notifications, 1 unread' }).click();
  await phone.page.getByRole('button', { name: /Ottilie Quill replied.*So it is answered/s }).click();
  await phone.page.locator('.margin .remark', { hasText: 'So it is answered.' }).waitFor();
  await phone.page.getByRole('button', { name: 'Notifications', exact: true }).waitFor();

  // A moment later the other device knows, though nobody touches it.
  await desk.page.getByRole('button', { name: 'Notifications', exact: true }).waitFor();
  await desk.page.locator('.folded .fresh').waitFor({ state: 'detached' });

  // And back: unread again, there too.
  await phone.page.locator('.remark', { hasText: 'So it is answered.' }).getByRole('button', { name: 'More' }).click();
  await phone.page.getByRole('menuitem', { name: 'Mark as unread from here' }).click();
  await phone.page.locator('.folded .fresh').waitFor();
  await desk.page.locator('.folded .fresh').waitFor();

  const start = await Reader.arrive(stage.browser, stage.gateway.url, {
    cookies: [room.people[1]?.browserCookie ?? never()],
  });
  await start.page.getByText('1 unread notification').waitFor();
  expect([...ada.complaints, ...desk.complaints, ...phone.complaints, ...start.complaints]).toEqual([]);
});

function never(): never {
  throw new Error('The room is empty');
}
