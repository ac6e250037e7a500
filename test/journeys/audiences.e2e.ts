/** A group is formed, talks among itself, and an instructor is asked in confidence; nobody else ever sees a word of it. */
import { openClassRoom } from '../support/class-room.ts';
import { Reader } from './reader.ts';
import { useStage } from './stage.ts';

const stage = useStage();

it('is read by those whom the word beside the button names', async () => {
  const room = await openClassRoom(stage.gateway.url, 4);
  const [ada, ben, cleo, dora] = await Promise.all(
    room.people.map((person) => Reader.enter(stage.browser, `${stage.gateway.url}/s/${room.seminar}`, person)),
  );
  if (!ada || !ben || !cleo || !dora) throw new Error('The room is empty');
  const all = [ada, ben, cleo, dora];

  await ada.page.getByRole('button', { name: 'Groups' }).press('Enter');
  await ada.page.getByLabel('Name of the group').fill('Tuesday');
  await ada.page.getByText('Members may come and go by themselves').last().click();
  await ada.page.getByRole('button', { name: 'Form the group' }).click();
  await ada.page.getByLabel('Put somebody into Tuesday').selectOption({ label: 'Reader 1' });
  await ada.page.getByRole('button', { name: 'Take Reader 1 out of Tuesday' }).waitFor();
  await ada.page.keyboard.press('Escape');
  await cleo.page.getByRole('button', { name: 'Groups' }).press('Enter');
  await cleo.page.getByRole('button', { name: 'Join', exact: true }).click();
  await cleo.page.getByRole('button', { name: 'Leave' }).waitFor();
  await cleo.page.keyboard.press('Escape');

  await ben.annotateTo('Tuesday', 'place to answer back', 'Between us: is that so?');
  await cleo.see('Between us: is that so?');
  await cleo.open('Between us: is that so?');
  await cleo.page.locator('.chip', { hasText: 'Tuesday' }).waitFor();
  await cleo.reply('It is.');
  await ben.page.locator('.remark', { hasText: 'It is.' }).waitFor();

  await dora.annotateTo('The instructors', 'in company', 'May I hand in later?');
  await ada.see('May I hand in later?');
  await ada.page.getByRole('button', { name: 'Notifications, 1 unread' }).click();
  await ada.page.getByRole('button', { name: /Reader 3 wrote to the instructors.*May I hand in later/s }).click();
  await ada.page.locator('.margin .thread', { hasText: 'May I hand in later?' }).waitFor();
  await ada.page.locator('.chip', { hasText: 'Reader 3 and the instructors' }).waitFor();
  await ada.reply('Until Friday.');
  await dora.page.locator('.remark', { hasText: 'Until Friday.' }).waitFor();

  // An instructor begins with one person, who is told of it.
  await ada.annotateTo('Reader 1 and the instructors', 'whoever answers', 'Ben, would you begin on Tuesday?');
  await ben.page.getByRole('button', { name: 'Notifications, 1 unread' }).click();
  await ben.page.getByText('wrote to you privately').click();
  await ben.page.locator('.remark', { hasText: 'Ben, would you begin on Tuesday?' }).waitFor();

  await dora.annotate('what it is about', 'This is for all.');
  for (const reader of all) await reader.see('This is for all.');
  expect(await ada.page.getByText('Between us').count()).toBe(0);
  expect(await dora.page.getByText('Between us').count()).toBe(0);
  expect(await ben.page.getByText('hand in later').count()).toBe(0);
  expect(await cleo.page.getByText('hand in later').count()).toBe(0);
  expect(await cleo.page.getByText('begin on Tuesday').count()).toBe(0);

  // Whoever leaves reads it no longer; whoever loads the page again still does.
  await cleo.page.getByRole('button', { name: 'Groups' }).press('Enter');
  await cleo.page.getByRole('button', { name: 'Leave' }).click();
  await cleo.page.keyboard.press('Escape');
  await cleo.page.getByText('Between us').first().waitFor({ state: 'detached' });
  await ben.page.reload();
  await ben.open('Between us: is that so?');
  expect(all.flatMap(({ complaints }) => complaints)).toEqual([]);
});
