/**
 * Whether the posts that a sentence cites bear it out, by what can be checked without understanding: its words are theirs, it brings in
 * no number, no name and no person that they lack, and it speaks for many only where it cites more than one. What passes may still be put
 * wrongly; what a model makes up does not pass.
 */

import { type Language, packOf } from '../language/language.ts';
import { stemsOf } from '../sentences/sentence.ts';
import { wordCount } from '../sentences/trim.ts';

/** A post as the model saw it: without names. */
export interface Source {
  author: string;
  text: string;
  /** The words of the article that it is about. */
  passage: string;
}

/** The share of its words that a sentence must have from what it cites; the others may say who does what: 'objects', 'asks'. */
const BORROWED = 0.5;
/** And so many at least. */
const LEAST_BORROWED = 2;
const LEAST_WORDS = 4;
const MOST_WORDS = 60;

const NUMBER = /\p{N}+(?:[.,]\p{N}+)*/gu;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;
/** Nothing that a reader could click, and no markup. */
const NOT_PROSE = /https?:|www\.|[<>{}`|]|\]\(|@\S/iu;

export function isSupported(
  sentence: string,
  cited: readonly Source[],
  standIns: (text: string) => readonly string[],
  language: Language,
): boolean {
  const words = wordCount(sentence);
  if (cited.length === 0 || words < LEAST_WORDS || words > MOST_WORDS || NOT_PROSE.test(sentence)) return false;
  const people = new Set(standIns(sentence));
  const there = cited.map(({ author, text }) => `${author} ${text}`).join('\n');
  if ([...people].some((person) => !standIns(there).includes(person))) return false;
  const said = standIns(sentence).reduce((text, person) => text.replace(person, ' '), sentence);
  return (
    numbersAreTheirs(said, cited) &&
    namesAreTheirs(said, cited, language) &&
    wordsAreTheirs(said, cited, language) &&
    speaksForNoMore(said, cited, language)
  );
}

const everything = (cited: readonly Source[]): string =>
  cited.map(({ text, passage }) => `${text}\n${passage}`).join('\n');

function numbersAreTheirs(sentence: string, cited: readonly Source[]): boolean {
  const theirs = new Set(everything(cited).match(NUMBER));
  return (sentence.match(NUMBER) ?? []).every((number) => theirs.has(number));
}

/** German writes every noun with a capital: there a name is held to the share of borrowed words only. */
function namesAreTheirs(sentence: string, cited: readonly Source[], language: Language): boolean {
  if (language === 'de') return true;
  const theirs = new Set(stemsOf(everything(cited), language));
  const names = (sentence.match(WORD) ?? []).slice(1).filter((word) => /^\p{Lu}/u.test(word));
  return names.every((name) => stemsOf(name, language).every((stem) => theirs.has(stem)));
}

/** Each post that is cited must have a part in it: one that is cited for show bears nothing out. 'Exactly' shares what it answers. */
function wordsAreTheirs(sentence: string, cited: readonly Source[], language: Language): boolean {
  const stems = [...new Set(stemsOf(sentence, language))];
  const theirs = cited.map(({ text }) => new Set(stemsOf(text, language)));
  const borrowed = stems.filter((stem) => theirs.some((post) => post.has(stem)));
  const { agreement } = packOf(language);
  const hasPart = ({ text }: Source, index: number): boolean =>
    agreement.test(text) || borrowed.some((stem) => theirs[index]?.has(stem));
  return borrowed.length >= LEAST_BORROWED && borrowed.length >= BORROWED * stems.length && cited.every(hasPart);
}

/** 'The class agrees' needs two at least. */
function speaksForNoMore(sentence: string, cited: readonly Source[], language: Language): boolean {
  const { many } = packOf(language);
  if (!many.test(sentence) || new Set(cited.map(({ author }) => author)).size > 1) return true;
  const said = sentence.match(many)?.[0].toLowerCase() ?? '';
  return cited.some(({ text }) => text.toLowerCase().includes(said));
}
