/** Reading: the measure, settings that stay, the place where one was, figures that open large, paper. */
import { readFileSync } from 'node:fs';
import { Reader } from './reader.ts';
import { useStage } from './stage.ts';

const MADE = new URL('../fixtures/articles/made/', import.meta.url);
const PARAGRAPH = `${'Whoever reads with a pencil reads twice, and the second time is in company. '.repeat(9)}`;

const stage = useStage();

/** Somebody with an article of their own in the room. */
async function withArticle(name: string, buffer: Buffer, mimeType = 'text/markdown'): Promise<Reader> {
  const reader = await Reader.arrive(stage.browser, stage.gateway.url);
  await reader.openSeminar('Reading', 'Ottilie Quill');
  await reader.bring({ name, mimeType, buffer });
  return reader;
}

const long = Buffer.from(
  `# On pencils\n\n${Array.from({ length: 12 }, (_, i) => `## Part ${i + 1}\n\n${PARAGRAPH}\n\n${PARAGRAPH}`).join('\n\n')}\n`,
);

/** Characters in a full line of the first long paragraph. */
const measure = (reader: Reader) =>
  reader.page.evaluate(() => {
    const paragraph = [...document.querySelectorAll('article.text [data-passage] p')].find(
      (it) => (it.textContent?.length ?? 0) > 400,
    );
    if (!paragraph) throw new Error('No long paragraph');
    const lines = paragraph.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(paragraph).lineHeight);
    return (paragraph.textContent?.length ?? 0) / (Math.round(lines) - 0.5);
  });

it('sets 60 to 75 characters on a line, in every size and face, and keeps the choice', async () => {
  const ada = await withArticle('pencils.md', long);
  for (const face of ['Serif', 'Sans']) {
    for (const size of ['Small', 'Medium', 'Large']) {
      await ada.page.getByRole('button', { name: 'Text and colours' }).click();
      await ada.page.getByRole('radio', { name: face, exact: true }).click();
      await ada.page.getByRole('radio', { name: size, exact: true }).click();
      await ada.page.keyboard.press('Escape');
      const characters = await measure(ada);
      expect(characters).toBeGreaterThan(58);
      expect(characters).toBeLessThan(77);
    }
  }
  await ada.page.getByRole('button', { name: 'Text and colours' }).click();
  await ada.page.getByRole('radio', { name: 'Sepia' }).click();
  await ada.page.getByRole('radio', { name: 'Wide' }).click();
  await ada.page.reload();
  await ada.page.locator('article.text').waitFor();
  const root = await ada.page.evaluate(() => ({ ...document.documentElement.dataset }));
  expect(root).toMatchObject({ theme: 'sepia', leading: 'loose', face: 'sans', size: 'l' });
});

it('opens where one was, and says how far that is', async () => {
  const ada = await withArticle('pencils.md', long);
  expect(await ada.page.locator('.progress-words').textContent()).toBe('0 % read');
  const heading = ada.page.getByRole('heading', { name: 'Part 6' });
  await heading.evaluate((it) => scrollTo({ top: scrollY + it.getBoundingClientRect().top - 70 }));
  await ada.page.waitForTimeout(600);
  await ada.page.reload();
  await ada.page.getByText('You were here').waitFor();
  const top = await heading.evaluate((it) => it.getBoundingClientRect().top);
  expect(Math.abs(top - 70)).toBeLessThan(24);
  expect(await ada.page.locator('.progress-words').textContent()).toMatch(/^(35|40|45|50) % read$/);
  await ada.page.getByRole('button', { name: 'To the beginning' }).click();
  await ada.page.waitForFunction(() => scrollY === 0);
});

it('opens a figure large with keys, and gives the focus back', async () => {
  const docx = readFileSync(new URL('pandoc.docx', MADE));
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  const ada = await withArticle('pandoc.docx', docx, type);
  const picture = ada.page.locator('.picture').first();
  await picture.focus();
  await ada.page.keyboard.press('Enter');
  const image = ada.page.locator('dialog .zoom-view img');
  await image.waitFor();
  const fitting = await image.evaluate((it) => it.clientWidth);
  await ada.page.keyboard.press('+');
  await ada.page.waitForFunction((was) => (document.querySelector('.zoom-view img')?.clientWidth ?? 0) > was, fitting);
  await ada.page.keyboard.press('Escape');
  await ada.page.waitForFunction(() => document.activeElement?.classList.contains('picture'));
  expect(ada.complaints).toEqual([]);
});

it('prints the article alone, and with the discussion', async () => {
  const ada = await withArticle('pencils.md', long);
  await ada.annotate('reads twice', 'Twice *at least*.');
  await ada.page.emulateMedia({ media: 'print' });
  expect(await ada.page.locator('.margin, .top, .outline').filter({ visible: true }).count()).toBe(0);
  expect(await ada.page.locator('article.text').isVisible()).toBe(true);
  await ada.page.emulateMedia({ media: 'screen' });
  await ada.page.evaluate(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', 'yes');
  });
  await ada.page.getByRole('button', { name: 'Text and colours' }).click();
  await ada.page.getByRole('button', { name: 'Print with the discussion' }).click();
  await ada.page.locator('[data-printed]').waitFor();
  await ada.page.emulateMedia({ media: 'print' });
  await ada.page.locator('.printed-thread', { hasText: 'Twice at least.' }).waitFor();
});
