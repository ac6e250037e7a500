/** How the script of a text is set: from which side, and whether between letters that know no words' ends. */
import type { Article } from '#article';

export interface Script {
  direction: 'ltr' | 'rtl';
  /** Chinese, Japanese or Korean: no hyphens, no slant, more room between the lines. */
  cjk: boolean;
}

const RTL_LANGUAGES = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'iw', 'ks', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi']);
const CJK_LANGUAGES = new Set(['zh', 'ja', 'ko', 'yue', 'lzh']);

const LETTERS = /\p{L}/gu;
const RTL_LETTER = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const CJK_LETTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** By the language where it is named, else by most of the first letters. */
export function scriptOf({ language, title, abstract, sections }: Article): Script {
  const bare = language?.toLowerCase().split('-')[0];
  if (bare) return { direction: RTL_LANGUAGES.has(bare) ? 'rtl' : 'ltr', cjk: CJK_LANGUAGES.has(bare) };
  const sample = [title, ...[...abstract, ...(sections[0]?.blocks ?? [])].slice(0, 3).map(({ text }) => text)].join(
    ' ',
  );
  const letters = sample.slice(0, 1_000).match(LETTERS) ?? [];
  const most = (kind: RegExp) => letters.filter((letter) => kind.test(letter)).length * 2 > letters.length;
  return { direction: most(RTL_LETTER) ? 'rtl' : 'ltr', cjk: most(CJK_LETTER) };
}
