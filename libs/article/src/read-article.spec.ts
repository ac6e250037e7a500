import fc from 'fast-check';
import { Article, type Block } from './model.ts';
import { readArticle } from './read-article.ts';

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)));

const codeOf = async (...args: Parameters<typeof readArticle>) => {
  const read = await readArticle(...args);
  return read.ok ? 'ok' : read.code;
};

describe('what is no article', () => {
  it.each([
    ['half a PDF', '%PDF-1.7\n…', 'article/damaged'],
    ['half a Word file', bytes([0x50, 0x4b, 3, 4], 'word/document.xml'), 'article/damaged'],
    ['half an archive', bytes([0x50, 0x4b, 3, 4], 'photos/1.jpg'), 'article/damaged'],
    [
      'a Word file with a password',
      bytes([0xd0, 0xcf, 0x11, 0xe0], Array.from('EncryptedPackage', (letter) => `${letter}\0`).join('')),
      'article/encrypted',
    ],
    ['a picture', bytes([0x89], 'PNG'), 'article/unsupported-format'],
    ['an empty web page', '<!doctype html><html><body>', 'article/empty'],
    ['UTF-16 that ends in half a letter', bytes([0xff, 0xfe, 0x41, 0, 0x41]), 'article/not-text'],
    ['Latin-1', bytes('caf', [0xe9]), 'article/not-text'],
    ['binary', bytes(Array.from({ length: 64 }, (_, n) => (n % 16) + 1)), 'article/not-text'],
    ['NUL', 'Title\n\na \0 b', 'article/ill-formed-text'],
    ['half a surrogate pair', 'Title\n\na \ud83d b', 'article/ill-formed-text'],
    ['nothing', '', 'article/empty'],
    ['white space', ' \n\t\u00a0\n', 'article/empty'],
    ['a title alone', '# Title', 'article/empty'],
  ])('%s is refused', async (_, source, code) => {
    expect(await codeOf(source)).toBe(code);
  });

  it.each([
    [
      'ODT',
      bytes([0x50, 0x4b, 3, 4], 'mimetypeapplication/vnd.oasis.opendocument.text'),
      /OpenDocument.*LibreOffice.*\.docx/,
    ],
    ['EPUB', bytes([0x50, 0x4b, 3, 4], 'mimetypeapplication/epub+zip'), /e-book.*web page/],
    ['XLSX', bytes([0x50, 0x4b, 3, 4], '[Content_Types].xml', [0], 'xl/workbook.xml'), /spreadsheet/],
    ['DOC', bytes([0xd0, 0xcf, 0x11, 0xe0]), /old Word document.*\.docx/],
    ['RTF', '{\\rtf1\\ansi Words}', /RTF.*\.docx/],
    ['LaTeX', '\\documentclass{article}', /LaTeX.*PDF/],
    ['Windows-1252', bytes('Tiger und L', [0xf6], 'wen'), /older encoding.*UTF-8/],
  ])('%s is refused with what to do', async (_, source, sentence) => {
    const read = await readArticle(source);
    expect(read.ok ? 'read' : read.message).toMatch(sentence);
  });

  it('may be too large', async () => {
    expect(await codeOf('ä'.repeat(51), { limits: { bytes: 100 } })).toBe('article/too-large');
  });

  it('has no title, and no name to take one from', async () => {
    expect(await codeOf('> A quotation.', { format: 'markdown' })).toBe('article/no-title');
    expect(await readArticle('> A quotation.', { format: 'markdown', name: 'papers/on_peace.md' })).toMatchObject({
      article: { title: 'on peace' },
      diagnostics: [{ code: 'read/title-from-name' }],
    });
  });

  it.each([
    ['quotes within quotes', '> '.repeat(20_000)],
    ['lists within lists', Array.from({ length: 1_000 }, (_, n) => `${' '.repeat(2 * n)}- a`).join('\n')],
    ['asterisks', '*'.repeat(100_000)],
    ['brackets', '['.repeat(100_000)],
    ['emphasis', '*a _b '.repeat(50_000)],
    ['footnotes', Array.from({ length: 20_000 }, (_, n) => `[^${n}]: x[^${n + 1}]`).join('\n')],
  ])('is Markdown of %s beyond reading', async (_, source) => {
    expect(await codeOf(`# Title\n\n${source}\n`, { format: 'markdown' })).toBe('article/too-tangled');
  });
});

it('reads UTF-16 as it reads UTF-8, with a mark of the order of bytes and without', async () => {
  const source = 'Über Löwen\n\nEin Absatz über Löwen, 中文 und 😀.\n';
  const little = Buffer.from(`\u{FEFF}${source}`, 'utf16le');
  const [plain, ...others] = await Promise.all(
    [source, `\u{FEFF}${source}`, little, Buffer.from(little).swap16()].map((it) => readArticle(it)),
  );
  for (const other of others) expect(other).toEqual(plain);
  expect(plain).toMatchObject({ ok: true, article: { title: 'Über Löwen' } });
});

it('reads the same from every line end and both normal forms', async () => {
  const source = 'A small matter\n\nCafé au lait is what it begins with, and what it ends with too.\n';
  const [plain, ...others] = await Promise.all(
    [source, source.replaceAll('\n', '\r\n'), source.normalize('NFD'), `\ufeff${source}`].map((text) =>
      readArticle(text),
    ),
  );
  for (const other of others) expect(other).toEqual(plain);
  expect(await readArticle(bytes(source))).toEqual(plain);
});

/** Everything that others rely on. */
function isSound(article: Article): void {
  expect(Article.safeParse(article).error).toBeUndefined();
  const blocks: Pick<Block, 'id' | 'text' | 'marks' | 'notes'>[] = [
    ...article.abstract,
    ...article.sections.flatMap((section) => section.blocks),
    ...article.back,
    ...article.notes,
  ];
  const ids = [...blocks, ...article.sections].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const labels = new Set(article.notes.map(({ label }) => label));
  for (const { text, marks, notes } of blocks) {
    expect(text.isWellFormed() && !text.includes('\0')).toBe(true);
    for (const { start, end } of marks) expect(0 <= start && start < end && end <= text.length).toBe(true);
    for (const { label, at } of notes) expect(labels.has(label) && at <= text.length).toBe(true);
  }
}

const words = fc.array(
  fc.constantFrom(
    'a',
    'South',
    'of.',
    '1',
    '²',
    '¹²',
    '*',
    '**',
    '_',
    '`',
    '[^1]',
    '[x](y)',
    '-',
    '1.',
    '#',
    '##',
    '> ',
    '|',
    '- ',
    '---',
    '\n',
    '\n\n',
    '\f',
    'Notes',
    'Abstract',
    'Keywords:',
    '[^1]: ',
    '2 Peter',
    '<b>',
    '   ',
    '\t',
    'é',
    '📚',
    '\ud83d',
  ),
);

describe('whatever it is given', () => {
  it.each(['text', 'markdown', undefined] as const)(
    'as %s, it answers with a sound article or a code',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(
          fc.oneof(
            fc.string({ unit: 'binary', maxLength: 400 }),
            words.map((list) => list.join(' ')),
            words.map((list) => list.join('')),
          ),
          async (source) => {
            const read = await readArticle(source, { format, name: 'a.txt' });
            if (read.ok) isSound(read.article);
            else expect(read.message).not.toBe('');
          },
        ),
        { numRuns: 400 },
      );
    },
  );

  it('as bytes, it never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (source) => void (await codeOf(source))),
      { numRuns: 300 },
    );
  });
});
