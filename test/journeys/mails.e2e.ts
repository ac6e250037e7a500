/** An instructor looks at what they are told by e-mail: chooses, previews, and reads; a link out of a mail does without sign-in. */
import { v4, v7 } from 'uuid';
import { AnnotationId, EVERYONE } from '#seminar';
import { openClassRoom } from '../support/class-room.ts';
import type { Person } from '../support/protocol-client.ts';
import { Reader } from './reader.ts';
import { useStage } from './stage.ts';

const stage = useStage();

async function at(path: string, person?: Person): Promise<Reader> {
  return Reader.arrive(stage.browser, `${stage.gateway.url}${path}`, { cookies: person ? [person.browserCookie] : [] });
}

it('is chosen, previewed, and stopped by the link in it', async () => {
  const room = await openClassRoom(stage.gateway.url, 2);
  const [, ben] = room.people;
  const to = { id: v7(), seminar: room.seminar, audience: EVERYONE };
  const words = room.comment(AnnotationId.parse(v4()), 'A margin keeps the question beside its sentence.');
  await ben?.json('POST', `/api/seminars/${room.seminar}/commands`, { ...to, ...words });

  const ada = await at('/mail', room.instructor);
  const ofClass = ada.page.getByLabel('The class');
  await ofClass.selectOption('daily');
  await ada.page.getByText('Saved').waitFor();
  await ada.page.reload();
  await ada.page.waitForFunction(() => document.querySelector('select')?.value === 'daily');

  await ada.page.getByRole('button', { name: 'Preview' }).click();
  const mail = ada.page.frameLocator('iframe');
  await mail.locator('p', { hasText: '1 new contribution by 1 of 1 person' }).waitFor();
  const stop = await mail.getByRole('link', { name: 'stop these mails' }).getAttribute('href');

  await ada.page.getByLabel('Weekly ones on').selectOption('5');
  await ada.page.getByLabel('Your address').fill('ada@example.org');
  await ada.page.getByRole('button', { name: 'Save' }).click();
  await ada.page.getByText('Saved').waitFor();

  const anybody = await at(new URL(stop ?? '').pathname);
  await anybody.page.getByRole('button', { name: 'Stop these mails' }).click();
  await anybody.page.getByRole('heading', { name: 'Stopped' }).waitFor();
  await anybody.page.getByRole('link', { name: 'Choose what comes instead' }).click();
  await anybody.page.getByLabel('The class').waitFor();
  expect(await anybody.page.getByLabel('The class').inputValue()).toBe('never');
  expect(await anybody.page.getByLabel('Your address').count()).toBe(0);
  expect([...ada.complaints, ...anybody.complaints]).toEqual([]);
});
