/** Words are deleted by mistake and brought back, while somebody else is looking. */
import { type ClassRoom, openClassRoom } from '../support/class-room.ts';
import { Reader } from './reader.ts';
import { useStage } from './stage.ts';

const WORDS = 'Whose margin is it?';

const stage = useStage();
let room: ClassRoom;
beforeAll(async () => {
  room = await openClassRoom(stage.gateway.url, 2);
});

async function enter(n: number): Promise<Reader> {
  const person = room.people[n];
  if (!person) throw new Error('The room is empty');
  return Reader.enter(stage.browser, `${stage.gateway.url}/s/${room.seminar}`, person);
}

async function remove({ page }: Reader): Promise<void> {
  await page.locator('.remark').first().getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
}

it('vanishes for everybody at once, and comes back as it was', async () => {
  const [ada, ben] = [await enter(0), await enter(1)];
  await ada.annotate('place to answer back', WORDS);
  await ben.see(WORDS);
  await ben.open(WORDS);
  await ben.page.locator('.react-button').first().click();
  await ben.page.locator('.reaction-choice button').first().click();
  await ada.open(WORDS);
  await ada.page.locator('.remark .reaction').filter({ hasText: '1' }).first().waitFor();

  await remove(ada);
  await ben.thread(WORDS).waitFor({ state: 'detached' });
  await ada.page.getByRole('button', { name: 'Undo' }).click();
  await ben.see(WORDS);
  await ben.open(WORDS);
  await ben.page.locator('.remark .reaction').filter({ hasText: '1' }).first().waitFor();

  // By its key as well, also when the notice is gone.
  await ada.open(WORDS);
  await remove(ada);
  await ben.thread(WORDS).waitFor({ state: 'detached' });
  await ada.page.getByRole('button', { name: 'Undo' }).waitFor({ state: 'detached' });
  await ada.page.keyboard.press('Control+z');
  await ben.see(WORDS);

  // Whoever comes in now, with nothing but a snapshot or the log, finds it too.
  const again = await enter(1);
  await again.see(WORDS);

  await ada.open(WORDS);
  await remove(ada);
  await ben.thread(WORDS).waitFor({ state: 'detached' });
  await ada.leave();
  await again.page.reload();
  await again.page.locator('article.text').waitFor();
  await again.page.locator('.margin').waitFor();
  expect(await again.thread(WORDS).count()).toBe(0);
  for (const reader of [ada, ben, again]) expect(reader.complaints).toEqual([]);
});
