// `node read-damaged.mjs FILE RUNS`: reads the file as often, each time cut off or with other bits flipped, in a process
// of its own that ends in anger if a reading throws, hangs or leaves something behind. On stdout come the counts.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';

const { readArticle } = await import(new URL('../../dist/libs/article/src/index.js', import.meta.url).href);

const [, , file = '', runs = '20'] = process.argv;
const whole = new Uint8Array(readFileSync(file));
const LIMIT = 5_000;
/** Beyond the limit, for what a busy machine takes between two looks at the clock. */
const GRACE = 5_000;

const cutOff = fc.integer({ min: 0, max: whole.length - 1 }).map((length) => whole.slice(0, length));
const flipped = fc
  .array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 7 })), { minLength: 1, maxLength: 200 })
  .map((flips) => {
    const bytes = whole.slice();
    for (const [at, bit] of flips) bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
    return bytes;
  });

/** @type {Record<string, number>} */
const counts = {};
let slowest = 0;
await fc.assert(
  fc.asyncProperty(fc.oneof(cutOff, flipped), async (bytes) => {
    const begun = performance.now();
    const read = await readArticle(bytes, { format: 'pdf', name: 'a.pdf', limits: { milliseconds: LIMIT } });
    const took = performance.now() - begun;
    slowest = Math.max(slowest, took);
    const outcome = read.ok ? 'article' : read.code;
    counts[outcome] = (counts[outcome] ?? 0) + 1;
    if (took > LIMIT + GRACE) throw new Error(`took ${took} ms`);
    if (!read.ok && read.message === '') throw new Error('says nothing');
  }),
  { numRuns: Number(runs) },
);
process.stdout.write(`${JSON.stringify({ counts, slowest })}\n`);
