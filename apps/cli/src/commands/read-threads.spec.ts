import { readThreads } from './read-threads.ts';

const posts = [{ id: 'a', author: 'x', text: 'Swans are white.' }];
const thread = JSON.stringify({ posts });

test('one thread, over many lines or with a byte order mark', () => {
  const read = [{ posts: [{ ...posts[0], parent: undefined }], words: 70 }];
  expect(readThreads(JSON.stringify({ posts }, undefined, 2))).toEqual(read);
  expect(readThreads(`\uFEFF${thread}\n`)).toEqual(read);
});

test('one thread a line, empty lines between', () => {
  expect(readThreads(`${thread}\n\r\n${thread}\r\n`)).toHaveLength(2);
});

test('ids and authors may be numbers, a parent may be missing in any way', () => {
  const input = { posts: [{ id: 7, author: 3, text: '', parent: null }], words: 9, language: 'fr' };
  expect(readThreads(JSON.stringify(input))).toEqual([
    { posts: [{ id: '7', author: '3', text: '', parent: undefined }], words: 9, language: 'fr' },
  ]);
});

test.each([
  ['', /^There is no thread on standard input/],
  [`${thread}\n\n{"posts": [}\n`, /^Line 3 is no JSON: /],
  [`${thread}\n{"posts": [{"author": "x", "text": "y"}]}`, /^Line 2 is not as it should be: (?:.|\n)*posts\[0\]\.id/],
  ['{"posts": [], "words": 0}', /^The thread is not as it should be: (?:.|\n)*words/],
  ['[1]', /^The thread is not as it should be: /],
])('says what is wrong with %j, and where', (input, sentence) => {
  expect(() => readThreads(input)).toThrow(sentence);
});
