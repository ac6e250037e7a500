import { messages as de } from './de/index.ts';
import { messages as en, type Messages } from './en/index.ts';
import { messages as es } from './es/index.ts';
import { messages as fr } from './fr/index.ts';

/** What is not made of a number. */
const sampleFor = (path: string): unknown => (/(typing|youAnd)$/.test(path) ? ['A', 'B'] : 2);

/** Every sentence by its path; those made of something, made of `2`, or of a list. */
function sentences(part: unknown, path = ''): [path: string, sentence: string][] {
  if (typeof part === 'string') return [[path, part]];
  if (typeof part === 'function') return [[path, String(part(sampleFor(path), 2, 2))]];
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => sentences(value, path ? `${path}.${key}` : key));
}

/** What `list` and `number` make of their own kind is shown below. */
const without = ({ list: _list, number: _number, ...others }: Messages) => others;
const english = sentences(without(en));

describe.each([
  ['German', de],
  ['Spanish', es],
  ['French', fr],
])('%s', (_, messages) => {
  const translated = new Map(sentences(without(messages)));

  it('says all that English says', () => {
    const lacking = english.filter(([path]) => (translated.get(path) ?? '').trim() === '');
    expect(lacking).toEqual([]);
  });

  it('leaves no sentence in English', () => {
    // Two words may well be the same: ‘2 notes’ is French, too.
    const prose = english.filter(([, sentence]) => sentence.split(' ').length > 2);
    expect(prose.filter(([path, sentence]) => translated.get(path) === sentence)).toEqual([]);
  });
});

it('counts, lists and writes numbers as each language does', () => {
  expect([en, de, es, fr].map((it) => it.desk.members(0))).toEqual([
    '0 members',
    '0 Mitglieder',
    '0 miembros',
    '0 membre',
  ]);
  expect([en, de, es, fr].map((it) => it.desk.members(12_345))).toEqual([
    '12,345 members',
    '12.345 Mitglieder',
    '12.345 miembros',
    '12\u202f345 membres',
  ]);
  expect([en, de, es, fr].map((it) => it.list(['A', 'B', 'C']))).toEqual([
    'A, B and C',
    'A, B und C',
    'A, B y C',
    'A, B et C',
  ]);
});
