/** axe on every screen and state, in every colour; keys and focus; small windows, calm and forced colours. */
import { Tokens } from '#people';
import { findings } from '../support/axe.ts';
import { type ClassRoom, openClassRoom } from '../support/class-room.ts';
import { type Arrival, Reader } from './reader.ts';
import { useStage } from './stage.ts';

const PASSAGE = 'place to answer back';
const SECRET = 'a secret that is long enough for HS256';
const THEMES = ['light', 'sepia', 'dark'];

const stage = useStage({ SESSION_SECRET: SECRET });
let room: ClassRoom;
beforeEach(async () => {
  room = await openClassRoom(stage.gateway.url, 3);
});

async function enter(options: Arrival = {}): Promise<Reader> {
  const cookies = [room.instructor.browserCookie];
  const reader = await Reader.arrive(stage.browser, `${stage.gateway.url}/s/${room.seminar}`, { ...options, cookies });
  await reader.page.locator('article.text').waitFor();
  return reader;
}

/** What axe finds here in every colour. */
async function everywhere({ page }: Reader, where: string): Promise<string[]> {
  const found: string[] = [];
  for (const theme of THEMES) {
    await page.evaluate((it) => {
      document.documentElement.dataset.theme = it;
    }, theme);
    // Colours change gradually.
    await page.waitForTimeout(250);
    found.push(...(await findings(page, `${where}, ${theme}`)));
  }
  return found;
}

it('finds nothing on the screens around the room', async () => {
  const found: string[] = [];
  const ada = await Reader.arrive(stage.browser, stage.gateway.url);
  await ada.page.getByRole('heading', { name: 'A seminar around an article.' }).waitFor();
  found.push(...(await everywhere(ada, 'first desk')));
  await ada.openSeminar('Margins', 'Ottilie Quill');
  found.push(...(await everywhere(ada, 'bring')));
  const source = '# On margins\n\n## Company\n\nA margin is a place to answer back.[^1]\n\n[^1]: In pencil.\n';
  await ada.page.getByRole('textbox').first().fill(source);
  await ada.page.getByRole('button', { name: 'Preview' }).click();
  await ada.page.getByRole('button', { name: 'Publish', exact: true }).waitFor();
  found.push(...(await everywhere(ada, 'preview')));
  for (const [where, path] of [
    ['desk', '/'],
    ['mails', '/mail'],
    ['nowhere', '/no/such/page'],
    ['empty room', new URL(ada.page.url()).pathname.replace(/\/bring.*$/, '')],
    ['a joining', `/join/${await room.instructor.invite(room.seminar)}`],
    ['a lost joining', '/join/no-such-invitation'],
  ]) {
    await ada.page.goto(`${stage.gateway.url}${path}`);
    await ada.page.waitForTimeout(700);
    found.push(...(await everywhere(ada, where ?? '')));
  }
  const token = await new Tokens(new TextEncoder().encode(SECRET)).operatorLink(5);
  await ada.page.goto(`${stage.gateway.url}/operate/sign-in/${token}`);
  await ada.page.getByRole('heading', { name: 'Queues' }).waitFor();
  found.push(...(await findings(ada.page, 'operators')));
  expect(found).toEqual([]);
});

