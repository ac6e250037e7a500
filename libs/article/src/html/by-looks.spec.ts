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
  [
    'a formula that Word keeps in a comment, with a picture for others',
    '<p>If <!--[if gte msEquation 12]><m:oMath><m:sSup><m:e><m:r><span lang=EN-GB>x</span></m:r></m:e><m:sup><m:r>2</m:r></m:sup></m:sSup></m:oMath><![endif]--><![if !msEquation]><img src="i.png"><![endif]> holds.</p><p><!--[if gte msEquation 12]><m:oMathPara><m:oMath><m:r>y</m:r></m:oMath></m:oMathPara><![endif]--></p>',
    [
      ['paragraph', 'If x2 holds.'],
      ['formula', 'y'],
    ],
  ],
  [
    'lists that Word saved as paragraphs, with their depth',
    `<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>3.<span style='font:7.0pt'>&nbsp;&nbsp; </span></span>a</p>
     <p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><span><span style='font-family:Symbol'>·<span>&nbsp; </span></span></span>b</p>
     <p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span>4.<span>&nbsp; </span></span>c</p>`,
    [['list', 'a\nb\nc']],
  ],
  [
    'what classes say in a style sheet',
    '<style>.c1{margin-left:36pt} .c2{font-family:"Courier New"} p{margin-left:40px}</style><p class="c1">Quoted.</p><p><span class="c2">go()</span></p><p>A paragraph like most of them, at some length, so that it counts.</p>',
    [
      ['quotation', 'Quoted.'],
      ['code', 'go()'],
      ['paragraph', 'A paragraph like most of them, at some length, so that it counts.'],
    ],
  ],
  [
    'a text all of which is moved in as the text that it is',
    '<p style="margin-left: 1in">One sentence and another, as long as they come.</p><p style="margin-left: 2in">Quoted.</p><p style="margin-left: 1in">And one more, as long.</p>',
    [
      ['paragraph', 'One sentence and another, as long as they come.'],
      ['quotation', 'Quoted.'],
      ['paragraph', 'And one more, as long.'],
    ],
  ],
  [
    'a line that is no sentence above a table, and one that is',
    '<p>Pots by year</p><table><tr><td>a</td><td>b</td></tr></table><p>See the next one:</p><table><tr><td>c</td><td>d</td></tr></table>',
    [
      ['table', 'Pots by year\na\tb'],
      ['paragraph', 'See the next one:'],
      ['table', 'c\td'],
    ],
  ],
  [
    'tables and figures in boxes of their own',
    '<div class="table-wrap"><div class="table-caption"><p>Counts.</p></div><div><table><tr><td>a</td><td>b</td></tr></table></div></div><div class="figure"><img src="a.png"><p class="fig-caption">A pot.</p></div>',
    [
      ['table', 'Counts.\na\tb'],
      ['figure', 'A pot.'],
    ],
  ],
  [
    'verse in lines of its own, in stanzas, and as it was typed',
    '<div class="poem"><div class="line">One</div><div class="line">two</div></div><p>x</p><div class="poem"><p>a<br>b</p><p>c<br>d</p></div><p>y</p><pre class="wp-block-verse">e<br>f\n<em>g</em></pre>',
    [
      ['verse', 'One\ntwo'],
      ['paragraph', 'x'],
      ['verse', 'a\nb\n\nc\nd'],
      ['paragraph', 'y'],
      ['verse', 'e\nf\ng'],
    ],
  ],
  [
    'formulas as MathJax leaves them, with their TeX in a script or with MathML for those who listen',
    '<div class="MathJax_Display"><span class="MathJax"><nobr aria-hidden="true">w</nobr></span></div><script type="math/tex; mode=display">w = 1</script><p>If <span class="MathJax"><span>d</span></span><script type="math/tex">d</script>.</p>',
    [
      ['formula', 'w = 1'],
      ['paragraph', 'If d.'],
    ],
  ],
  [
    'a formula of MathJax 3',
    '<p><mjx-container class="MathJax" display="true"><mjx-math aria-hidden="true"><mjx-c></mjx-c></mjx-math><mjx-assistive-mml><math><mi>q</mi></math></mjx-assistive-mml></mjx-container></p>',
    [['formula', 'q']],
  ],
  [
    'equations in tables, with their numbers, and tables with formulas in them',
    '<table class="ltx_equation"><tr><td></td><td><math display="block"><mi>w</mi></math></td><td><span>(1)</span></td></tr></table><p>x</p><table><tr><td>a</td><td><math><mi>b</mi></math></td></tr><tr><td>c</td><td>d</td></tr></table>',
    [
      ['formula', 'w (1)'],
      ['paragraph', 'x'],
      ['table', 'a\tb\nc\td'],
    ],
  ],
  [
    'lists whose bullets and numbers are text',
    '<ul><li><span class="ltx_tag">•</span> <div><p>one</p></div></li></ul><p>x</p><ol><li><span>2.</span><p>two</p></li><li><span>a</span></li></ol>',
    [
      ['list', 'one'],
      ['paragraph', 'x'],
      ['list', 'two\na'],
    ],
  ],
  [
    'a picture of a line',
    '<p>a</p><p><img src="l.gif" alt="Shape1" width="624" height="2"></p><p>b</p>',
    [
      ['paragraph', 'a'],
      ['rule', ''],
      ['paragraph', 'b'],
    ],
  ],
  [
    'paragraphs that are parted by empty lines',
    '<p>One sentence.<br><br>Another sentence.</p>',
    [
      ['paragraph', 'One sentence.'],
      ['paragraph', 'Another sentence.'],
    ],
  ],
  ['line ends in a listing', '<pre>a<br>b</pre>', [['code', 'a\nb']]],
])('reads %s', async (_, html, blocks) => {
  expect(await blocksOf(html)).toEqual(blocks);
});
