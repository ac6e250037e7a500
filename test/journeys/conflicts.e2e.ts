/** The same words are changed on two devices, one of them without a network: both texts are shown, and one is chosen. */
import { type ClassRoom, openClassRoom } from '../support/class-room.ts';
import { type CuttableNetwork, cuttableNetwork } from '../support/cuttable-network.ts';
import { Reader } from './reader.ts';
import { useStage } from './stage.ts';

const PASSAGE = 'place to answer back';

let network: CuttableNetwork;
const stage = useStage();
let room: ClassRoom;
beforeAll(async () => {
  network = await cuttableNetwork(stage.gateway.url);
  room = await openClassRoom(stage.gateway.url, 2);
});
afterAll(async () => {
  await network.close();
});

async function enter(url: string, n = 0): Promise<Reader> {
  const person = room.people[n];
  if (!person) throw new Error('The room is empty');
  const reader = await Reader.arrive(stage.browser, `${url}/s/${room.seminar}`, { cookies: [person.browserCookie] });
  await reader.page.locator('article.text').waitFor();
  return reader;
}

async function rewrite({ page }: Reader, body: string): Promise<void> {
  await page.locator('.remark').first().getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await page.locator('.remark textarea').fill(body);
  await page.keyboard.press('Control+Enter');
  await page.locator('.remark', { hasText: body }).waitFor();
}

it('shows both texts, and lets one choose', async () => {
  const [desk, tunnel, ben] = [
    await enter(stage.gateway.url),
    await enter(network.url),
    await enter(stage.gateway.url, 1),
  ];
  await desk.annotate(PASSAGE, 'As it was at first.');
  await tunnel.see('As it was at first.');
  await tunnel.open('As it was at first.');

  network.cut();
  await tunnel.page.getByText(/Reconnecting|Offline/).waitFor();
  await rewrite(tunnel, 'As it became in the tunnel.');
  await rewrite(desk, 'As it became at the desk.');
  network.mend();

  const conflict = tunnel.page.locator('.conflict');
  await conflict.getByText('It has changed since you began').waitFor();
  await conflict.getByRole('region', { name: 'As it is now' }).getByText('at the desk').waitFor();
  await conflict.getByRole('region', { name: 'Yours' }).getByText('in the tunnel').waitFor();
  await ben.see('As it became at the desk.');
  await conflict.getByRole('button', { name: 'Replace with mine' }).click();
  await conflict.waitFor({ state: 'detached' });
  await ben.see('As it became in the tunnel.');
  await desk.page.locator('.remark', { hasText: 'As it became in the tunnel.' }).waitFor();

  network.cut();
  await tunnel.page.getByText(/Reconnecting|Offline/).waitFor();
  await rewrite(tunnel, 'And once more in the tunnel.');
  await rewrite(desk, 'And once more at the desk.');
  network.mend();
  await conflict.getByRole('button', { name: 'Keep it as it is' }).click();
  await conflict.waitFor({ state: 'detached' });
  await tunnel.page.locator('.remark', { hasText: 'And once more at the desk.' }).waitFor();
  await ben.see('And once more at the desk.');
  expect([...desk.complaints, ...tunnel.complaints, ...ben.complaints]).toEqual([]);
});
