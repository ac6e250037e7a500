import { type Language, languageOf } from './language/language.ts';
import type { Post, SummarySentence } from './post.ts';
import { select } from './select.ts';
import { paragraphsOf } from './sentences/prose.ts';
import { sentencesOf } from './sentences/sentence.ts';
import { splitSentences } from './sentences/split.ts';
import { firstWords, wordCount } from './sentences/trim.ts';
import { weightsOf } from './weigh/weights.ts';

export interface Thread {
  posts: readonly Post[];
  /** The most words that the summary may have. */
  words: number;
  /** Found from the text where it is not given. */
  language?: Language | undefined;
}

/**
 * What was said in a thread, in its authors' words, each sentence with the post it comes from; in the order of the thread. Where no
 * sentence stands for it, the beginning of it does: who asks for a summary of some words gets some.
 */
export function summariseThread({ posts, words, language = languageOfPosts(posts) }: Thread): SummarySentence[] {
  const sentences = posts.flatMap((post) => sentencesOf(post, language));
  const order = new Map(sentences.map((sentence, index) => [sentence, index]));
  const chosen = select(sentences, words, weightsOf(posts, sentences, language))
    .sort((a, b) => (order.get(a.sentence) ?? 0) - (order.get(b.sentence) ?? 0))
    .map(({ sentence, wording }) => ({ text: wording.text, cites: [sentence.post.id] }));
  return chosen.length > 0 ? chosen : beginning(posts, words, language);
}

function beginning(posts: readonly Post[], words: number, language: Language): SummarySentence[] {
  for (const { id, text } of posts) {
    const [first] = paragraphsOf(text).flatMap((paragraph) => splitSentences(paragraph, language));
    // The ellipsis counts where words are counted by their spaces.
    if (first !== undefined && first !== '') return [{ text: fitted(first, words), cites: [id] }];
  }
  return [];
}

const fitted = (text: string, words: number): string =>
  wordCount(text) <= words ? text : firstWords(text, Math.max(1, words - 1)).replace(words === 1 ? / …$/u : /$^/u, '');

export const languageOfPosts = (posts: readonly Post[]): Language =>
  languageOf(posts.map(({ text }) => text).join('\n'));
