/** An instructor asks for a reading; a participant sees how far and by when, writes, and is counted. */
import { openClassRoom } from '../support/class-room.ts';
import type { Person } from '../support/protocol-client.ts';
import { Reader } from './reader.ts';
import { useStage } from './stage.ts';

const stage = useStage();

async function enter(seminar: string, person: Person | undefined): Promise<Reader> {
  if (!person) throw new Error('The room is empty');
  const reader = await Reader.arrive(stage.browser, `${stage.gateway.url}/s/${seminar}`, {
    cookies: [person.browserCookie],
  });
  await reader.page.locator('article.text').waitFor();
  return reader;
}

const asked = (reader: Reader, text: string) => reader.page.locator('.outline .asked-reading', { hasText: text });

it('is asked for, written for, changed and withdrawn', async () => {
  const room = await openClassRoom(stage.gateway.url, 2);
  const ada = await enter(room.seminar, room.instructor);
  const ben = await enter(room.seminar, room.people[1]);
  expect(await ben.page.getByRole('button', { name: 'Ask for a reading' }).count()).toBe(0);

  await ada.page.getByRole('button', { name: 'Ask for a reading' }).press('Enter');
  await ada.page.getByLabel('Contributions from each').fill('1');
  await ada.page.getByLabel('By', { exact: true }).fill('2020-01-02');
  await ada.page.getByRole('button', { name: 'Ask for it' }).click();
  await ada.page.getByText('That day and hour have passed').waitFor();
  const nextYear = new Date().getFullYear() + 1;
  await ada.page.getByLabel('By', { exact: true }).fill(`${nextYear}-03-05`);
  await ada.page.getByRole('button', { name: 'Ask for it' }).click();

  await asked(ben, '5 Mar').waitFor();
  await asked(ben, '0 of 1 written').waitFor();
  await asked(ada, '0 of').waitFor();
  await ben.annotate('place to answer back', 'Answer whom?');
  await asked(ben, '1 of 1 written').waitFor();
  await asked(ada, '1 of').waitFor();

  await ada.page.getByRole('button', { name: 'Ask for a reading' }).press('Enter');
  await ada.page.getByRole('button', { name: 'Change: The whole article' }).click();
  await ada.page.getByLabel('Contributions from each').fill('2');
  await ada.page.getByRole('button', { name: 'Save the change' }).click();
  await asked(ben, '1 of 2 written').waitFor();

  await ada.page.getByRole('button', { name: 'Ask for a reading' }).press('Enter');
  await ada.page.getByRole('button', { name: 'Withdraw: The whole article' }).click();
  await asked(ben, 'Read to here').waitFor({ state: 'detached' });
  expect([...ada.complaints, ...ben.complaints]).toEqual([]);
});
