import { readFileSync } from 'node:fs';
import { placeInWords } from '../diagnostic.ts';
import type { Article, Block } from '../model.ts';
import { readText } from './read-text.ts';

const extracted = readFileSync(new URL('../../../../test/fixtures/extracted-article.txt', import.meta.url), 'utf8');

const read = (source: string): Article => readText(source).article;
const blocksOf = ({ sections }: Article): Block[] => sections.flatMap(({ blocks }) => blocks);
const wordsBefore = ({ text, notes }: Block) =>
  notes.map(({ label, at }) => `${text.slice(0, at).slice(-12)}[${label}]`);
const codes = (source: string) =>
  readText(source).diagnostics.map(({ code, place }) => `${code} at ${placeInWords(place)}`);

describe('a text as an extractor left it', () => {
  const article = read(extracted);

  it('has its title page', () => {
    expect(article).toMatchObject({
      title: 'On reading maps aloud: What a gazetteer can teach a class',
      authors: [
        {
          name: 'Wilhelmina Thorne',
          affiliation: 'Department of Imaginary Geography, Fallowmere College, Fallowmere',
          email: 'thorne@fallowmere.example',
        },
      ],
      keywords: ['gazetteers', 'reading aloud', 'maps', 'seminars'],
      language: 'en',
    });
    expect(article.history).toBe('Received 2 March 2024; accepted 9 June 2024');
    expect(article.abstract.map(({ text }) => text.slice(0, 28))).toEqual(['A map is rarely read from en']);
  });

  it('is divided at its headings', () => {
    expect(article.sections.map(({ title, level, blocks }) => [title, level, blocks.length])).toEqual([
      ['Introduction', 1, 2],
      ['Method', 1, 3],
      ['Results', 1, 2],
    ]);
  });

  it('has paragraphs that cross a page in one piece, without the page head and the notes between the halves', () => {
    const texts = blocksOf(article).map(({ text }) => text);
    expect(texts[1]).toMatch(/where a sentence ended and a valley began, and no two of us decided alike\.$/);
    expect(texts.at(-2)).toMatch(/drew the eye, and the hand went where the eye had gone\.$/);
    expect(texts.join('\n')).not.toMatch(/2 Wilhelmina Thorne|aloud 3/);
  });

  it('ties each note to the place that refers to it', () => {
    expect(blocksOf(article).flatMap(wordsBefore)).toEqual(
      [' would choose.[1]', 's its entry.[2]', 'were turned.[3]', ' the middle.[4]'].map((words) =>
        expect.stringContaining(words.slice(-10)),
      ),
    );
    expect(article.notes.map(({ label, text }) => [label, text.slice(0, 16)])).toEqual([
      ['1', 'Ottoline Marsh, '],
      ['2', 'Even so, the wel'],
      ['3', 'The list is in t'],
      ['4', 'Compare the twel'],
    ]);
    expect(article.notes[1]?.text).toMatch(/pp\. 40–3, and the tables at the end of her book\.$/);
  });

  it('has its hyphens mended, and its compounds whole', () => {
    const all = [...blocksOf(article), ...article.notes].map(({ text }) => text).join('\n');
    expect(all).toContain('more useful than');
    expect(all).toContain('well-known rivers');
    expect(all).toContain('twelve-sheet atlas');
  });

  it('keeps emphasis as a mark over the words', () => {
    const [note] = article.notes;
    const [mark] = note?.marks ?? [];
    expect(note?.text.slice(mark?.start, mark?.end)).toBe('The Order of Places');
    expect(mark?.type).toBe('emphasis');
  });

  it('has its list as a list', () => {
    const list = article.sections[1]?.blocks[1];
    if (list?.type !== 'list') throw new Error('It is a list');
    expect(list.ordered).toBe(true);
    expect(list.items.map(({ start, end }) => list.text.slice(start, end))).toEqual([
      'one voice reads, and does not look up;',
      'everybody draws, and does not ask;',
      'after an hour the sheets are turned round.',
    ]);
  });

  it('keeps thanks and citation behind the text', () => {
    expect(article.back.map(({ text }) => text.slice(0, 16))).toEqual(['Acknowledgements', 'Cite this articl']);
  });

  it('says what it guessed', () => {
    expect(codes(extracted)).toEqual(
      expect.arrayContaining([
        'text/glyph-removed at line 3',
        'text/running-head-removed at line 23',
        'text/hyphen-removed at line 40',
        'text/running-head-removed at line 42',
      ]),
    );
  });
});

