/**
 * What was said on a section: its threads are grouped into issues, and each issue is told in the words of those who wrote,
 * with a lead where the shape of the threads says how a sentence stands to the others: against another, unanswered, an answer.
 */

import { type Language, packOf } from './language/language.ts';
import type { Lead } from './language/language-pack.ts';
import type { Post, SummarySentence } from './post.ts';
import { cluster } from './section/cluster.ts';
import { termOf } from './section/term.ts';
import { select } from './select.ts';
import { type Sentence, sentencesOf, stemsOf } from './sentences/sentence.ts';
import { wordCount } from './sentences/trim.ts';
import { languageOfPosts } from './summarise-thread.ts';
import { weightsOf } from './weigh/weights.ts';

/** A thread on a section, its opening post first. */
export interface SectionThread {
  posts: readonly Post[];
  /** The block that it hangs on. */
  block: string;
  /** The words that it is about. */
  passage: string;
  /** The post that answers it, where it asked and somebody marked one. */
  answer?: string | undefined;
  /** Closed by somebody: no question of it is open. */
  resolved?: boolean | undefined;
}

export type SentenceKind = 'statement' | 'dispute' | 'question' | 'answer';

export interface SectionSentence extends SummarySentence {
  kind: SentenceKind;
  /** Which of the issues it belongs to, from 0. */
  issue: number;
}

export interface SectionSummary {
  language: Language;
  sentences: readonly SectionSentence[];
}

export interface SectionLimits {
  /** The most words that a section's summary may have. */
  words: number;
  /** The fewest contributions with words that are worth a summary. */
  contributions: number;
}

/** Words of summary for each contribution: a short discussion gets a short summary. */
const WORDS_EACH = 12;
/** An issue with fewer words than this to its share is left out. */
const LEAST_WORDS = 14;
/** How much nearer two threads on one block are. */
const SAME_BLOCK = 0.06;
/** A question that nobody answered is what a teacher looks for. */
const OPEN_QUESTION = 1.5;

/** `undefined` where there is too little to sum up. */
export function summariseSection(threads: readonly SectionThread[], limits: SectionLimits): SectionSummary | undefined {
  const posts = threads.flatMap((thread) => thread.posts).filter(({ text }) => text.trim() !== '');
  if (posts.length < limits.contributions) return undefined;
  const language = languageOfPosts(posts);
  const issues = issuesOf(threads, language);
  const words = wordsFor(posts, limits);
  const shares = sharesOf(issues, words);
  const sentences = issues.flatMap((issue, index) => {
    const others = posts.filter((post) => !issue.posts.includes(post));
    return tell(issue, shares[index] ?? 0, others, language);
  });
  const told = [...new Set(sentences.map(({ issue }) => issue))];
  if (sentences.length === 0) return undefined;
  return {
    language,
    sentences: sentences.map(({ issue, ...sentence }) => ({ ...sentence, issue: told.indexOf(issue) })),
  };
}

export const wordsFor = (posts: readonly Post[], { words }: SectionLimits): number =>
  Math.min(words, posts.length * WORDS_EACH);

interface Issue {
  index: number;
  threads: readonly SectionThread[];
  posts: readonly Post[];
}

function issuesOf(threads: readonly SectionThread[], language: Language): Issue[] {
  const stems = threads.map(({ posts }) => posts.flatMap(({ text }) => stemsOf(text, language)));
  const groups = cluster(stems, (a, b) => (threads[a]?.block === threads[b]?.block ? SAME_BLOCK : 0));
  return groups
    .map((group) => group.flatMap((index) => threads[index] ?? []))
    .map((members) => ({ threads: members, posts: members.flatMap(({ posts }) => posts) }))
    .sort((a, b) => weightOf(b.posts) - weightOf(a.posts))
    .map((issue, index) => ({ ...issue, index }));
}

/** How much an issue moves people: how many wrote, and how much. */
const weightOf = (posts: readonly Post[]): number =>
  new Set(posts.map(({ author }) => author)).size + Math.sqrt(posts.length);

