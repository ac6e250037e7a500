import { type Language, packOf } from '../language/language.ts';
import type { Post } from '../post.ts';
import { paragraphsOf } from './prose.ts';
import { splitSentences } from './split.ts';
import { isQuestion, shortened, withoutPreamble, wordCount, wordsOf } from './trim.ts';

/** A sentence of a post, as the summariser weighs it. */
export interface Sentence {
  post: Post;
  /** Which of its post's sentences it is, from 0. */
  index: number;
  /** How it may be said, longest first: whole, or ending early. */
  wordings: readonly Wording[];
  isQuestion: boolean;
  /** It needs the sentence before it to be understood. */
  leansBack: boolean;
  /** It speaks of its author or to a reader. */
  isPersonal: boolean;
}

export interface Wording {
  text: string;
  words: number;
  /** The stems of its words that say something of the subject. */
  stems: ReadonlySet<string>;
}

const WORD = /[\p{L}\p{N}]+(?:[.,]\p{N}+)*/gu;

/** The stems of a text, each time they occur, without the words that say nothing of the subject. */
export function stemsOf(text: string, language: Language): string[] {
  const { stem, stopwords } = packOf(language);
  const words = wordsOf(text.toLowerCase()).flatMap((word) => word.match(WORD) ?? []);
  const said = words.filter((word) => !isStopword(word, stopwords));
  return said.map((word) => stem(word));
}

const stopwordSets = new WeakMap<readonly string[], ReadonlySet<string>>();
function isStopword(word: string, stopwords: readonly string[]): boolean {
  const set = stopwordSets.get(stopwords) ?? new Set(stopwords);
  stopwordSets.set(stopwords, set);
  return set.has(word) || /^\p{L}$/u.test(word);
}

/** A sentence with less than this many words of its own subject is left out. */
const LEAST_STEMS = 2;
/** And one with less than this many words is a scrap of talk. */
const LEAST_WORDS = 5;

/** The sentences of a post that say something of the subject. */
export function sentencesOf(post: Post, language: Language): Sentence[] {
  const pack = packOf(language);
  return paragraphsOf(post.text)
    .flatMap((paragraph) => splitSentences(paragraph, language))
    .filter((sentence) => !pack.pleasantry.test(sentence))
    .map((sentence, index) => {
      const text = withoutPreamble(sentence, pack);
      const wordings = shortened(text, pack).map((wording) => ({
        text: wording,
        words: wordCount(wording),
        stems: new Set(stemsOf(wording, language)),
      }));
      return {
        post,
        index,
        wordings,
        isQuestion: isQuestion(text),
        leansBack: pack.anaphora.test(text),
        isPersonal: pack.personal.test(text),
      };
    })
    .filter(
      ({ wordings }) => (wordings[0]?.stems.size ?? 0) >= LEAST_STEMS && (wordings[0]?.words ?? 0) >= LEAST_WORDS,
    );
}
