/** An instructor holds a live hour with two participants: leads, calls, asks, sets a clock, sees a hand; afterwards it is found again. */
import { v4, v7 } from 'uuid';
import { openClassRoom } from '../support/class-room.ts';
import { Person } from '../support/protocol-client.ts';
import { Reader } from './reader.ts';
import { useStage } from './stage.ts';

const stage = useStage({ PRESENCE_INTERVAL_MS: '100' });

const LONG = `# A long text\n\n${Array.from({ length: 60 }, (_, n) => `Paragraph ${n + 1} says what it says, and goes on saying it for a while, so that one has to scroll.`).join('\n\n')}\n`;

async function threeReaders(): Promise<[Reader, Reader, Reader]> {
  const room = await openClassRoom(stage.gateway.url, 3);
  const [ada, ben, cleo] = await Promise.all(
    room.people.map((person) => Reader.enter(stage.browser, `${stage.gateway.url}/s/${room.seminar}`, person)),
  );
  if (!ada || !ben || !cleo) throw new Error('The room is empty');
  await ada.page.getByText('Live, 3 here').waitFor();
  return [ada, ben, cleo];
}

const fromMenu = async ({ page }: Reader, item: string) => {
  await page.getByRole('button', { name: 'Live hour', exact: true }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
};
const chip = ({ page }: Reader, text: string | RegExp) => page.locator('.live-chip', { hasText: text });
/** The block at the reading line. */
const place = ({ page }: Reader) =>
  page.evaluate(() => {
    const line = innerHeight * 0.3;
    const blocks = [...document.querySelectorAll<HTMLElement>('article.text [data-block]')];
    return blocks.find((block) => block.getBoundingClientRect().bottom > line)?.dataset.block;
  });

it('is held, with a hand, a clock and two polls, and found again', async () => {
  const [ada, ben, cleo] = await threeReaders();
  expect(await ben.page.getByRole('button', { name: 'Live hour' }).count()).toBe(0);
  await fromMenu(ada, 'Begin a live hour');
  await chip(ben, 'Live hour').waitFor();

  await ben.page.getByRole('button', { name: 'Raise your hand' }).click();
  await ada.page.getByRole('button', { name: '1 raised hand' }).click();
  expect(await cleo.page.getByRole('button', { name: 'raised hand' }).count()).toBe(0);
  await ada.page.getByRole('button', { name: 'Lower the hand of Reader 1' }).click();
  await ben.page.getByRole('button', { name: 'Raise your hand' }).waitFor();

  await fromMenu(ada, '3 minutes');
  for (const reader of [ada, ben, cleo]) await chip(reader, /^[23]:\d\d$/).waitFor();

  await ada.select('place to answer back');
  await fromMenu(ada, 'Poll on this passage…');
  await ada.page.getByLabel('Question').fill('Whose margin is it?');
  await ada.page.getByLabel('Answer 1').fill('The reader’s');
  await ada.page.getByLabel('Answer 2').fill('The printer’s');
  await ada.page.getByText('everybody sees who chose what').click();
  await ada.page.getByRole('button', { name: 'Ask everybody' }).click();
  for (const reader of [ben, cleo]) {
    await chip(reader, 'Whose margin is it?').getByRole('button', { name: 'Answer' }).click();
    await reader.page.locator('.poll').getByText('With names').waitFor();
  }
  await ben.page.getByRole('button', { name: 'The reader’s' }).click();
  await cleo.page.getByRole('button', { name: 'The printer’s' }).click();
  await ada.page.locator('.poll').getByText('2 answers').waitFor();
  expect(await ada.page.getByRole('button', { name: 'The reader’s' }).getAttribute('title')).toBe('Reader 1');
  await cleo.page.getByRole('button', { name: 'The reader’s' }).click();
  await ben.page.locator('.poll-option.mine', { hasText: '2' }).waitFor();
  await ada.page.getByRole('button', { name: 'Close the poll' }).click();
  await ben.page.locator('.poll').getByText('Closed poll').waitFor();

  await fromMenu(ada, 'Poll on this passage…');
  await ada.page.getByLabel('Question').fill('Did you read it?');
  await ada.page.getByLabel('Answer 1').fill('All');
  await ada.page.getByLabel('Answer 2').fill('Hardly');
  await ada.page.getByRole('button', { name: 'Ask everybody' }).click();
  await chip(ben, 'Did you read it?').getByRole('button', { name: 'Answer' }).click();
  await ben.page.locator('.poll').getByText('nobody sees who chose what').waitFor();
  await ben.page.getByRole('button', { name: 'Hardly' }).click();
  await ada.page.locator('.poll').getByText('1 answer').waitFor();
  expect(await ada.page.getByRole('button', { name: 'Hardly' }).getAttribute('title')).toBeNull();

  await ben.annotate('in company', 'Said in the live hour.');
  await fromMenu(ada, 'End the live hour');
  await chip(ben, 'Live hour').waitFor({ state: 'detached' });
  await chip(ben, /^[123]:\d\d$/).waitFor({ state: 'detached' });
  await fromMenu(ben, 'Past live hours');
  await ben.page.locator('.hours').getByText('1 minute, 1 remark by 1 person').waitFor();
  expect(await ben.page.getByRole('link', { name: 'Go to it' }).getAttribute('href')).toMatch(/\?at=\d+$/);
  expect([ada, ben, cleo].flatMap(({ complaints }) => complaints)).toEqual([]);
});

it('goes through the text with whoever follows, and lets go of whoever scrolls', async () => {
  const people = [new Person(stage.gateway.url), new Person(stage.gateway.url), new Person(stage.gateway.url)] as const;
  const [first, second, third] = people;
  const { seminar } = await first.openSeminar('A long text', 'Ada Thorne');
  const importing = { command: v7(), article: v4(), version: 1, source: LONG, format: 'markdown' };
  await first.json('POST', `/api/seminars/${seminar}/articles`, importing);
  const token = await first.invite(seminar);
  await second.join(token, 'Ben Quill');
  await third.join(token, 'Cleo Fenn');
  const [ada, ben, cleo] = (await Promise.all(
    people.map((person) => Reader.enter(stage.browser, `${stage.gateway.url}/s/${seminar}`, person)),
  )) as [Reader, Reader, Reader];
  await fromMenu(ada, 'Lead through the text');
  await chip(ben, 'Ada Thorne leads through the text').getByRole('button', { name: 'Follow' }).click();
  await chip(ben, 'Following Ada Thorne').waitFor();
  const start = await cleo.page.evaluate(() => scrollY);

  await ada.page.mouse.wheel(0, 1_800);
  await ben.page.waitForFunction(() => scrollY > 1_000);
  await ben.page.waitForTimeout(1_200);
  expect(await place(ben)).toBe(await place(ada));
  expect(await cleo.page.evaluate(() => scrollY)).toBe(start);

  await ben.page.mouse.move(500, 400);
  await ben.page.mouse.wheel(0, -700);
  await chip(ben, 'Following').waitFor({ state: 'detached' });
  await ben.page.waitForTimeout(300);
  const own = await ben.page.evaluate(() => scrollY);
  await ada.page.mouse.wheel(0, 1_500);
  await ada.page.waitForTimeout(1_500);
  expect(await ben.page.evaluate(() => scrollY)).toBe(own);

  await fromMenu(ada, 'Everyone look here');
  await chip(cleo, /^Ada Thorne: look at/)
    .getByRole('button', { name: 'Go there' })
    .click();
  await cleo.page.waitForFunction(() => scrollY > 1_500);
  await ben.page.getByRole('button', { name: 'Go there' }).waitFor();
  await fromMenu(ada, 'Stop leading');
  await chip(ben, 'leads through').waitFor({ state: 'detached' });
  expect([ada, ben, cleo].flatMap(({ complaints }) => complaints)).toEqual([]);
});