/** The words for each issue, by its weight; those at the end that would get too few get none. */
function sharesOf(issues: readonly Issue[], words: number): number[] {
  for (let told = issues.length; told > 1; told -= 1) {
    const weights = issues.slice(0, told).map(({ posts }) => weightOf(posts));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const shares = weights.map((weight) => Math.floor((words * weight) / total));
    if (shares.every((share) => share >= LEAST_WORDS)) return shares;
  }
  return [words];
}

function tell(issue: Issue, words: number, others: readonly Post[], language: Language): SectionSentence[] {
  const pack = packOf(language);
  const sentences = issue.posts.flatMap((post) => sentencesOf(post, language)).filter(isWholeThought);
  const shape = shapeOf(issue, pack);
  const weights = weightsOf(issue.posts, sentences, language);
  const term = termOf(
    issue.posts,
    issue.threads.map(({ passage }) => passage),
    others,
    language,
  );
  const leads = term === undefined ? 0 : wordCount(pack.leads.on.replace('{term}', term));
  const order = new Map(sentences.map((sentence, index) => [sentence, index]));
  const chosen = select(sentences, words - leads, {
    stem: weights.stem,
    sentence: (sentence) => weights.sentence(sentence) * (shape.isOpen(sentence) ? OPEN_QUESTION : 1),
  }).sort((a, b) => (order.get(a.sentence) ?? 0) - (order.get(b.sentence) ?? 0));

  return chosen.map(({ sentence, wording }, position) => {
    const before = chosen[position - 1]?.sentence.post;
    const kind = shape.kindOf(sentence);
    const opens = position === 0 && term !== undefined && kind !== 'question';
    const lead = opens ? 'on' : leadOf(kind, sentence, before);
    return {
      text: `${lead ? pack.leads[lead].replace('{term}', term ?? '') : ''}${wording.text}`,
      cites: [sentence.post.id, ...shape.sharedBy(sentence.post, sentence.post === before)],
      kind,
      issue: issue.index,
    };
  });
}

/** A lead is put where it is true of what stands before it, and once for each post. */
function leadOf(kind: SentenceKind, { post }: Sentence, before: Post | undefined): Lead | undefined {
  if (kind === 'question') return 'open';
  if (post === before) return undefined;
  if (kind === 'answer') return 'answered';
  return kind === 'dispute' && before?.id === post.parent ? 'against' : undefined;
}

/** In a thread its neighbours explain a short sentence; here it stands among strangers. */
const WHOLE_THOUGHT = 7;
const isWholeThought = ({ isQuestion, leansBack, wordings }: Sentence): boolean =>
  isQuestion || (wordings[0]?.words ?? 0) >= (leansBack ? 2 * WHOLE_THOUGHT : WHOLE_THOUGHT);

interface Shape {
  kindOf(sentence: Sentence): SentenceKind;
  isOpen(sentence: Sentence): boolean;
  /** The posts whose authors say that they share it. */
  sharedBy(post: Post, told: boolean): string[];
}

function shapeOf({ threads, posts }: Issue, { agreement, disagreement }: ReturnType<typeof packOf>): Shape {
  const answered = new Set(posts.map(({ parent }) => parent));
  const answers = new Set(threads.map(({ answer }) => answer));
  const closed = new Set(
    threads.filter(({ answer, resolved }) => resolved || answer !== undefined).flatMap((thread) => thread.posts),
  );
  const isOpen = ({ isQuestion, post }: Sentence): boolean => isQuestion && !closed.has(post) && !answered.has(post.id);
  return {
    isOpen,
    kindOf(sentence) {
      if (isOpen(sentence)) return 'question';
      if (answers.has(sentence.post.id)) return 'answer';
      return sentence.post.parent !== undefined && disagreement.test(sentence.post.text) ? 'dispute' : 'statement';
    },
    sharedBy: (post, told) =>
      told ? [] : posts.filter(({ parent, text }) => parent === post.id && agreement.test(text)).map(({ id }) => id),
  };
}