it('finds nothing in the room, with whatever is open', async () => {
  const found: string[] = [];
  const ada = await enter();
  found.push(...(await everywhere(ada, 'room')));
  await ada.annotate(PASSAGE, 'Answer **whom**, and `how`?', 'q', 'Answer whom, and how?');
  await ada.reply('Whoever reads.');
  found.push(...(await everywhere(ada, 'open thread')));
  await ada.page.getByRole('button', { name: 'More' }).first().click();
  await ada.page.getByRole('menu').waitFor();
  found.push(...(await everywhere(ada, 'menu')));
  await ada.page.keyboard.press('Escape');
  await ada.select('beside what it is about');
  await ada.page.locator('.selection-bar').waitFor();
  found.push(...(await everywhere(ada, 'selection')));
  await ada.page.keyboard.press('a');
  await ada.page.locator('.new-thread textarea').fill('Half a thought');
  found.push(...(await everywhere(ada, 'composer')));
  await ada.page.keyboard.press('Escape');
  await ada.page.getByRole('button', { name: 'Text and colours' }).click();
  await ada.page.locator('.settings').waitFor();
  found.push(...(await everywhere(ada, 'settings')));
  await ada.page.keyboard.press('Escape');
  for (const key of ['?', 'Control+k']) {
    await ada.page.keyboard.press(key);
    await ada.page.getByRole('dialog').waitFor();
    found.push(...(await everywhere(ada, `dialog of ${key}`)));
    await ada.page.keyboard.press('Escape');
    await ada.page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  for (const name of ['Share', 'Ask for a reading']) {
    await ada.page.getByRole('button', { name }).first().click();
    await ada.page.getByRole('dialog').waitFor();
    await ada.page.waitForTimeout(500);
    found.push(...(await everywhere(ada, name)));
    await ada.page.keyboard.press('Escape');
    await ada.page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  expect(found).toEqual([]);
});

it('finds nothing on a phone', async () => {
  const found: string[] = [];
  const ada = await enter();
  await ada.annotate(PASSAGE, 'As seen on a phone.');
  await ada.leave();
  const ben = await enter({ viewport: { width: 390, height: 844 }, hasTouch: true });
  found.push(...(await everywhere(ben, 'phone')));
  await ben.page.locator('.talk').first().tap();
  await ben.page.locator('.sheet').waitFor();
  found.push(...(await everywhere(ben, 'sheet')));
  await ben.page.locator('.sheet').getByRole('button', { name: 'Close' }).tap();
  await ben.page.getByRole('button', { name: 'Sections' }).tap();
  await ben.page.locator('.outline.drawer').waitFor();
  found.push(...(await everywhere(ben, 'drawer')));
  expect(found).toEqual([]);
});

const focused = ({ page }: Reader) =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element?.id || element?.getAttribute('aria-label') || element?.tagName;
  });

it('goes from a passage into its thread and back, and from a dialog to where it was opened', async () => {
  const ada = await enter();
  await ada.annotate(PASSAGE, 'Answer whom?');
  const { keyboard } = ada.page;
  await keyboard.press('Escape');
  await ada.page.locator('[data-passage]', { hasText: PASSAGE }).focus();
  const paragraph = await focused(ada);
  await keyboard.press('Enter');
  await ada.page.waitForFunction(() => document.activeElement?.id.startsWith('thread-'));
  await keyboard.press('Escape');
  expect(await focused(ada)).toBe(paragraph);
  await keyboard.press('?');
  await ada.page.getByRole('dialog').waitFor();
  await keyboard.press('Escape');
  await ada.page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await focused(ada)).toBe(paragraph);
  await keyboard.press('Control+k');
  await keyboard.type('quest');
  await ada.page.locator('[cmdk-item][data-selected="true"]', { hasText: 'Question' }).waitFor();
  await keyboard.press('Enter');
  await ada.page.locator('.new-thread textarea').fill('By way of the palette?');
  await keyboard.press('Control+Enter');
  await ada.thread('By way of the palette?').waitFor();
});

it('tells politely of what others write', async () => {
  const ada = await enter();
  const ben = room.people[1];
  if (!ben) throw new Error('The room is empty');
  const other = await Reader.arrive(stage.browser, `${stage.gateway.url}/s/${room.seminar}`, {
    cookies: [ben.browserCookie],
  });
  await other.page.locator('article.text').waitFor();
  await other.annotate(PASSAGE, 'Somebody else’s.');
  await ada.page.locator('[aria-live="polite"]', { hasText: 'Comment' }).waitFor({ state: 'attached' });
});

it('fits 320 pixels, and letters of twice the size', async () => {
  const ada = await enter({ viewport: { width: 320, height: 640 } });
  const fits = () => ada.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
  expect(await fits()).toBe(true);
  await ada.page.goto(stage.gateway.url);
  await ada.page.getByRole('heading', { name: 'Your seminars' }).waitFor();
  expect(await fits()).toBe(true);
  await ada.page.goto(`${stage.gateway.url}/s/${room.seminar}`);
  await ada.page.setViewportSize({ width: 1440, height: 900 });
  await ada.page.locator('article.text').waitFor();
  await ada.page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  expect(await fits()).toBe(true);
});

it('keeps still for whoever asks for calm, and shows states without colours', async () => {
  const ada = await enter({ reducedMotion: 'reduce', forcedColors: 'active' });
  await ada.annotate(PASSAGE, 'Calmly.');
  const moving = await ada.page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ playState }) => playState === 'running')
      .map(({ id }) => id),
  );
  expect(moving).toEqual([]);
  // The browser paints a highlight in the system's colours; what is open is underlined, too.
  const outlined = await ada.page.evaluate(
    () => getComputedStyle(document.querySelector('.thread') ?? document.body).borderStyle,
  );
  expect(outlined).toBe('solid');
  await ada.page.keyboard.press('Tab');
  const ring = await ada.page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle);
  expect(ring).toBe('solid');
});
