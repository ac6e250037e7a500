/** `node read-once.js [FORMAT FILE]`: reads a file, if one is named, and prints the most memory that it took, in megabytes. */
import { readFile } from 'node:fs/promises';
import { FORMATS, readArticle } from '#article';
import { peakMemory } from './peak-memory.ts';

const [wanted, file] = process.argv.slice(2);
const format = FORMATS.find((known) => known === wanted);
if (format && file) await readArticle(await readFile(file), { format, limits: { textBytes: 64 * 1024 * 1024 } });
console.log(peakMemory());
