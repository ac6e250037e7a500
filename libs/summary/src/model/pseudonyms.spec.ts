import fc from 'fast-check';
import { pseudonymsFor } from './pseudonyms.ts';

const ADA = '0b5a3f0e-6a63-4b39-9a27-0a1d3c9f5e11';
const people = [
  { id: ADA, name: 'Ada Quillfeather' },
  { id: 'ben', name: 'José van Penwick' },
  { id: 'li', name: '李明' },
  { id: 'ann1', name: 'Ann Thimble' },
  { id: 'ann2', name: 'Ann Ferrule' },
];

test.each([
  ['Ada Quillfeather is right', 'Reader1 is right'],
  ['as @ada.quillfeather and @AdaQuillfeather said', 'as @Reader1 and @Reader1 said'],
  ['ADA’s point, Adas Einwand, quillfeather', 'Reader1’s point, Reader1s Einwand, Reader1'],
  ['I agree with jose, JOSÉ and Jose\u0301', 'I agree with Reader1, Reader1 and Reader1'],
  ['A\u200bda says', 'Reader1 says'],
  ['我同意李明的观点', '我同意Reader1的观点'],
  [`see ${ADA}`, 'see Reader1'],
  ['write to quill@example.org', 'write to [address]'],
  ['the adage of a van', 'the adage of a van'],
  ['Nobody is named.', 'Nobody is named.'],
])('%s', (text, hidden) => {
  expect(pseudonymsFor(people, [text]).hide(text)).toBe(hidden);
});

test('the author of a post and whoever is named in another are one', () => {
  const names = pseudonymsFor(people, []);
  expect(names.of(ADA)).toBe(names.hide('Ada'));
  expect(names.show(`${names.of(ADA)} objects to ${names.hide('José')}.`)).toBe(
    'Ada Quillfeather objects to José van Penwick.',
  );
});

test('a name that two people have stands for neither', () => {
  const names = pseudonymsFor(people, []);
  const hidden = names.hide('Ann and Ann Ferrule');
  expect(hidden).toBe('Reader1 and Reader2');
  expect(names.show(hidden)).toBe('Ann and Ann Ferrule');
});

test('a stand-in is no word that somebody wrote', () => {
  const text = 'Reader1 of the poem is Ada.';
  const names = pseudonymsFor(people, [text]);
  expect(names.show(names.hide(text))).toBe('Reader1 of the poem is Ada Quillfeather.');
});

test('no name is left in anything that people write', () => {
  const word = fc.constantFrom(
    'Ada',
    'ada',
    'QUILLFEATHER',
    '@ada',
    'José',
    'penwick',
    'Thimble',
    'says',
    'so',
    '—',
    '.',
  );
  fc.assert(
    fc.property(fc.array(word), fc.constantFrom(' ', ', ', '\n', '/', '"'), (words, between) => {
      const text = words.join(between);
      expect(pseudonymsFor(people, [text]).hide(text)).not.toMatch(/ada|quill|jos|penwick|thimble/iu);
    }),
  );
});
