/**
 * A section summed up by a model: what was said in each thread (map), then on the section (reduce). Of each answer only those sentences
 * are kept that cite posts which bear them out (support.ts). Names stay here (pseudonyms.ts). Where little is left, it has failed, and
 * whoever asks takes the extractive summary.
 */

import type { Language } from '../language/language.ts';
import type { Post } from '../post.ts';
import { wordCount } from '../sentences/trim.ts';
import {
  type SectionLimits,
  type SectionSentence,
  type SectionSummary,
  type SectionThread,
  type SentenceKind,
  wordsFor,
} from '../summarise-section.ts';
import { languageOfPosts } from '../summarise-thread.ts';
import { addressesMachine } from './addresses-machine.ts';
import type { Point } from './answers.ts';
import { type Ask, ModelFailure } from './chat-completions.ts';
import { askAboutSection, askAboutThread, type ShownThread } from './prompts.ts';
import { type Person, type Pseudonyms, pseudonymsFor } from './pseudonyms.ts';
import { isSupported, type Source } from './support.ts';

export interface ModelLimits extends SectionLimits {
  /** Milliseconds that a summary may take. */
  time: number;
  /** Characters of a section that are shown to the model: of its liveliest threads. */
  characters: number;
}

/** Characters of one post that are shown. */
const POST_CHARACTERS = 4_000;
const PASSAGE_CHARACTERS = 500;
/** If fewer sentences on a section than this share hold, the others are not trusted either. */
const TRUSTED = 0.5;

/** `undefined` where there is too little to sum up. Throws a `ModelFailure`. */
export async function summariseByModel(
  threads: readonly SectionThread[],
  people: readonly Person[],
  ask: Ask,
  limits: ModelLimits,
): Promise<SectionSummary | undefined> {
  const posts = threads.flatMap((thread) => thread.posts).filter(({ text }) => text.trim() !== '');
  if (posts.length < limits.contributions) return undefined;
  const language = languageOfPosts(posts);
  const words = wordsFor(posts, limits);
  const until = AbortSignal.timeout(limits.time);
  const shown = within(threads.map(withoutOrders), limits.characters);
  const tellings = await Promise.all(shown.map((thread) => tellThread(thread, people, language, ask, until)));
  const told = tellings.filter(({ points }) => points.length > 0);
  if (told.length === 0) throw new ModelFailure('nothing that it said is borne out');

  const names = namesIn(
    told.flatMap(({ thread }) => thread.posts),
    people,
  );
  const sources = sourcesOf(
    told.map(({ thread }) => thread),
    names,
  );
  const keys = keysOf(sources, 's');
  const { issues } = await ask(
    askAboutSection(
      told.map(({ thread, points }) => ({
        passage: names.hide(thread.passage.slice(0, PASSAGE_CHARACTERS)),
        points: points.map(({ text, cites, kind }) => ({
          text: names.hide(text),
          kind,
          cites: cites.map((id) => keys.key(id)),
        })),
      })),
      words,
      language,
    ),
    until,
  );
  const drafts = issues.flatMap(({ sentences }, issue) => sentences.map((point) => ({ ...point, issue })));
  const kept = checked(drafts, sources, keys, names, language);
  if (kept.length === 0 || kept.length < TRUSTED * drafts.length)
    throw new ModelFailure('most of what it said is not borne out');
  const sentences = shortenedTo(words, kept).map((sentence) => ({
    ...sentence,
    kind: kindOf(sentence.kind, sentence.cites, threads),
  }));
  if (sentences.length === 0) throw new ModelFailure('it said more than there is room for');
  const order = [...new Set(sentences.map(({ issue }) => issue))];
  return { language, sentences: sentences.map((sentence) => ({ ...sentence, issue: order.indexOf(sentence.issue) })) };
}

interface Telling {
  thread: SectionThread;
  /** With names, and the ids of posts. */
  points: readonly Point[];
}

async function tellThread(
  thread: SectionThread,
  people: readonly Person[],
  language: Language,
  ask: Ask,
  until: AbortSignal,
): Promise<Telling> {
  if (thread.posts.length === 0) return { thread, points: [] };
  const names = namesIn(thread.posts, people);
  const sources = sourcesOf([thread], names);
  const keys = keysOf(sources, 'p');
  const { points } = await ask(askAboutThread(show(thread, sources, keys, names), language), until);
  return { thread, points: checked(points, sources, keys, names, language) };
}

/** What a model sees of a post, by the post's id, in the order in which they were written. */
type Sources = ReadonlyMap<string, Source>;

const namesIn = (posts: readonly Post[], people: readonly Person[]): Pseudonyms =>
  pseudonymsFor(
    people,
    posts.map(({ text }) => text),
  );

