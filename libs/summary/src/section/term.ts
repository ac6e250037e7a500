import { type Language, packOf } from '../language/language.ts';
import type { Post } from '../post.ts';
import { paragraphsOf } from '../sentences/prose.ts';
import { stemsOf } from '../sentences/sentence.ts';

/** So many people must use a term before the class can be said to speak of it; fewer will do where the passage has it too. */
const USERS = 3;
const USERS_OF_PASSAGE = 2;
const LONGEST = 3;

/** The term that most of those who wrote on an issue use, and few others; as they mostly write it. */
export function termOf(
  posts: readonly Post[],
  passages: readonly string[],
  others: readonly Post[],
  language: Language,
): string | undefined {
  const read = new Set(passages.flatMap((passage) => stemsOf(passage, language)));
  const here = usesOf(posts, language);
  const there = usesOf(others, language);
  let best: { term: string; score: number } | undefined;
  for (const [key, { authors, forms }] of here) {
    const isRead = key.split(' ').every((stem) => read.has(stem));
    if (authors.size < (isRead ? USERS_OF_PASSAGE : USERS)) continue;
    const elsewhere = there.get(key)?.authors.size ?? 0;
    const score = (authors.size / (1 + elsewhere)) * key.split(' ').length ** 0.7;
    if (score > (best?.score ?? 0)) best = { term: commonest(forms), score };
  }
  return best?.term;
}

interface Uses {
  authors: Set<string>;
  /** How it is written, and how often. */
  forms: Map<string, number>;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;

/** The runs of up to three words with a subject of their own, by their stems. */
function usesOf(posts: readonly Post[], language: Language): Map<string, Uses> {
  const uses = new Map<string, Uses>();
  for (const { author, text } of posts) {
    for (const run of paragraphsOf(text).flatMap((paragraph) => runsOf(paragraph, language))) {
      for (let length = 1; length <= LONGEST; length += 1) {
        for (let start = 0; start + length <= run.length; start += 1) {
          const words = run.slice(start, start + length);
          const key = words.map(({ stem }) => stem).join(' ');
          const use = uses.get(key) ?? { authors: new Set(), forms: new Map() };
          uses.set(key, use);
          use.authors.add(author);
          const form = words.map(({ word }) => word).join(' ');
          use.forms.set(form, (use.forms.get(form) ?? 0) + 1);
        }
      }
    }
  }
  return uses;
}

/** A term is a noun more often than not; a verb or an adverb that everybody uses is no subject. */
const LEAST_LETTERS = 5;

function runsOf(paragraph: string, language: Language): { word: string; stem: string }[][] {
  const runs: { word: string; stem: string }[][] = [[]];
  let end = 0;
  for (const { 0: word, index } of paragraph.matchAll(WORD)) {
    const [stem, ...more] = stemsOf(word, language);
    const joined = /^\s*$/u.test(paragraph.slice(end, index));
    end = index + word.length;
    const isTerm = stem !== undefined && more.length === 0 && word.length >= LEAST_LETTERS && !isFiller(word, language);
    if (!joined || !isTerm) runs.push([]);
    if (isTerm) runs.at(-1)?.push({ word: asWritten(word, language), stem });
  }
  return runs.filter((run) => run.length > 0);
}

/** German writes its nouns with a capital wherever they stand; elsewhere a capital at the start of a sentence says nothing. */
const asWritten = (word: string, language: Language): string =>
  language === 'de' || /\p{Lu}.*\p{Lu}/u.test(word) ? word : word.toLowerCase().replace(ELISION, '');

/** The article of a French noun that begins with a vowel. */
const ELISION = /^(?:l|d|qu|n|s)['’](?=\p{L}{3})/u;

const isFiller = (word: string, language: Language): boolean =>
  packOf(language).fillers.has(word.toLowerCase()) || (language === 'de' && /^\p{Ll}/u.test(word));

const commonest = (forms: ReadonlyMap<string, number>): string =>
  [...forms].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
