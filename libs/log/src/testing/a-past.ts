/** Seminars with any past at all, for properties. */

import fc from 'fast-check';
import { v4 } from 'uuid';
import { type AnnotationId, ArticleId, EVERYONE, type Intent, MemberId, SeminarId } from '#seminar';
import { document, passage } from '../../../seminar/src/testing/a-seminar.ts';
import type { LogKey } from '../log-key.ts';
import { type Log } from '../open-log.ts';
import { annotationId, command, comment, type TestLog } from './a-log.ts';

/** What somebody does, to the `on`th of all annotations so far. */
export interface Writing {
  by: number;
  does:
    | 'comment'
    | 'ask'
    | 'reply'
    | 'edit'
    | 'delete'
    | 'restore'
    | 'tag'
    | 'react'
    | 'unreact'
    | 'answer'
    | 'resolve'
    | 'import';
  on: number;
}

const PEOPLE = 12;

export const writings: fc.Arbitrary<Writing[]> = fc.array(
  fc.record<Writing>({
    by: fc.nat(PEOPLE - 1),
    does: fc.constantFrom(
      ...(['comment', 'ask', 'reply', 'edit', 'delete', 'restore', 'tag', 'react', 'react', 'unreact'] as const),
      ...(['answer', 'resolve', 'import'] as const),
    ),
    on: fc.nat(50),
  }),
  { minLength: 10, maxLength: 50, size: 'max' },
);

/** A seminar of its own, or this one, in which that happened, as far as the rules allowed it. */
export async function aPastOf(
  test: TestLog,
  log: Log,
  past: readonly Writing[],
  seminar = SeminarId.parse(v4()),
): Promise<LogKey> {
  await test.open(log, seminar);
  const people = [test.ada, ...Array.from({ length: PEOPLE - 1 }, () => MemberId.parse(v4()))];
  const say = (by: number, intent: Intent) =>
    log.seminars.handle(seminar, command(people[by % PEOPLE] ?? test.ada, intent));
  for (let by = 1; by < PEOPLE; by++) await say(by, { type: 'seminar.join', data: { role: 'instructor' } });
  const known: Written[] = [];
  let version = 1;
  for (const { by, does, on } of past) {
    const subject = known[on % Math.max(1, known.length)];
    if (does === 'import') {
      const article = ArticleId.parse(passage.article);
      version += 1;
      await say(0, { type: 'article.import', data: { article, version, document } });
    } else if (does === 'comment' || does === 'ask' || !subject) {
      const created: Written = { id: annotationId(), by, revision: 1, answers: undefined, deletedBy: undefined };
      const motivation = does === 'ask' ? 'questioning' : 'commenting';
      await say(by, { type: 'annotation.create', data: { ...dataOf(comment(created.id)), motivation } });
      known.push(created);
    } else if (does === 'reply') {
      const created: Written = { id: annotationId(), by, revision: 1, answers: subject.id, deletedBy: undefined };
      const target = { kind: 'annotation', annotation: subject.id } as const;
      await say(by, { type: 'annotation.reply', data: { annotation: created.id, target, body: `As to ${on}.` } });
      known.push(created);
    } else {
      const { ok } = await say(whoCan(does, subject) ?? by, intentOf(does, subject));
      if (does === 'edit' && ok) subject.revision += 1;
      if (does === 'delete' && ok) subject.deletedBy = by;
    }
  }
  return { seminar, audience: EVERYONE };
}

interface Written {
  id: AnnotationId;
  by: number;
  revision: number;
  answers: AnnotationId | undefined;
  deletedBy: number | undefined;
}

/** Some things only one can do. */
const whoCan = (does: Writing['does'], { by, deletedBy }: Written): number | undefined =>
  ({ edit: by, restore: deletedBy })[does as string];

const dataOf = (intent: Intent) => {
  if (intent.type !== 'annotation.create') throw new Error('That is no comment');
  return intent.data;
};

type OnSubject = Exclude<Writing['does'], 'comment' | 'ask' | 'reply' | 'import'>;

function intentOf(does: OnSubject, { id, revision, answers }: Written): Intent {
  switch (does) {
    case 'edit':
      return { type: 'annotation.edit', data: { annotation: id, revision, body: `Better, ${revision}.` } };
    case 'delete':
      return { type: 'annotation.delete', data: { annotation: id } };
    case 'restore':
      return { type: 'annotation.restore', data: { annotation: id, body: `Back, ${revision}.` } };
    case 'tag':
      return { type: 'annotation.tag', data: { annotation: id, tags: ['key'] } };
    case 'react':
      return { type: 'reaction.add', data: { annotation: id, reaction: 'agree' } };
    case 'unreact':
      return { type: 'reaction.remove', data: { annotation: id, reaction: 'agree' } };
    case 'answer':
      return { type: 'question.answer', data: { question: answers ?? id, answer: id } };
    case 'resolve':
      return { type: 'thread.resolve', data: { thread: id } };
  }
}