describe('a plain text', () => {
  const body = 'It begins here, and it is long enough to be a paragraph of its own, with a full stop at its end.';

  it('needs no more than a title and a paragraph', () => {
    expect(read(`A small matter\n\n${body}\n`)).toMatchObject({
      title: 'A small matter',
      sections: [{ title: '', blocks: [{ type: 'paragraph', text: body }] }],
    });
  });

  it('may be wrapped at any width', () => {
    const wrapped = body.replace(/(.{30}\S*) /g, '$1\n');
    expect(blocksOf(read(`A small matter\n\n${wrapped}\n\n${wrapped}\n`)).map(({ text }) => text)).toEqual([
      body,
      body,
    ]);
  });

  it('may have its notes at the end', () => {
    const article = read(
      `A small matter\n\n${body}¹ ${body}²\n\nNotes\n\n1. The first of them.\n2. The second of them.\n`,
    );
    expect(article.notes.map(({ label, text }) => `${label} ${text}`)).toEqual([
      '1 The first of them.',
      '2 The second of them.',
    ]);
    expect(blocksOf(article)[0]?.notes).toEqual([
      { label: '1', at: body.length },
      { label: '2', at: 2 * body.length + 1 },
    ]);
  });

  it('may number its sections', () => {
    const article = read(
      `A small matter\n\n1. Before\n\n${body}\n\n1.1 Long before\n\n${body}\n\n2. After\n\n${body}\n`,
    );
    expect(article.sections.map(({ title, level }) => [title, level])).toEqual([
      ['1. Before', 1],
      ['1.1 Long before', 2],
      ['2. After', 1],
    ]);
  });

  it('keeps its block ids when another paragraph changes', () => {
    const [first, second, third] = ['One more sentence about it.', body, 'A last sentence about all of it.'];
    const before = blocksOf(read(`A small matter\n\n${first}\n\n${second}\n\n${third}\n`));
    const after = blocksOf(read(`A small matter\n\n${first}\n\nSomething else altogether stands here.\n\n${third}\n`));
    expect([after[0]?.id, after[2]?.id]).toEqual([before[0]?.id, before[2]?.id]);
    expect(after[1]?.id).not.toBe(before[1]?.id);
  });
});

const PARAGRAPH = `${'The beginning of it all, as everybody knows by now, in a line that is long, and in\n'.repeat(9)}more.`;
const PAGE = `T\n\n${PARAGRAPH}\n\n`;
const shapesOf = (source: string) =>
  blocksOf(read(`${PAGE}${source}\n\nThe end of it.\n`))
    .slice(1, -1)
    .map(({ type, text }) => [type, text]);

describe('what converters make of a page', () => {
  it.each([
    [
      'a table in columns of space, with its caption',
      ' Replies by keeper, with\n  the mean delay\nKeeper Replies Mean delay\nOrde   212     3.1\nPell   87      9.4',
      [['table', 'Replies by keeper, with the mean delay\nKeeper\tReplies\tMean delay\nOrde\t212\t3.1\nPell\t87\t9.4']],
    ],
    [
      'lines that were ended by hand, whatever letters they begin with',
      'One pot went walking out of the door,\nand never a leg did it have;\nI counted nineteen where there were\nno more than that,\nand you who can count shall count',
      [
        [
          'verse',
          'One pot went walking out of the door,\nand never a leg did it have;\nI counted nineteen where there were\nno more than that,\nand you who can count shall count',
        ],
      ],
    ],
    ['a picture in brackets', '[The light from the landing]', [['figure', 'The light from the landing']]],
    [
      'a listing that is not moved in',
      'a;b;c;1\nif late(card) > 3: flag(card)',
      [['code', 'a;b;c;1\nif late(card) > 3: flag(card)']],
    ],
    [
      'what is raised, lowered or TeX',
      'Leaf 1^(r) and c_(i) for $5 or $6, and $x_1$.',
      [['paragraph', 'Leaf 1r and ci for $5 or $6, and x_1.']],
    ],
  ])('has %s', (_, source, blocks) => expect(shapesOf(source)).toEqual(blocks));

  it('has its notes behind the last line, without the way back', () => {
    const article = read(
      `${PAGE}Words.^1 More words, which go on.^2\n\nThe end of it.\n\n━━━━━━━━━━━━━━━━━━━━━\n\n 1. The first.\n\n    And more of it.↩︎\n\n 2. The second.↩︎\n`,
    );
    expect(article.notes.map(({ label, text }) => [label, text])).toEqual([
      ['1', 'The first.\nAnd more of it.'],
      ['2', 'The second.'],
    ]);
    expect(blocksOf(article).flatMap(wordsBefore)).toEqual(['Words.[1]', 'which go on.[2]']);
  });

  it('has notes and formulas that stand right below the text, without an empty line', () => {
    const article = read(
      `${PAGE}It counts\n$$w = 1$$\nand no more.1\n\nReferences\nVoss, E. (1911). Letters. https://a.example/b\n1. A first note.↩\n2. A second one.↩\n`,
    );
    expect(
      blocksOf(article)
        .slice(1)
        .map(({ type, text }) => [type, text]),
    ).toEqual([
      ['paragraph', 'It counts'],
      ['formula', 'w = 1'],
      ['paragraph', 'and no more.'],
    ]);
    expect(article.notes.map(({ text }) => text)).toEqual(['A first note.', 'A second one.']);
    expect(article.references?.map(({ text }) => text)).toEqual(['Voss, E. (1911). Letters. https://a.example/b']);
  });

  it('has no numbers of links, and says where they led', () => {
    const { article, diagnostics } = readText(
      `${PAGE}See [1]there and [2]here.\n\nThe end of it.\n\nReferences\n\n   1. https://there.example/\n   2. file:///a.html#b\n`,
    );
    expect(blocksOf(article)[1]?.text).toBe('See there and here.');
    expect(article.references).toBeUndefined();
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['read/link-left-out', 'Left out where link 1 leads: “https://there.example/”.'],
    ]);
  });

  it('has headings above their text without an empty line, and levels by where they stand', () => {
    const body = 'Words of the text that go on for as long as a line is, and on the next one\nthey go on still.';
    expect(read(`${PAGE}Sources and method\nThe twelve logs\n${body}\n`).sections.map(({ title }) => title)).toEqual([
      '',
      'Sources and method',
      'The twelve logs',
    ]);
    const moved = body.replace(/^/gm, '   ');
    expect(
      read(
        `                  T\n\n${moved}\n\n                     Sources\n\n${moved}\n\nThe twelve logs\n\n${moved}\n`,
      ).sections.map(({ title, level }) => [title, level]),
    ).toEqual([
      ['', 1],
      ['Sources', 1],
      ['The twelve logs', 2],
    ]);
  });
});

