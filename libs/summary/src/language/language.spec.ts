import { discussions } from '../../../../test/support/discussions.ts';
import { splitSentences } from '../sentences/split.ts';
import { shortened, withoutPreamble } from '../sentences/trim.ts';
import { languageOf, packOf } from './language.ts';

test.each([
  ['en', 'Is that so? I doubt it.'],
  ['de', 'Das glaube ich nicht, weil die Zahlen fehlen.'],
  ['es', 'No creo que los datos lo digan.'],
  ['fr', 'Je ne crois pas que les données le disent.'],
  ['en', ''],
])('tells %s from a few words', (language, text) => {
  expect(languageOf(text)).toBe(language);
});

test('tells the language of every discussion', () => {
  const found = discussions().map(({ posts }) => languageOf(posts.map(({ text }) => text).join(' ')));
  expect(
    Object.fromEntries(['en', 'de', 'es', 'fr'].map((one) => [one, found.filter((other) => other === one).length])),
  ).toEqual({ en: 21, de: 4, es: 4, fr: 4 });
});

test.each([
  [
    'en',
    'See Smith et al. (2019) and e.g. Jones. Both agree.',
    ['See Smith et al. (2019) and e.g. Jones.', 'Both agree.'],
  ],
  ['de', 'Das gilt z. B. für Löhne. Vgl. S. 12 dazu.', ['Das gilt z. B. für Löhne.', 'Vgl. S. 12 dazu.']],
  ['es', '¿Por qué? Véase la pág. 12 del texto.', ['¿Por qué?', 'Véase la pág. 12 del texto.']],
  ['fr', 'Pourquoi ? Voir p. 12, chez M. Dupont.', ['Pourquoi ?', 'Voir p. 12, chez M. Dupont.']],
] as const)('splits %s into sentences', (language, text, sentences) => {
  expect(splitSentences(text, language)).toEqual(sentences);
});

test.each([
  ['en', 'Well, I think that it fails.', 'It fails.'],
  ['en', '@ada Thanks Ada! But the sample is small (see above).', 'The sample is small.'],
  ['de', 'Ja, aber ich glaube, es stimmt nicht.', 'Es stimmt nicht.'],
  ['de', 'Ja, und zwar gewollt: alte Verträge fehlen.', 'Gewollt: alte Verträge fehlen.'],
  ['de', 'Sicher, aber jede Methode verändert etwas.', 'Jede Methode verändert etwas.'],
  ['es', 'Bueno, creo que la guerra explica más.', 'La guerra explica más.'],
  ['fr', 'Oui, mais je pense que le rythme compte.', 'Le rythme compte.'],
  ['en', 'Nobody knows.', 'Nobody knows.'],
] as const)('drops the preamble of %s: %s', (language, sentence, rest) => {
  expect(withoutPreamble(sentence, packOf(language))).toBe(rest);
});

test('ends a sentence early where a clause only adds to it, never a question or inside a quotation', () => {
  const pack = packOf('en');
  expect(shortened('The baselines had assumed far more clearing, which the satellites refuted.', pack)).toEqual([
    'The baselines had assumed far more clearing, which the satellites refuted.',
    'The baselines had assumed far more clearing …',
  ]);
  expect(shortened('Has anybody here ever seen the data, which they never published?', pack)).toHaveLength(1);
  expect(shortened('They wrote that “we saw nothing at all there, and left”.', pack)).toHaveLength(1);
});

test('begins late only where what a colon announces is a sentence, and never ends at the colon', () => {
  const pack = packOf('en');
  const plain = 'The list shows what nobody says: the sugar of the house comes from plantations.';
  expect(shortened(plain, pack)).toEqual([plain, 'The sugar of the house comes from plantations.']);
  const dependent = 'The list shows what nobody says: that the sugar of the house comes from plantations.';
  expect(shortened(dependent, pack)).toEqual([dependent]);
});