const sourcesOf = (threads: readonly SectionThread[], names: Pseudonyms): Sources =>
  new Map(
    threads.flatMap(({ posts, passage }) =>
      posts.map(({ id, author, text }): [string, Source] => [
        id,
        {
          author: names.of(author),
          text: names.hide(text.slice(0, POST_CHARACTERS)),
          passage: names.hide(passage.slice(0, PASSAGE_CHARACTERS)),
        },
      ]),
    ),
  );

interface Keys {
  key(id: string): string;
  id(key: string): string | undefined;
}

/** Short keys for ids: fewer to send, and none that means anything elsewhere. */
function keysOf(sources: Sources, letter: string): Keys {
  const ids = [...sources.keys()];
  const keys = new Map(ids.map((id, index) => [id, `${letter}${index + 1}`]));
  const back = new Map([...keys].map(([id, key]) => [key, id]));
  return { key: (id) => keys.get(id) ?? '', id: (key) => back.get(key) };
}

function show(thread: SectionThread, sources: Sources, keys: Keys, names: Pseudonyms): ShownThread {
  return {
    passage: names.hide(thread.passage.slice(0, PASSAGE_CHARACTERS)),
    answer: thread.answer === undefined ? undefined : keys.key(thread.answer),
    closed: thread.resolved ?? false,
    posts: thread.posts.map(({ id, parent, agreed }) => ({
      id: keys.key(id),
      by: sources.get(id)?.author ?? '',
      answers: parent === undefined ? undefined : keys.key(parent),
      agreed: agreed || undefined,
      text: sources.get(id)?.text ?? '',
    })),
  };
}

/** Those sentences that hold, with names and with the ids of what they cite. */
function checked<Draft extends Point>(
  drafts: readonly Draft[],
  sources: Sources,
  keys: Keys,
  names: Pseudonyms,
  language: Language,
): Draft[] {
  return drafts.flatMap((draft) => {
    // A summary mentions people, it does not call them.
    const text = draft.text
      .replace(/@(?=\p{L})/gu, '')
      .replace(/\s+/gu, ' ')
      .trim();
    const cites = [...new Set(draft.cites)].map((key) => keys.id(key) ?? '');
    const cited = cites.flatMap((id) => sources.get(id) ?? []);
    if (cited.length < cites.length || !isSupported(text, cited, names.in, language)) return [];
    return [{ ...draft, text: names.show(text), cites }];
  });
}

function shortenedTo<Draft extends Point>(words: number, sentences: readonly Draft[]): Draft[] {
  let left = words;
  return sentences.filter(({ text }) => {
    const length = wordCount(text);
    if (length > left) return false;
    left -= length;
    return true;
  });
}

/** What the threads say themselves stands above what a model calls it. */
function kindOf(kind: SentenceKind, cites: readonly string[], threads: readonly SectionThread[]): SentenceKind {
  const cited = threads.filter(({ posts }) => posts.some(({ id }) => cites.includes(id)));
  const posts = cited.flatMap((thread) => thread.posts).filter(({ id }) => cites.includes(id));
  const holds: Readonly<Record<SectionSentence['kind'], boolean>> = {
    statement: true,
    question:
      posts.some(({ text }) => /[?？]/u.test(text)) &&
      cited.some(({ answer, resolved }) => answer === undefined && resolved !== true),
    answer: cited.some(({ answer }) => answer !== undefined && cites.includes(answer)),
    dispute: posts.some(({ parent }) => parent !== undefined),
  };
  return holds[kind] ? kind : 'statement';
}

/** A thread without those posts that give orders to the machine; a reply to one of them answers the opening. */
function withoutOrders(thread: SectionThread): SectionThread {
  const posts = thread.posts.filter(({ text }) => text.trim() !== '' && !addressesMachine(text));
  const there = new Set(posts.map(({ id }) => id));
  return {
    ...thread,
    posts: posts.map((post) => ({ ...post, parent: there.has(post.parent ?? '') ? post.parent : undefined })),
    answer: there.has(thread.answer ?? '') ? thread.answer : undefined,
  };
}

/** The liveliest threads that there is room for, in their order. */
function within(threads: readonly SectionThread[], characters: number): SectionThread[] {
  let left = characters;
  const chosen = new Set<SectionThread>();
  for (const thread of threads.toSorted((a, b) => b.posts.length - a.posts.length)) {
    const size = thread.posts.reduce((sum, { text }) => sum + Math.min(POST_CHARACTERS, text.length), 0);
    if (size > left) continue;
    left -= size;
    chosen.add(thread);
  }
  return threads.filter((thread) => chosen.has(thread));
}
