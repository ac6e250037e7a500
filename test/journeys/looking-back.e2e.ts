/** Looking back: the discussion as it stood, by slider, by key and by link, while others go on. */
import { type ClassRoom, openClassRoom } from '../support/class-room.ts';
import type { Person } from '../support/protocol-client.ts';
import { Reader } from './reader.ts';
import { useStage } from './stage.ts';

const PASSAGE = 'place to answer back';

const stage = useStage();
let room: ClassRoom;
beforeAll(async () => {
  room = await openClassRoom(stage.gateway.url, 2);
});

async function enter(person: Person | undefined, behind = ''): Promise<Reader> {
  if (!person) throw new Error('The room is empty');
  const url = `${stage.gateway.url}/s/${room.seminar}${behind}`;
  const reader = await Reader.arrive(stage.browser, url, { cookies: [person.browserCookie] });
  await reader.page.locator('article.text').waitFor();
  return reader;
}

it('shows what had been said by then, event by event, and lets nothing be done there', async () => {
  const [ada, ben] = [await enter(room.instructor), await enter(room.people[1])];
  await ada.annotate(PASSAGE, 'The first word.');
  await ada.reply('The second word.');
  // Until the server has confirmed them, words are no part of the log.
  await ada.page.locator('.remark.waiting').first().waitFor({ state: 'detached' });
  await ben.see('The first word.');
  const slider = ada.page.getByRole('slider', { name: 'The discussion over time' });
  const head = Number(await slider.getAttribute('aria-valuemax'));
  await ada.page.keyboard.press('Escape');
  await slider.focus();
  await ada.page.keyboard.press('ArrowLeft');
  await ada.page.getByText(`event ${head - 1} of ${head}`).waitFor();
  await ada.page.getByText('As it stood on').waitFor();
  await ada.page.waitForURL(new RegExp(`\\?at=${head - 1}$`));
  await ada.thread('The first word.').click();
  await ada.page.locator('.margin .remark', { hasText: 'The first word.' }).waitFor();
  expect(await ada.page.getByText('The second word.').count()).toBe(0);
  expect(await ada.page.getByLabel('Write a reply').count()).toBe(0);
  await ada.select('beside what it is about');
  await ada.page.keyboard.press('a');
  await ada.page.getByText('This is the past').waitFor();
  expect(await ada.page.locator('.new-thread').count()).toBe(0);

  // Others go on meanwhile; the past stays what it was, for whoever follows the link too.
  await ben.annotate('beside what it is about', 'Said meanwhile.');
  await ada.page.getByText(`event ${head - 1} of ${head + 1}`).waitFor();
  expect(await ada.thread('Said meanwhile.').count()).toBe(0);
  const cleo = await enter(room.people[1], new URL(ada.page.url()).search);
  await cleo.page.getByText('As it stood on').waitFor();
  await cleo.thread('The first word.').waitFor();
  expect(await cleo.thread('Said meanwhile.').count()).toBe(0);

  await ada.page.getByRole('button', { name: 'Back to now' }).click();
  await ada.see('Said meanwhile.');
  expect(new URL(ada.page.url()).search).toBe('');
  await ada.open('The first word.');
  await ada.reply('And on it goes.');
  expect([...ada.complaints, ...ben.complaints, ...cleo.complaints]).toEqual([]);
});

it('shows what was said to oneself and apart as it stood then, to those who may read it', async () => {
  const [ada, ben] = [await enter(room.instructor), await enter(room.people[1])];
  await ben.annotateTo('Only me', 'stays beside', 'To myself, early.');
  await ben.annotate('what it is about', 'To all, in between.');
  await ben.annotateTo('The instructors', 'is said there', 'Apart, later.');
  await ben.page.locator('.remark.waiting').first().waitFor({ state: 'detached' });
  await ada.see('Apart, later.');
  await ada.see('To all, in between.');
  await ben.page.keyboard.press('Escape');
  const slider = ben.page.getByRole('slider', { name: 'The discussion over time' });
  const head = Number(await slider.getAttribute('aria-valuemax'));
  const behind = `?at=${head}`;
  const [then, instructor] = [await enter(room.people[1], behind), await enter(room.instructor, behind)];
  await then.page.getByText('As it stood on').waitFor();
  await then.thread('To myself, early.').waitFor();
  expect(await then.thread('Apart, later.').count()).toBe(0);
  await instructor.thread('To all, in between.').waitFor();
  expect(await instructor.thread('To myself, early.').count()).toBe(0);
  await then.page.getByRole('button', { name: 'Back to now' }).click();
  await then.see('Apart, later.');
  expect([ada, ben, then, instructor].flatMap(({ complaints }) => complaints)).toEqual([]);
});

it('plays from the beginning to now', async () => {
  const ada = await enter(room.instructor);
  await ada.page.getByRole('button', { name: 'Replay' }).click();
  await ada.page.getByLabel('Speed').selectOption('event');
  await ada.page.getByRole('button', { name: 'Pause' }).waitFor();
  await ada.page.locator('.past-banner').waitFor({ state: 'detached' });
  await ada.see('Said meanwhile.');
  expect(ada.complaints).toEqual([]);
});