describe('a title page', () => {
  const page = (...lines: string[]) =>
    read(
      `On bells under water\n\n${lines.join('\n')}\n\nIntroduction\n\nA bell under water is heard further than it is seen.\n`,
    );

  it('has names with an address in brackets', () => {
    const article = page('Ada Marl (ada.marl@tow.example) and Ben Osric <osric@tow.example>');
    expect(article.subtitle).toBeUndefined();
    expect(article.authors).toEqual([
      { name: 'Ada Marl', email: 'ada.marl@tow.example' },
      { name: 'Ben Osric', email: 'osric@tow.example' },
    ]);
  });

  it.each(['12 May 2021', 'May 12, 2021', '3. Oktober 2019', '2 de marzo de 2020', '(juin 1998)', '2023-04-05'])(
    'has the date %s',
    (date) => {
      const article = page('Ada Marl', date);
      expect(article.history).toBe(date.replace(/[()]/g, ''));
      expect(article.subtitle).toBeUndefined();
    },
  );

  it('takes no title for a date', () => {
    expect(page('The summer of May 1968').history).toBeUndefined();
  });
});

it('takes decimals for no marks of notes', () => {
  const source =
    'On bells\n\nThe bell weighs 11.2 tons.1 It was cast in 1743.2 It is tuned to 3.1\n\nNotes\n\n1. With its clapper.\n2. In frost.\n3. Or so.\n';
  const [block] = blocksOf(read(source));
  expect(block?.text).toBe('The bell weighs 11.2 tons. It was cast in 1743. It is tuned to 3.1');
  expect(block && wordsBefore(block)).toEqual(['s 11.2 tons.[1]', 'cast in 1743.[2]'].map((it) => it.slice(-15)));
});

it('takes a list in the text for no notes, though what is at the end leads back', () => {
  const text = 'The rules are few, and painted on a board.';
  const end = 'Conclusion\n\nNobody bought another one.↩\n';
  const article = read(`On bells\n\n${text}\n\n1. Ring it first.\n2. Leave it then.\n\n${text}\n\n${end}`);
  expect(article.notes).toEqual([]);
  expect(blocksOf(article).map(({ type }) => type)).toEqual(['paragraph', 'list', 'paragraph', 'paragraph']);
});

it('puts numbers and bullets that stand alone in front of what they stand beside', () => {
  const article = read(
    'On bells\n\nThere are three kinds:\n\n•\nlarge ones, which are heard;\n•\n\nsmall ones.\n\nThere is no third.\n',
  );
  expect(blocksOf(article).map(({ type, text }) => `${type} ${text}`)).toEqual([
    'paragraph There are three kinds:',
    'list large ones, which are heard;\nsmall ones.',
    'paragraph There is no third.',
  ]);
});
