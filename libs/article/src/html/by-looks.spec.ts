/** What word processors and old pages say by looks alone. */
import type { Article, Block } from '../model.ts';
import { DEFAULT_READ_LIMITS } from '../read-limits.ts';
import { readHtml } from './read-html.ts';

async function blocksOf(html: string): Promise<[Block['type'], string][]> {
  const source = new TextEncoder().encode(`<!doctype html><title>T</title><body>${html}<p>The end of it.</p></body>`);
  const result = await readHtml(source, DEFAULT_READ_LIMITS);
  if ('ok' in result) throw new Error(result.message);
  const { sections }: Article = result.article;
  return sections
    .flatMap(({ blocks }) => blocks.map(({ type, text }): [Block['type'], string] => [type, text]))
    .slice(0, -1);
}

it.each<[string, string, [Block['type'], string][]]>([
  [
    'paragraphs that are moved in',
    '<p>Before.</p><p style="margin-left: 0.4in">One.</p> <p style="margin-left: 1cm; color: red">Two.</p><p>After.</p>',
    [
      ['paragraph', 'Before.'],
      ['quotation', 'One.\nTwo.'],
      ['paragraph', 'After.'],
    ],
  ],
  [
    'a bibliography, whose first lines hang out',
    '<p style="margin-left: 1cm; text-indent: -1cm">Quill, O.</p>',
    [['paragraph', 'Quill, O.']],
  ],
  [
    'lines in the letters of a typewriter',
    '<p><font face="Courier New">if it:</font></p><p><tt>&nbsp;&nbsp;go()</tt></p><p>See <tt>go()</tt>.</p>',
    [
      ['code', 'if it:\n  go()'],
      ['paragraph', 'See go().'],
    ],
  ],
  [
    'lists that were closed and opened again around a nested one',
    '<ul><li>a</li><li>b</li></ul><ul><ul><li>c</li></ul></ul><ul><li>d</li></ul><p>x</p><ul><li>e</li></ul>',
    [
      ['list', 'a\nb\nc\nd'],
      ['paragraph', 'x'],
      ['list', 'e'],
    ],
  ],
  [
    'lists that stand below each other',
    '<ul><li>a</li></ul><ul><li>b</li></ul>',
    [
      ['list', 'a'],
      ['list', 'b'],
    ],
  ],
  [
    'a picture with a slanted or numbered line below',
    '<p><img src="a.png"></p><p><i>What is seen.</i></p><p><img src="b.png"></p><p>Fig. 2: What else.</p>',
    [
      ['figure', 'What is seen.'],
      ['figure', 'Fig. 2: What else.'],
    ],
  ],
  [
    'a formula as KaTeX leaves it',
    '<p><span class="katex-display"><span class="katex"><span class="katex-mathml"><math><mi>x</mi></math></span><span class="katex-html" aria-hidden="true">x</span></span></span></p>',
    [['formula', 'x']],
  ],
  [
    'verse with line breaks',
    '<p>One pot went walking<br>out of the door<br>and never a leg<br>did it have</p>',
    [['verse', 'One pot went walking\nout of the door\nand never a leg\ndid it have']],
  ],
  [
    'labels in the head of an article',
    '<div class="entry-header"><p>Essay</p><p>A sentence that leads into the article, of some length and with a full stop.</p></div><p>Words of the article itself, which run on for a while as words do in articles.</p>',
    [
      ['paragraph', 'A sentence that leads into the article, of some length and with a full stop.'],
      ['paragraph', 'Words of the article itself, which run on for a while as words do in articles.'],
    ],
  ],
])('reads %s', async (_, html, blocks) => {
  expect(await blocksOf(html)).toEqual(blocks);
});
