import { configOf } from './config.ts';
import { fragmentsOf, searchedWords } from './searched-words.ts';

describe('what is typed', () => {
  it.each([
    ['margin', { whole: '', begun: 'margin' }],
    ['the place of a mar', { whole: 'the place of a', begun: 'mar' }],
    ['margin ', { whole: 'margin', begun: '' }],
    ['"place to answer', { whole: '"place to answer', begun: '' }],
    ['"place to" ans', { whole: '"place to"', begun: 'ans' }],
    ['margin -line', { whole: 'margin -line', begun: '' }],
    ['margin or', { whole: 'margin or', begun: '' }],
    ['d’Alembert', { whole: 'd’Alembert', begun: '' }],
    ['  ', { whole: '', begun: '' }],
    ['größ', { whole: '', begun: 'größ' }],
    ['読み手', { whole: '"読\u001Fみ\u001F手"', begun: '' }],
    ['margin 読手 -線', { whole: 'margin "読\u001F手" -"線"', begun: '' }],
    ['"別の', { whole: '"別\u001Fの', begun: '' }],
  ])('%j', (typed, words) => expect(searchedWords(typed)).toEqual(words));
});

it('puts a headline together', () => {
  expect(fragmentsOf('a \uE000margin\uE001 is a \uE000place\uE001')).toEqual([
    { text: 'a ', hit: false },
    { text: 'margin', hit: true },
    { text: ' is a ', hit: false },
    { text: 'place', hit: true },
  ]);
  expect(fragmentsOf('')).toEqual([]);
});

it('knows how to read a language', () => {
  expect([configOf('de-AT'), configOf('EN'), configOf('tlh'), configOf(undefined), configOf('constructor')]).toEqual([
    ...['german', 'english', 'simple', 'simple', 'simple'],
  ]);
});

it('is no different where characters were parted', () => {
  expect(fragmentsOf('別\u001F\uE000読\uE001\u001F\uE000み\uE001\u001Fが')).toEqual([
    { text: '別', hit: false },
    { text: '読み', hit: true },
    { text: 'が', hit: false },
  ]);
});
