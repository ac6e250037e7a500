/** Two people write: with a mention, a formula, a quotation and a picture; one words it otherwise, and both see how it was. */
import type { Page } from 'playwright-core';
import { openClassRoom } from '../support/class-room.ts';
import { Reader } from './reader.ts';
import { useStage } from './stage.ts';

const stage = useStage();

async function twoReaders(): Promise<[Reader, Reader]> {
  const room = await openClassRoom(stage.gateway.url, 2);
  const [ada, ben] = await Promise.all(
    room.people.map((person) => Reader.enter(stage.browser, `${stage.gateway.url}/s/${room.seminar}`, person)),
  );
  if (!ada || !ben) throw new Error('The room is empty');
  await ada.page.getByText('Live, 2 here').waitFor();
  return [ada, ben];
}

/** Pastes a picture of this size into the field that has the focus. */
const pastePicture = (page: Page, width: number, height: number) =>
  page.evaluate(
    async ([w, h]) => {
      const canvas = new OffscreenCanvas(w ?? 0, h ?? 0);
      canvas.getContext('2d')?.fillRect(0, 0, 10, 10);
      const blob = await canvas.convertToBlob({ type: 'image/png' });
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([blob], 'map.png', { type: 'image/png' }));
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    },
    [width, height],
  );

it('writes with what the toolbar offers, and sees it set before and after', async () => {
  const [ada, ben] = await twoReaders();
  const { page } = ada;
  await ada.select('place to answer back');
  await page.keyboard.press('a');
  await page.getByRole('button', { name: 'Quote the passage' }).click();
  await page.keyboard.type('Well, @rea');
  await page.getByRole('option', { name: 'Reader 1' }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.type('is that ');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('so');
  await page.keyboard.press('Control+b');
  await page.keyboard.press('End');
  await page.keyboard.type('? $a^2 + b^2$ costs $5.');
  await pastePicture(page, 3_200, 800);
  await page.getByRole('button', { name: 'Put it in' }).waitFor();
  expect(await page.getByRole('button', { name: 'Put it in' }).isDisabled()).toBe(true);
  await page.getByLabel('What does it show?').fill('An empty map');
  await page.getByRole('button', { name: 'Put it in' }).click();
  await page.waitForFunction(() =>
    document.querySelector<HTMLTextAreaElement>('.new-thread textarea')?.value.includes('](asset:'),
  );
  await page.getByRole('button', { name: 'Preview' }).click();
  const preview = page.locator('.write-preview');
  await preview.locator('.mention', { hasText: '@Reader 1' }).waitFor();
  await preview.locator('math msup').first().waitFor();
  await preview.locator('blockquote', { hasText: 'place to answer back' }).waitFor();
  await page.getByRole('button', { name: 'Write', exact: true }).click();
  await page.getByLabel('Tags, separated by commas').fill('maps');
  await page.getByRole('button', { name: 'Post' }).click();

  await ben.open('is that so');
  const said = ben.page.locator('.remark .prose');
  await said.locator('.mention-me', { hasText: '@Reader 1' }).waitFor();
  await said.locator('math msup').first().waitFor();
  await said.getByText('costs $5.').waitFor();
  await said.locator('strong', { hasText: 'so' }).waitFor();
  const picture = said.getByRole('img', { name: 'An empty map' });
  await ben.page.waitForFunction(
    () => (document.querySelector<HTMLImageElement>('.remark img')?.naturalWidth ?? 0) > 0,
  );
  expect(await picture.evaluate((it: HTMLImageElement) => [it.naturalWidth, it.naturalHeight])).toEqual([1_600, 400]);

  // A tag that somebody used is offered to the next.
  await ben.select('in company');
  await ben.page.keyboard.press('q');
  await ben.page.getByLabel('Tags, separated by commas').fill('ma');
  await ben.page.getByRole('option', { name: 'maps' }).waitFor();
  await ben.page.keyboard.press('Enter');
  expect(await ben.page.getByLabel('Tags, separated by commas').inputValue()).toBe('maps, ');
  expect([...ada.complaints, ...ben.complaints]).toEqual([]);
});

it('shows how it was worded, to both', async () => {
  const [ada, ben] = await twoReaders();
  await ben.annotate('place to answer back', 'The margin is empty.');
  await ada.open('The margin is empty.');
  await ben.page.getByRole('button', { name: 'More' }).first().click();
  await ben.page.getByRole('menuitem', { name: 'Edit' }).click();
  await ben.page.getByLabel('Edit', { exact: true }).fill('The wide margin was empty.');
  await ben.page.getByRole('button', { name: 'Save' }).click();
  await ada.page.locator('.remark', { hasText: 'The wide margin was empty.' }).waitFor();
  await ada.page.getByRole('button', { name: 'edited' }).click();
  const history = ada.page.locator('dialog .versions');
  expect(await history.locator('ins').allInnerTexts()).toEqual(['wide ', 'was']);
  expect(await history.locator('del').allInnerTexts()).toEqual(['is']);
  await history.getByText('as first written').waitFor();
  expect([...ada.complaints, ...ben.complaints]).toEqual([]);
});

it('writes before all that writing needs is loaded, and leaves the focus where one went meanwhile', async () => {
  const room = await openClassRoom(stage.gateway.url, 1);
  const ada = await Reader.arrive(stage.browser, stage.gateway.url, { cookies: [room.instructor.browserCookie] });
  let letThrough = () => {};
  const whenWanted = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await ada.page.route(/\/new-thread-card-.*\.js$/, async (route) => {
    await whenWanted;
    await route.continue();
  });
  await ada.page.goto(`${stage.gateway.url}/s/${room.seminar}`);
  await ada.page.locator('article.text').waitFor();
  await ada.select('place to answer back');
  await ada.page.keyboard.press('a');
  await ada.page.keyboard.type('Half a thou');
  await ada.page.getByRole('button', { name: 'Text and colours' }).click();
  await ada.page.getByLabel('Language').waitFor();
  letThrough();
  await ada.page.locator('.new-thread .motivations').waitFor();
  expect(await ada.page.getByLabel('Language').isVisible()).toBe(true);
  await ada.page.keyboard.press('Escape');
  expect(await ada.page.locator('.new-thread textarea').inputValue()).toBe('Half a thou');
  expect(ada.complaints).toEqual([]);
});

it('keeps a draft over a closed tab', async () => {
  const [ada] = await twoReaders();
  await ada.select('place to answer back');
  await ada.page.keyboard.press('a');
  await ada.page.locator('.new-thread textarea').fill('Half a thought, @Reader 1');
  const again = await ada.page.context().newPage();
  await ada.page.close();
  await again.goto(`${stage.gateway.url}`);
  await again.goto(
    await again
      .locator('.seminars a, main a[href^="/s/"]')
      .first()
      .evaluate((it: HTMLAnchorElement) => it.href),
  );
  await again.locator('.draft', { hasText: 'Half a thought' }).click();
  expect(await again.locator('.new-thread textarea').inputValue()).toBe('Half a thought, @Reader 1');
});

it('runs nothing, loads nothing and stands for nothing that it is not', async () => {
  const [ada, ben] = await twoReaders();
  const asked: string[] = [];
  ben.page.on('request', (request) => asked.push(request.url()));
  const evil = [
    'Harmless words.',
    '<img src="https://evil.example/a.png" onerror="document.title=1">',
    '![seen](https://evil.example/b.png)',
    '<p data-block="p-1" id="text" style="position:fixed">over</p>',
    '[link](javascript:alert(1)) <script>document.title=2</script>',
    '$\\href{javascript:alert(1)}{x}$ <math><mtext><script>1</script></mtext></math>',
  ].join('\n\n');
  await ada.annotate('place to answer back', evil, 'a', 'Harmless words.');
  await ben.open('Harmless words.');
  const said = ben.page.locator('.remark .prose');
  await said.getByText('over').waitFor();
  expect(await said.locator('img, script, [style], [id], [data-block], [onerror], a[href^="javascript"]').count()).toBe(
    0,
  );
  expect(asked.filter((url) => url.includes('evil'))).toEqual([]);
  expect(await ben.page.title()).not.toMatch(/^[12]$/);
  expect(ben.complaints).toEqual([]);
});
