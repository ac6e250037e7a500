/** What is said of a file that was read, in every language: every sentence, with everything in it that the English one tells. */
import { ENGLISH, type Facts, type Saying, WHYS } from '#article';
import { findings as de } from './de/findings.ts';
import { findings as es } from './es/findings.ts';
import { findings as fr } from './fr/findings.ts';

const FACTS: Facts = {
  words: 'WORDS',
  other: 'OTHER',
  label: 'LABEL',
  second: 'SECOND',
  count: 7,
  why: 'size',
  most: 8,
};
const TOLD = ['WORDS', 'OTHER', 'LABEL', 'SECOND', '7', '8'];
const sayings = Object.keys(ENGLISH).filter((name): name is Saying => name in ENGLISH);
const toldIn = (sentence: string) => TOLD.filter((fact) => sentence.includes(fact));

describe.each([
  ['German', de, /„WORDS“/],
  ['Spanish', es, /«WORDS»/],
  ['French', fr, /«\u00a0WORDS\u00a0»/],
])('%s', (_, sentences, quotation) => {
  it.each(sayings)('says %s', (saying) => {
    const [english, said] = [ENGLISH[saying](FACTS), sentences[saying](FACTS)];
    expect(toldIn(said)).toEqual(toldIn(english));
    expect(said).not.toBe(english);
    expect(said).toMatch(/^[\p{Lu}„«�].*[.]$/su);
    if (english.includes('“WORDS”')) expect(said).toMatch(quotation);
    // What is not known leaves no trace.
    expect(sentences[saying]({ why: 'kind' })).not.toMatch(/NaN|\bnull\b/);
  });

  it('says why a picture is missing', () => {
    const reasons = WHYS.map((why) => sentences['picture-missing']({ why, most: 8 }));
    expect(new Set(reasons).size).toBe(WHYS.length);
  });
});
