import { existsSync, readFileSync } from 'node:fs';
import { readArticle } from '../read-article.ts';

const path = new URL('../../../../../shared/articles/kragelund-2025-south-south.txt', import.meta.url);

// A real article: it lies beside the checkout, and is no part of it.
const result = existsSync(path) ? await readArticle(readFileSync(path)) : undefined;

(result ? describe : describe.skip)('a real article out of a real PDF', () => {
  if (result && !result.ok) throw new Error(result.message);
  const article = result?.article;
  const blocks = article?.sections.flatMap((section) => section.blocks) ?? [];
  const texts = blocks.map(({ text }) => text);

  it('has its title page', () => {
    expect(article).toMatchObject({
      title: 'South–South cooperation: What can we learn from South–South security cooperation?',
      authors: [
        {
          name: 'Peter Kragelund',
          affiliation: 'Danish Institute for International Studies, Copenhagen Ø, Denmark',
          email: 'pekr@diis.dk',
        },
      ],
      history: 'Received 9 January 2025; accepted 3 February 2025',
      doi: '10.1017/eis.2025.4',
      keywords: ['geopolitics', 'global South', 'South-South collaboration', 'South-South security collaboration'],
    });
    expect(article?.abstract).toHaveLength(1);
  });

  it('has six sections with their paragraphs', () => {
    expect(article?.sections.map(({ title, blocks }) => [title, blocks.length])).toEqual([
      ['Introduction', 8],
      ['The birth of SSC', 5],
      ['SSC rejuvenation', 3],
      ['A new era of SSC?', 6],
      ['When does it make sense to define a collaboration as SSC?', 6],
      ['Enriching our understanding of SSC by studying SSSC', 7],
    ]);
    expect(new Set(blocks.map(({ type }) => type))).toEqual(new Set(['paragraph']));
  });

  it('has every paragraph in one piece', () => {
    for (const text of texts) expect(text).toMatch(/^[A-Z].*[.'’]$/su);
  });

  it('has fifty-seven notes, each referred to once and in order', () => {
    const labels = Array.from({ length: 57 }, (_, n) => `${n + 1}`);
    expect(article?.notes.map(({ label }) => label)).toEqual(labels);
    expect(blocks.flatMap(({ notes }) => notes.map(({ label }) => label))).toEqual(labels);
  });

  it('has the notes that were out of order, without a number, numbered in TeX or over two pages', () => {
    const note = (label: string) => article?.notes.find((it) => it.label === label)?.text;
    expect(note('2')).toMatch(/^Tobias Berger and Markus-Michael Müller/);
    expect(note('7')).toMatch(/^Berger and Müller, 'South-South cooperation and the \(re\)making/);
    expect(note('31')).toMatch(/^See also Adam Moe Fejerskov/);
    expect(note('38')).toMatch(/^This mix of objectives/);
    expect(note('44')).toMatch(/^Anna Gelpern.*Agreement revisited: Prudent Chinese banks/s);
  });

  it('has nothing of the page in its text', () => {
    const all = texts.join('\n');
    expect(all).not.toMatch(/Peter Kragelund|European Journal of International Security \d|©/u);
    expect(all).not.toMatch(/[⁰¹²³⁴-⁹]|\$|\\mathrm/u);
    expect(all).not.toMatch(/\p{L}- \p{Ll}/u);
    expect(all).not.toMatch(/look-ing|guide-lines/);
  });

  it('keeps thanks, the note on the author and the citation behind the text', () => {
    const back = article?.back.map(({ text }) => text).join('\n') ?? '';
    expect(back).toMatch(/Acknowledgements/i);
    expect(back).toMatch(/Cite this article/i);
    expect(back).toMatch(/Peter Kragelund is/);
  });
});
