/**
 * `pdf`: how long we take from the bytes of a PDF to the article, beside what pdf.js alone takes to hand over the text of
 * the same file; and the most memory that it takes. Every reading has a process of its own.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { Bench } from './bench.ts';
import { longPdf } from './long-pdf.ts';
import { compare } from './report.ts';
import { median } from './statistics.ts';

const PAGES = 500;
const ROUNDS = 5;
const MOST_MEGABYTES = 512;
const ONCE = fileURLToPath(new URL('./read-pdf-once.js', import.meta.url));

const Reading = z.object({ milliseconds: z.number(), found: z.number(), megabytes: z.number() });
type Reading = z.infer<typeof Reading>;

export const pdf: Bench = async ({ progress }) => {
  const folder = await mkdtemp(join(tmpdir(), 'catena-bench-'));
  try {
    progress(`making a PDF of ${PAGES} pages`);
    const { bytes, notes } = await longPdf(PAGES);
    const file = join(folder, 'long.pdf');
    await writeFile(file, bytes);
    const readings = { ours: [] as Reading[], pdfjs: [] as Reading[] };
    for (let round = 1; round <= ROUNDS; round++) {
      progress(`round ${round} of ${ROUNDS}`);
      readings.ours.push(await once(file, 'ours'));
      readings.pdfjs.push(await once(file, 'pdfjs'));
    }
    const found = median(readings.ours.map((reading) => reading.found));
    const [ours, theirs] = [readings.ours, readings.pdfjs].map((all) => median(all.map((one) => one.milliseconds)));
    const [memory, theirMemory] = [readings.ours, readings.pdfjs].map((all) =>
      Math.max(...all.map((one) => one.megabytes)),
    );
    const what = `pdf: ${PAGES} pages of text and notes`;
    return [
      compare(`${what}, time`, 'ms', ours ?? 0, 'pdf.js, text alone', theirs ?? 0, { of: 'ratio', atMost: 1.5 }),
      compare(`${what}, speed`, 'pages/s', speed(ours), 'pdf.js, text alone', speed(theirs)),
      compare(`${what}, peak memory`, 'MB', memory ?? 0, 'pdf.js, text alone', theirMemory ?? 0, {
        of: 'value',
        atMost: MOST_MEGABYTES,
      }),
      compare(`${what}, notes found`, 'notes', found, 'notes printed', notes, { of: 'ratio', atLeast: 1 }),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const speed = (milliseconds = 0): number => (1000 * PAGES) / milliseconds;

async function once(file: string, how: 'ours' | 'pdfjs'): Promise<Reading> {
  const { stdout } = await promisify(execFile)(process.execPath, [ONCE, file, how]);
  return Reading.parse(JSON.parse(stdout));
}
