/** Why a file can't be read, in every language: every sentence, with everything in it that the English one tells. */
import { ENGLISH_REFUSALS, OTHER_FORMATS, type RefusalFacts, type RefusalSaying } from '#article';
import { unreadable as de } from './de/unreadable.ts';
import { unreadable as es } from './es/unreadable.ts';
import { unreadable as fr } from './fr/unreadable.ts';

const FACTS: RefusalFacts = { have: 7, most: 8, words: 'WORDS', names: ['ONE', 'TWO'], more: 9, format: 'rtf' };
const TOLD = ['7', '8', 'WORDS', 'ONE', 'TWO', '9', 'RTF'];
const sayings = Object.keys(ENGLISH_REFUSALS).filter((name): name is RefusalSaying => name in ENGLISH_REFUSALS);
const toldIn = (sentence: string) => TOLD.filter((fact) => sentence.includes(fact));

describe.each([
  ['German', de],
  ['Spanish', es],
  ['French', fr],
])('%s', (_, sentences) => {
  it.each(sayings)('says %s', (saying) => {
    const [english, said] = [ENGLISH_REFUSALS[saying](FACTS), sentences[saying](FACTS)];
    expect(toldIn(said)).toEqual(toldIn(english));
    expect(said).not.toBe(english);
    expect(said).toMatch(/^[\p{Lu}¿].*\.$/su);
    // What is not known leaves no trace.
    expect(sentences[saying]({})).not.toMatch(/NaN|\bnull\b|undefined/);
  });

  it('knows each format that can’t be read', () => {
    const said = OTHER_FORMATS.map((format) => sentences['other-format']({ format }));
    expect(new Set(said).size).toBe(OTHER_FORMATS.length);
  });

  it('speaks of a single page', () => {
    expect(sentences['pages-are-pictures']({ have: 1 })).not.toContain('1');
  });
});
