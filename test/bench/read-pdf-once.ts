/**
 * `read-pdf-once.js FILE ours|pdfjs`: reads a PDF in a process of its own, with our reader or with pdf.js alone up to the
 * text of the pages as it hands it over. On stdout: how long it took, what came out and the most memory it held.
 */
import { readFileSync } from 'node:fs';
import { inspectArticle, readArticle } from '#article';
import { loadPdfjs } from '../../libs/article/src/pdf/load-pdfjs.ts';
import { peakMemory } from './peers/peak-memory.ts';

const [, , file = '', how] = process.argv;
const bytes = new Uint8Array(readFileSync(file));
// Loading the library is no part of reading; alone it is as it comes.
const { getDocument } = await (how === 'ours' ? loadPdfjs() : import('pdfjs-dist/legacy/build/pdf.mjs'));
globalThis.pdfjsWorker = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');

const begun = performance.now();
const found = how === 'ours' ? await ours() : await pdfjs();
const milliseconds = performance.now() - begun;
process.stdout.write(JSON.stringify({ milliseconds, found, megabytes: peakMemory() }));

/** The number of notes. */
async function ours(): Promise<number> {
  const read = await readArticle(bytes, { name: 'long.pdf' });
  if (!read.ok) throw new Error(read.message);
  return inspectArticle(read.article).notes.length;
}

/** The number of pieces of text. */
async function pdfjs(): Promise<number> {
  const task = getDocument({ data: bytes.slice(), isEvalSupported: false, useSystemFonts: false, verbosity: 0 });
  const pdf = await task.promise;
  let items = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    items += (await page.getTextContent()).items.length;
    page.cleanup();
  }
  await task.destroy();
  return items;
}
