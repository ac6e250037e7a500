import type { Article } from '#article';
import { article, paragraph } from './example-seminar.ts';
import { minutesToRead } from './reading-time.ts';
import { scriptOf } from './script.ts';

const articleOf = (title: string, language: string | undefined, text = ''): Article => ({
  ...article,
  ...(language && { language }),
  ...{ title, abstract: [], notes: [] },
  sections: [{ ...{ id: paragraph('s', '').id, title: '', level: 1 }, blocks: text ? [paragraph('p', text)] : [] }],
});

describe('the script of an article', () => {
  it.each([
    ['en', 'On margins', { direction: 'ltr', cjk: false }],
    ['ar', 'On margins', { direction: 'rtl', cjk: false }],
    ['ja-JP', 'On margins', { direction: 'ltr', cjk: true }],
    [undefined, 'عن الهوامش', { direction: 'rtl', cjk: false }],
    [undefined, '余白について', { direction: 'ltr', cjk: true }],
    [undefined, '1984', { direction: 'ltr', cjk: false }],
  ])('of language %p and title %p', (language, title, script) =>
    expect(scriptOf(articleOf(title, language))).toEqual(script),
  );
});

describe('the time to read', () => {
  it('counts words, or characters where there are none', () => {
    expect(minutesToRead(articleOf('On margins', 'en', 'word '.repeat(2_200)))).toBe(10);
    expect(minutesToRead(articleOf('余白について', 'ja', '余'.repeat(4_000)))).toBe(10);
    expect(minutesToRead(articleOf('Short', 'en'))).toBe(1);
  });
});
