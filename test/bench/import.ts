/**
 * `import`: how fast an article of some length is read from each format, beside what the library that opens the format takes
 * alone for the same file in the same run; and the peak memory of a process that reads it.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { type Format, type ReadResult, readArticle } from '#article';
import { projectFolder } from '#platform';
import type { Bench } from './bench.ts';
import { openAlone } from './peers/open-alone.ts';
import { compare, type Measured } from './report.ts';
import { median } from './statistics.ts';

/** How many times the text of the fixture stands in the file: some 250 pages. */
const TIMES = 100;
const ROUNDS = 5;
const MEMORY = { of: 'value', atMost: 512 } as const;

const FILES: readonly (readonly [format: Format, file: string, begin: string, end: string])[] = [
  ['markdown', 'manuscript.md', '# A boat without hours', '# Acknowledgements'],
  ['text', 'made/pandoc.txt', 'A boat without hours', 'Acknowledgements'],
  ['html', 'made/pandoc.html', '<h1 id="a-boat-without-hours">', '<h1 id="acknowledgements">'],
  ['jats', 'made/pandoc.jats.xml', '<body>', '</body>'],
];

export const importing: Bench = async ({ progress }) => {
  const folder = await mkdtemp(join(tmpdir(), 'catena-bench-'));
  try {
    const rows: Measured[] = [];
    for (const [format, bytes] of await longFiles()) {
      progress(`${format}: ${ROUNDS} rounds of ${(bytes.length / 1e6).toFixed(2)} MB`);
      rows.push(...(await measure(format, bytes, folder)));
    }
    return rows;
  } finally {
    await rm(folder, { recursive: true });
  }
};

async function measure(format: Format, bytes: Uint8Array, folder: string): Promise<Measured[]> {
  const ours: number[] = [];
  const alone: number[] = [];
  let pages = 0;
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(
      await timed(async () => {
        pages = pagesOf(await readArticle(bytes, { format, limits }));
      }),
    );
    alone.push(await timed(async () => openAlone(format, bytes)));
  }
  const speed = (times: readonly number[]) => bytes.length / 1e3 / median(times);
  const pace = (times: readonly number[]) => (pages * 1e3) / median(times);
  const file = join(folder, `article.${format}`);
  await writeFile(file, bytes);
  const [peak, idle] = [await peakMemory([format, file]), await peakMemory([])];
  return [
    compare(`import ${format}: speed`, 'MB/s', speed(ours), 'its library alone', speed(alone)),
    compare(`import ${format}: pages of 300 words`, '/s', pace(ours), 'its library alone', pace(alone)),
    compare(`import ${format}: peak memory`, 'MB', peak, 'a process that reads nothing', idle, MEMORY),
  ];
}

const limits = { textBytes: 64 * 1024 * 1024 };

const WORDS_ON_A_PAGE = 300;

/** How many pages a book would have that held what was read. */
function pagesOf(read: ReadResult): number {
  if (!read.ok) throw new Error('The article of the benchmark can’t be read');
  const { sections, notes } = read.article;
  const texts = [...sections.flatMap(({ blocks }) => blocks), ...notes].map(({ text }) => text);
  return texts.reduce((words, text) => words + text.split(/\s+/).length, 0) / WORDS_ON_A_PAGE;
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

/** Megabytes that a process of its own takes to read a file. */
async function peakMemory(args: readonly string[]): Promise<number> {
  const script = fileURLToPath(new URL('./peers/read-once.js', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...args]);
  return Number(stdout);
}

/** The fixtures with their text many times over. */
async function longFiles(): Promise<[Format, Uint8Array][]> {
  const source = (file: string) => readFile(join(projectFolder(), 'test/fixtures/articles', file));
  const texts = FILES.map(async ([format, file, begin, end]): Promise<[Format, Uint8Array]> => {
    const text = (await source(file)).toString();
    const [from, to] = [text.indexOf(begin) + (format === 'jats' ? begin.length : 0), text.lastIndexOf(end)];
    return [format, strToU8(text.slice(0, from) + text.slice(from, to).repeat(TIMES) + text.slice(to))];
  });
  const parts = unzipSync(await source('made/pandoc.docx'));
  const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const [from, to] = [document.indexOf('<w:body>') + '<w:body>'.length, document.indexOf('<w:sectPr')];
  const long = document.slice(0, from) + document.slice(from, to).repeat(TIMES) + document.slice(to);
  return [...(await Promise.all(texts)), ['docx', zipSync({ ...parts, 'word/document.xml': strToU8(long) })]];
}
