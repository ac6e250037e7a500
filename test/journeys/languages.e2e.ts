/** The interface in the language of whoever reads: as the browser asks, or as chosen; only that one is loaded. */
import { openClassRoom } from '../support/class-room.ts';
import { Reader } from './reader.ts';
import { useStage } from './stage.ts';

const stage = useStage();

const rootLanguage = (reader: Reader) => reader.page.evaluate(() => document.documentElement.lang);

it('speaks as the stage.browser asks, and another language when it is chosen', async () => {
  const ada = await Reader.arrive(stage.browser, stage.gateway.url, { locale: 'de-AT' });
  await ada.page.getByRole('heading', { name: 'Ein Seminar rund um einen Artikel.' }).waitFor();
  expect(await rootLanguage(ada)).toBe('de');
  await ada.page.getByLabel('Sprache').selectOption('Français');
  await ada.page.getByRole('heading', { name: 'Un séminaire autour d’un article.' }).waitFor();
  expect(await rootLanguage(ada)).toBe('fr');
  await ada.page.reload();
  await ada.page.getByRole('heading', { name: 'Un séminaire autour d’un article.' }).waitFor();
  await ada.page.getByLabel('Langue').selectOption('');
  await ada.page.getByRole('heading', { name: 'Ein Seminar rund um einen Artikel.' }).waitFor();
  expect(ada.complaints).toEqual([]);
});

it('keeps the place, and what is written, when the language changes in the room', async () => {
  const room = await openClassRoom(stage.gateway.url, 2);
  const url = `${stage.gateway.url}/s/${room.seminar}`;
  const ben = await Reader.arrive(stage.browser, url, { locale: 'en-GB', cookies: [room.instructor.browserCookie] });
  await ben.page.locator('article.text').waitFor();
  await ben.select('place to answer back');
  await ben.page.keyboard.press('a');
  await ben.page.locator('.new-thread textarea').fill('Half a thou');
  await ben.page.getByRole('button', { name: 'Text and colours' }).click();
  await ben.page.getByLabel('Language').selectOption('Español');
  await ben.page.locator('.folded.draft', { hasText: 'Half a thou' }).waitFor();
  await ben.page.getByRole('button', { name: 'Texto y colores' }).waitFor();
});

it('says in the reader’s language why something was refused', async () => {
  const carla = await Reader.arrive(stage.browser, `${stage.gateway.url}/join/no-such-invitation`, { locale: 'es-MX' });
  await carla.page.getByText('Esta invitación no existe o se retiró. Pide otra.').waitFor();
});
