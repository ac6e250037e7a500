import type { Language } from '../language/language.ts';
import type { Post } from '../post.ts';
import type { Weights } from '../select.ts';
import { type Sentence, stemsOf } from '../sentences/sentence.ts';
import { lexRank } from './lex-rank.ts';
import { standings } from './thread.ts';

/** What opens a thread is what the others speak of. */
const OPENING = 1.4;
/** For each post that answers it, and for each reader who agreed, up to three and five. */
const REPLY = 0.1;
const AGREED = 0.1;
/** People begin with what they mean. */
const FIRST_SENTENCE = 1.3;
/** 'They never did': not understood without the sentence before. */
const LEANS_BACK = 0.8;
/** 'I do this every week': of its author, not of the text. */
const PERSONAL = 0.6;

/** Above this many sentences, which are most like which is not asked any more: it grows with the square. */
const MOST_RANKED = 300;

/** What the sentences and stems of a discussion are worth, by its words, its shape and how its readers took it. */
export function weightsOf(posts: readonly Post[], sentences: readonly Sentence[], language: Language): Weights {
  const standing = standings(posts);
  const users = new Map<string, number>();
  for (const post of posts) {
    for (const stem of new Set(stemsOf(post.text, language))) users.set(stem, (users.get(stem) ?? 0) + 1);
  }
  const ranks =
    sentences.length > MOST_RANKED ? [] : lexRank(sentences.map(({ wordings }) => [...(wordings[0]?.stems ?? [])]));
  const centrality = new Map(
    sentences.map((sentence, i) => [sentence, (ranks[i] ?? 1 / sentences.length) * sentences.length]),
  );

  const ofPost = (post: Post): number => {
    const { depth, replies } = standing.get(post) ?? { depth: 0, replies: 0 };
    return (
      (depth === 0 ? OPENING : 1) * (1 + REPLY * Math.min(3, replies)) * (1 + AGREED * Math.min(5, post.agreed ?? 0))
    );
  };
  return {
    stem: (stem) => Math.sqrt(users.get(stem) ?? 1),
    sentence: (sentence) =>
      ofPost(sentence.post) *
      Math.sqrt(0.1 + Math.min(2.5, centrality.get(sentence) ?? 1)) *
      Math.sqrt(0.3 + sharedBy(sentence, users)) *
      (sentence.index === 0 ? FIRST_SENTENCE : 1) *
      (sentence.leansBack ? LEANS_BACK : 1) *
      (sentence.isPersonal ? PERSONAL : 1),
  };
}

/** The share of its words that other posts use as well. */
function sharedBy({ wordings }: Sentence, users: ReadonlyMap<string, number>): number {
  const stems = [...(wordings[0]?.stems ?? [])];
  return stems.filter((stem) => (users.get(stem) ?? 1) > 1).length / (stems.length || 1);
}
