import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { picturesBeside } from './pictures-beside.ts';

const png = new URL('../../../../test/fixtures/articles/ferry.png', import.meta.url);
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beside-'));
  const bytes = await readFile(png);
  await mkdir(join(folder, 'essay/img'), { recursive: true });
  await Promise.all([
    writeFile(join(folder, 'essay/img/a b.png'), bytes),
    writeFile(join(folder, 'essay/f2.png'), bytes),
    writeFile(join(folder, 'essay/page.png'), '<svg onload="x()"/>'),
    writeFile(join(folder, 'secret.png'), bytes),
    symlink('../secret.png', join(folder, 'essay/link.png')),
  ]);
});
afterAll(() => rm(folder, { recursive: true }));

const found = async (text: string, bounds = { imageBytes: 1_000_000, images: 10 }) => [
  ...(await picturesBeside(join(folder, 'essay/text'), new TextEncoder().encode(text), bounds)).keys(),
];

it.each([
  ['HTML', '<img alt="x" src="./img/a%20b.png?v=1">', ['./img/a b.png']],
  ['JATS', '<graphic xlink:href="f2"/>', ['f2.png']],
  ['Markdown', 'See ![one](img/a%20b.png "t") and ![two][f].\n\n[f]: f2.png\n', ['img/a b.png', 'f2.png']],
  ['what leads out of the folder', '<img src="../secret.png"><img src="/etc/hostname"><img src="..">', []],
  ['a link that leads out of it', '<img src="link.png">', []],
  ['what is no picture', '<img src="page.png">', []],
  ['what is on the web', '<img src="https://journal.example/f2.png"><img src="//journal.example/f2.png">', []],
  ['what is not there', '<img src="f3.png">', []],
])('takes along what a text refers to: %s', async (_, text, paths) => {
  expect(await found(text)).toEqual(paths);
});

it('takes no more and nothing larger than it may', async () => {
  const both = '![](f2.png) ![](img/a%20b.png)';
  expect(await found(both, { imageBytes: 1_000_000, images: 1 })).toEqual(['f2.png']);
  expect(await found(both, { imageBytes: 100, images: 10 })).toEqual([]);
});
