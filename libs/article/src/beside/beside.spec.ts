import { besideOf } from './beside.ts';

const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const named = (name: string) => Uint8Array.from([...png, ...new TextEncoder().encode(name)]);
const files = new Map(['Essay_files/fig 1.png', 'img/a/map.png', 'img/b/map.png', 'f2.jpg'].map((p) => [p, named(p)]));
const beside = besideOf(files);
const found = (reference: string) => {
  const bytes = beside.bytesOf(reference);
  return bytes && new TextDecoder().decode(bytes.subarray(png.length));
};

it.each([
  ['as it stands', 'Essay_files/fig 1.png', 'Essay_files/fig 1.png'],
  ['with escapes and a dot', './Essay_files/fig%201.png', 'Essay_files/fig 1.png'],
  ['with a query and a fragment', 'fig%201.png?w=640#x', 'Essay_files/fig 1.png'],
  ['in another case', 'ESSAY_FILES/FIG 1.PNG', 'Essay_files/fig 1.png'],
  ['out of a folder that was left behind', '../assets/fig 1.png', 'Essay_files/fig 1.png'],
  ['from where it was on the web', 'https://journal.example/31/fig%201.png', 'Essay_files/fig 1.png'],
  ['with backslashes', 'img\\b\\map.png', 'img/b/map.png'],
  ['the one of two whose folder is meant', '../img/b/map.png', 'img/b/map.png'],
  ['without its ending', 'f2', 'f2.jpg'],
  ['which could be either', 'map.png', undefined],
  ['which did not come along', 'f3.png', undefined],
  ['with a broken escape', 'fig%E0%A4%A.png', undefined],
  ['that is a folder', 'img/', undefined],
  ['that is nothing', '', undefined],
])('finds a file %s', (_, reference, path) => {
  expect(found(reference)).toBe(path);
});
