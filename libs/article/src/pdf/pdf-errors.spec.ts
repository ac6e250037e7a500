import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isOfPdf, letStraysGo } from './pdf-errors.ts';

const { resolve } = createRequire(import.meta.url);
const sourceOf = (file: string) => readFileSync(resolve(`pdfjs-dist/legacy/build/${file}`), 'utf8');

const named = (name: string): Error => Object.assign(new Error('said by pdf.js'), { name });

it.each(['pdf.mjs', 'pdf.worker.mjs'])('knows all errors that %s of the installed pdf.js has', (file) => {
  const classes = sourceOf(file).matchAll(/class \w+ extends BaseException \{[\s\S]*?super\(\w+, "(\w+)"\)/g);
  const names = Array.from(classes, ([, name = '']) => name);
  expect(names.length).toBeGreaterThan(4);
  expect(names.filter((name) => !isOfPdf(named(name)))).toEqual([]);
});

it('knows no other errors', () => {
  expect([new TypeError('Ours'), 'FormatError', undefined].filter(isOfPdf)).toEqual([]);
});

it('listens for strays while any file is open, and no longer', async () => {
  const listening = () => process.listenerCount('unhandledRejection');
  const before = listening();
  const [first, second] = [letStraysGo(), letStraysGo()];
  expect(listening()).toBe(before + 1);
  first();
  second();
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(listening()).toBe(before);
});
