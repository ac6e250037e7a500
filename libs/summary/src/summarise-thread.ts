import { type Language, languageOf } from './language/language.ts';
import type { Post, SummarySentence } from './post.ts';
import { select } from './select.ts';
import { sentencesOf } from './sentences/sentence.ts';
import { weightsOf } from './weigh/weights.ts';

export interface Thread {
  posts: readonly Post[];
  /** The most words that the summary may have. */
  words: number;
  /** Found from the text where it is not given. */
  language?: Language | undefined;
}

/** What was said in a thread, in its authors' words, each sentence with the post it comes from; in the order of the thread. */
export function summariseThread({ posts, words, language = languageOfPosts(posts) }: Thread): SummarySentence[] {
  const sentences = posts.flatMap((post) => sentencesOf(post, language));
  const order = new Map(sentences.map((sentence, index) => [sentence, index]));
  return select(sentences, words, weightsOf(posts, sentences, language))
    .sort((a, b) => (order.get(a.sentence) ?? 0) - (order.get(b.sentence) ?? 0))
    .map(({ sentence, wording }) => ({ text: wording.text, cites: [sentence.post.id] }));
}

export const languageOfPosts = (posts: readonly Post[]): Language =>
  languageOf(posts.map(({ text }) => text).join('\n'));
