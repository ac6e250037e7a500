import { readFileSync } from 'node:fs';
import { readArticle } from '../read-article.ts';
import { styleOf } from './fonts.ts';
import type { Run } from './layout.ts';
import { withRoots } from './roots.ts';

const style = styleOf({ name: 'CMMI10', bold: false, italic: false });
const run = (text: string, x: number, right: number, y = 100): Run => ({
  text,
  x,
  right,
  y,
  size: 10,
  style,
  spaced: false,
  shift: undefined,
  href: undefined,
});
const bar = (x: number, right: number) => ({ x, right, top: 92, bottom: 92.4 });

it('puts the sign on the line of what is under its bar', () => {
  const runs = withRoots([run('L/', 0, 10), run('√', 10, 18, 92), run('gh', 18, 30), run('is', 34, 40)], [bar(18, 30)]);
  expect(runs.map(({ text, y, root }) => [text, y, root])).toEqual([
    ['L/', 100, undefined],
    ['√', 100, 'sign'],
    ['gh', 100, 'reach'],
    ['is', 100, undefined],
  ]);
});

it('parts what goes on behind the bar', () => {
  const runs = withRoots([run('√', 10, 18, 92), run('gh+1', 18, 38)], [bar(18, 28)]);
  expect(runs.map(({ text, root }) => [text, root])).toEqual([
    ['√', 'sign'],
    ['gh', 'reach'],
    ['+1', undefined],
  ]);
});

it('leaves a sign without a bar, and one over several lines, as they are', () => {
  const alone = [run('√', 10, 18, 92), run('2', 18, 24)];
  expect(withRoots(alone, [])).toEqual(alone);
  const tall = [run('√', 10, 18, 92), run('h', 18, 24, 97), run('H', 18, 24, 107)];
  expect(withRoots(tall, [bar(18, 24)])).toEqual(tall);
});

it.each(['tides-article', 'tides-ieee', 'tides-browser'])('says how far a root reaches in %s', async (name) => {
  const file = new URL(`../../../../test/fixtures/pdf/prints/${name}.pdf`, import.meta.url);
  const read = await readArticle(readFileSync(file), { name: 'tides.pdf' });
  if (!read.ok) throw new Error(read.message);
  const marks = read.article.sections.flatMap(({ blocks }) => blocks.flatMap((block) => block.marks));
  const roots = marks.flatMap(({ mathml }) => /<msqrt>.*<\/msqrt>/s.exec(mathml ?? '')?.[0] ?? []);
  expect(roots.map((root) => root.replace(/<[^>]+>/g, '').normalize('NFKC'))).toEqual(['gh']);
});
