/** Articles that run from right to left, or whose letters know no words' ends: the room is mirrored, passages are met exactly. */
import { Reader } from './reader.ts';
import { useStage } from './stage.ts';

const ARABIC = `---
lang: ar
---

# عن الهوامش

## في صحبة القراء

الهامش مكان للرد على النص، ومن يكتب فيه لا يكتب وحده، لأن قارئا آخر سيمر من هنا بعد سنة أو بعد قرن ويجد سؤاله قد سُئل من قبل.

كل ملاحظة تبقى بجوار ما تتحدث عنه، فإذا تغير النص بحثت عن مكانها الجديد، وإن لم تجده قالت ذلك صراحة.

## في الصمت

ليس كل صمت موافقة، فمن القراء من يقرأ ولا يكتب، وهو مع ذلك حاضر في الغرفة.
`;

const JAPANESE = `---
lang: ja
---

# 余白について

## 読む人びと

余白は本文に答えるための場所であり、そこに書く人は一人で書いているのではない。一年後、あるいは百年後に別の読み手がここを通り、同じ問いを見つけるからである。

書き込みは、それが語っている一節のそばにとどまる。本文が変われば新しい居場所を探し、見つからなければそう言う。

## 沈黙

すべての沈黙が同意であるわけではない。何も書かない読み手もまた、この部屋にいる。
`;

const stage = useStage();

async function reading(source: string): Promise<Reader> {
  const reader = await Reader.arrive(stage.browser, stage.gateway.url);
  await reader.openSeminar('Scripts', 'Ottilie Quill');
  await reader.bring({ name: 'article.md', mimeType: 'text/markdown', buffer: Buffer.from(source) });
  return reader;
}

/** Where the parts of the room stand, by their horizontal middles; and the highlight, which must be within its words' line. */
const places = ({ page }: Reader) =>
  page.evaluate(() => {
    const middle = (selector: string) => {
      const rect = document.querySelector(selector)?.getBoundingClientRect();
      if (!rect) throw new Error(`${selector} is not there`);
      return rect.left + rect.width / 2;
    };
    const range = document.createRange();
    const [painted] = CSS.highlights.get('open') ?? [];
    if (painted) {
      range.setStart(painted.startContainer, painted.startOffset);
      range.setEnd(painted.endContainer, painted.endOffset);
    }
    return {
      outline: middle('.outline'),
      text: middle('article.text'),
      margin: middle('.margin .thread'),
      number: middle('.number'),
      heat: middle('.heat'),
      highlighted: range.toString(),
      overflow: document.documentElement.scrollWidth - innerWidth,
    };
  });

it('mirrors the room for an article in Arabic', async () => {
  const ada = await reading(ARABIC);
  const passage = 'ومن يكتب فيه لا يكتب وحده';
  await ada.annotate(passage, 'Never alone, then?');
  const { outline, text, margin, number, heat, highlighted, overflow } = await places(ada);
  expect(outline).toBeGreaterThan(text);
  expect(margin).toBeLessThan(text);
  expect(number).toBeGreaterThan(text);
  expect(heat).toBeGreaterThan(text);
  expect(highlighted).toBe(passage);
  expect(overflow).toBeLessThanOrEqual(0);
  const article = ada.page.locator('article.text');
  expect(await article.getAttribute('lang')).toBe('ar');
  expect(await article.evaluate((it) => getComputedStyle(it).direction)).toBe('rtl');
  // The comment is English, from left to right as ever.
  const comment = ada.page.locator('.thread .prose').first();
  expect(await comment.evaluate((it) => getComputedStyle(it).direction)).toBe('ltr');
  await ada.page.setViewportSize({ width: 390, height: 844 });
  expect((await ada.page.evaluate(() => document.documentElement.scrollWidth)) <= 390).toBe(true);
  expect(ada.complaints).toEqual([]);
});

it('sets an article in Japanese without hyphens or slant, with 30 to 42 characters on a line', async () => {
  const ada = await reading(JAPANESE);
  const passage = '百年後に別の読み手がここを通り';
  await ada.annotate(passage, 'Who will that be?');
  const { outline, text, margin, highlighted } = await places(ada);
  expect(outline).toBeLessThan(text);
  expect(margin).toBeGreaterThan(text);
  expect(highlighted).toBe(passage);
  const line = await ada.page.evaluate(() => {
    const paragraph = document.querySelector<HTMLElement>('article.text [data-passage] p');
    if (!paragraph) throw new Error('No paragraph');
    const { fontSize, hyphens } = getComputedStyle(paragraph);
    return { characters: paragraph.clientWidth / Number.parseFloat(fontSize), hyphens };
  });
  expect(line.hyphens).toBe('manual');
  expect(line.characters).toBeGreaterThanOrEqual(30);
  expect(line.characters).toBeLessThanOrEqual(42);
});
