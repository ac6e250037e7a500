/** What one person finds in the room: links into the text, keys, notes to themselves, drafts, small screens. */
import { type ClassRoom, openClassRoom } from '../support/class-room.ts';
import type { Person } from '../support/protocol-client.ts';
import { type Arrival, Reader } from './reader.ts';
import { useStage } from './stage.ts';

const PASSAGE = 'place to answer back';

const stage = useStage();
let room: ClassRoom;
beforeEach(async () => {
  room = await openClassRoom(stage.gateway.url, 2);
});

/** Somebody of the class, signed in, in the room. */
async function enter(person: Person | undefined, hash = '', options: Arrival = {}): Promise<Reader> {
  if (!person) throw new Error('The room is empty');
  const cookies = [person.browserCookie];
  const reader = await Reader.arrive(stage.browser, `${stage.gateway.url}/s/${room.seminar}${hash}`, {
    ...options,
    cookies,
  });
  await reader.page.locator('article.text').waitFor();
  return reader;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 60_000; !(await holds()); await new Promise((resolve) => setTimeout(resolve, 50))) {
    if (Date.now() > end) throw new Error('It never came to hold');
  }
}

const focused = (reader: Reader) => reader.page.evaluate(() => document.activeElement?.getAttribute('data-block'));

it('is led by a link to a section, a paragraph or an annotation', async () => {
  const ada = await enter(room.instructor);
  await ada.annotate(PASSAGE, 'Answer whom?');
  const paragraph = await ada.page.locator('[data-passage]').last().getAttribute('id');
  const annotation = await ada.page.locator('.remark').first().getAttribute('id');
  await ada.leave();

  const ben = await enter(room.people[1], `#${paragraph}`);
  await until(async () => (await focused(ben)) === paragraph);
  await ben.leave();
  const cleo = await enter(room.people[1], '#company');
  await until(async () => (await focused(cleo)) === 'company');
  await cleo.leave();
  const dora = await enter(room.people[1], `#${annotation}`);
  await dora.page.locator('.margin .thread', { hasText: 'Answer whom?' }).waitFor();
  await dora.page.getByRole('button', { name: 'More' }).first().waitFor();
  expect(dora.complaints).toEqual([]);
});

it('can do everything with keys', async () => {
  const ada = await enter(room.instructor);
  const { keyboard } = ada.page;
  await keyboard.press('j');
  await keyboard.press('q');
  await keyboard.type('Written without a mouse?');
  await keyboard.press('Control+Enter');
  await ada.thread('Written without a mouse?').waitFor();
  await keyboard.press('Escape');
  await keyboard.press('n');
  await ada.page.locator('.margin .thread').waitFor();
  await keyboard.press('r');
  await keyboard.type('And answered.');
  await keyboard.press('Control+Enter');
  await ada.page.locator('.remark', { hasText: 'And answered.' }).waitFor();
  await keyboard.press('Escape');
  await keyboard.press('?');
  await ada.page.getByRole('dialog').getByText('Keyboard').waitFor();
});

it('keeps notes to oneself from everybody else', async () => {
  const [ada, ben] = [await enter(room.instructor), await enter(room.people[1])];
  await ben.select(PASSAGE);
  await ben.page.keyboard.press('a');
  await ben.page.locator('.new-thread textarea').fill('Nobody else may read this.');
  await ben.page.getByRole('button', { name: /Who will read it/ }).click();
  await ben.page.getByRole('menuitemradio', { name: /^Only me/ }).click();
  await ben.page.getByRole('button', { name: 'Post' }).click();
  await ben.thread('Nobody else may read this').waitFor();
  await ben.annotate('beside what it is about', 'Everybody may.');
  await ada.see('Everybody may.');
  expect(await ada.page.getByText('Nobody else').count()).toBe(0);
  const log = await room.instructor.request('GET', `/api/seminars/${room.seminar}/events`);
  expect(await log.text()).not.toContain('Nobody else');

  await ben.page.reload();
  await ben.page.locator('article.text').waitFor();
  await ben.thread('Nobody else may read this').waitFor();
});

it('keeps what is not finished, over a reload', async () => {
  const ada = await enter(room.instructor);
  await ada.select(PASSAGE);
  await ada.page.keyboard.press('a');
  await ada.page.locator('.new-thread textarea').fill('Half a thou');
  await ada.page.reload();
  await ada.page.locator('.folded.draft', { hasText: 'Half a thou' }).click();
  await ada.page.locator('.new-thread textarea').fill('Half a thought, finished.');
  await ada.page.keyboard.press('Control+Enter');
  await ada.page.locator('.remark', { hasText: 'finished' }).waitFor();
  expect(await ada.page.locator('.folded.draft').count()).toBe(0);
});

it('renders what others wrote as words, never as a page', async () => {
  const ada = await enter(room.instructor);
  const body =
    'Look: <img src=x onerror="document.title=1"><script>document.title=2</script> [here](javascript:alert(1)) **now**';
  await ada.annotate(PASSAGE, body, 'a', 'Look:');
  await ada.page.locator('.prose strong', { hasText: 'now' }).waitFor();
  expect(await ada.page.locator('.prose img, .prose script, .prose [href^="javascript"]').count()).toBe(0);
  expect(await ada.page.title()).not.toMatch(/^[12]$/);
});

it('colours passages where the stage.browser can’t highlight by itself', async () => {
  const ada = await enter(room.instructor);
  await ada.annotate(PASSAGE, 'In colour.');
  const painted = () => ada.page.evaluate(() => [...(CSS.highlights.get('open') ?? [])].length);
  await until(async () => (await painted()) === 1);
  await ada.page.addInitScript('delete CSS.__proto__.highlights; delete CSS.highlights;');
  await ada.page.reload();
  await ada.page.locator('.painted-said').first().waitFor({ state: 'attached' });
  const box = await ada.page.locator('.painted-said').first().boundingBox();
  expect(box?.width).toBeGreaterThan(60);
});

it('shows a thread over the text on a phone, and the passage above it', async () => {
  const ada = await enter(room.instructor);
  await ada.annotate(PASSAGE, 'As seen on a phone.');
  await ada.leave();
  const ben = await enter(room.people[1], '', { viewport: { width: 390, height: 844 }, hasTouch: true });
  await ben.page.locator('.talk').first().tap();
  await ben.page.locator('.sheet', { hasText: 'As seen on a phone.' }).waitFor();
  const places = () =>
    ben.page.evaluate(() => {
      const [painted] = CSS.highlights.get('open') ?? [];
      if (!painted) return false;
      const range = document.createRange();
      range.setStart(painted.startContainer, painted.startOffset);
      range.setEnd(painted.endContainer, painted.endOffset);
      return (
        range.getBoundingClientRect().bottom < (document.querySelector('.sheet')?.getBoundingClientRect().top ?? 0)
      );
    });
  await until(places);
  expect(await ben.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
