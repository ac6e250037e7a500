/**
 * Plays the demo into a database, through the ordinary commands. Every id is made from the name of what it is for, so
 * that a start which was cut short is gone on with: what has been said already is not said twice.
 */

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type pg from 'pg';
import { v5, v7 } from 'uuid';
import { readArticle } from '#article';
import { Subscriptions } from '#digest';
import { openLog, type Seminars } from '#log';
import { People, PersonId, signingSecret, Tokens } from '#people';
import { type AppSettings, createPool, limitsOf } from '#platform';
import {
  AnnotationId,
  ArticleId,
  AssignmentId,
  CommandId,
  EVERYONE,
  type Intent,
  type MemberId,
  SeminarId,
} from '#seminar';
import { asked, discussion, type PersonKey, people, type Step } from './discussion.ts';
import { findPassage } from './find-passage.ts';

/** Under which the ids of the demo are made (RFC 9562 §5.5). */
const NAMESPACE = 'b3e0a4de-5d0f-4c6e-9d5c-3a4f7d9c1e52';
const idOf = (name: string): string => v5(name, NAMESPACE);

export const DEMO_SEMINAR = SeminarId.parse(idOf('seminar'));
const ARTICLE = ArticleId.parse(idOf('article'));
const TITLE = 'Reading together';
const DAYS_AGO = 9;
const BEGINS_AT_HOUR = 9;
/** When the instructor was last told, in minutes after the seminar began. */
const LAST_DIGEST = 2 * 24 * 60;
const DUE_AT_HOUR = 18;

/** What is said of the time it took, and where to begin. */
export interface Demo {
  /** Signs its instructor in, and leads into the seminar. */
  signInLink: string;
}

/**
 * Brings the demo into a database that is empty but for its tables. Where it is already there, nothing is written; where
 * there are other seminars and no demo, neither, and there is no link.
 */
export async function seedDemo(
  databaseUrl: string,
  settings: AppSettings,
  onProgress: (done: string) => void,
): Promise<Demo | undefined> {
  const pool = createPool(databaseUrl, 2, { name: 'catena demo', onError: () => undefined });
  try {
    if (!(await isComplete(pool))) {
      if (await holdsOtherSeminars(pool)) return undefined;
      await play(pool, settings, onProgress);
    }
    return { signInLink: await signInLink(pool, settings) };
  } finally {
    await pool.end();
  }
}

const lastCommand = (): CommandId => commandOf(`step ${discussion.length - 1}`);

async function isComplete(pool: pg.Pool): Promise<boolean> {
  const { rowCount } = await pool.query('SELECT 1 FROM event WHERE seminar_id = $1 AND command_id = $2', [
    DEMO_SEMINAR,
    lastCommand(),
  ]);
  return rowCount !== 0;
}

async function holdsOtherSeminars(pool: pg.Pool): Promise<boolean> {
  const { rowCount } = await pool.query('SELECT 1 FROM log WHERE seminar_id <> $1 LIMIT 1', [DEMO_SEMINAR]);
  return rowCount !== 0;
}

async function play(pool: pg.Pool, settings: AppSettings, onProgress: (done: string) => void): Promise<void> {
  const begun = beginning();
  const log = await openLog(pool, { limits: limitsOf(settings) });
  try {
    const members = await becomeMembers(new People(pool));
    const say = carryOut(log.seminars, begun);
    const instructor = memberOf(members, 'ottilie');
    await say('open', instructor, 0, { type: 'seminar.open', data: { seminar: DEMO_SEMINAR, title: TITLE } });
    const document = await readDocument();
    await say('import', instructor, 0, { type: 'article.import', data: { article: ARTICLE, version: 1, document } });
    for (const { key, role } of people) {
      if (key !== 'ottilie') {
        await say(`join ${key}`, memberOf(members, key), 1, { type: 'seminar.join', data: { role } });
      }
    }
    await say('assign', memberOf(members, asked.by), asked.minutes, {
      type: 'reading.assign',
      data: {
        ...{ assignment: AssignmentId.parse(idOf('assignment')), article: ARTICLE },
        ...{ contributions: asked.contributions, due: evening(begun, asked.dueInDays) },
      },
    });
    const intentOf = translator(document);
    let told = 0;
    for (const [index, step] of discussion.entries()) {
      // The last step says that all is there, so this comes before it.
      if (index === discussion.length - 1) await promiseDigest(pool, instructor, told, begun);
      const position = await say(`step ${index}`, memberOf(members, step.by), step.minutes, intentOf(step));
      if (step.minutes < LAST_DIGEST) told = position ?? told;
      onProgress(`${index + 1} of ${discussion.length}`);
    }
  } finally {
    await log.close();
  }
}

/** The instructor's next digest is due as soon as there is somebody to write it: as if the last one had come on the third day. */
async function promiseDigest(pool: pg.Pool, member: MemberId, position: number, begun: Date): Promise<void> {
  await new Subscriptions(pool).begin(
    {
      ...{ seminar: DEMO_SEMINAR, member, kind: 'class', frequency: 'weekly', position },
      sinceAt: after(begun, LAST_DIGEST),
    },
    new Date().toISOString(),
  );
}

/** In the morning, so many days ago. */
function beginning(): Date {
  const begun = new Date();
  begun.setDate(begun.getDate() - DAYS_AGO);
  begun.setHours(BEGINS_AT_HOUR, 0, 0, 0);
  // The last words are said on the evening of the last day: before now, also when that is in the morning.
  const end = begun.getTime() + (discussion.at(-1)?.minutes ?? 0) * 60_000;
  if (end > Date.now()) begun.setDate(begun.getDate() - 1);
  return begun;
}

/** So many days after, at the hour by which one should have read. */
function evening(begun: Date, days: number): string {
  const at = new Date(begun);
  at.setDate(at.getDate() + days);
  at.setHours(DUE_AT_HOUR, 0, 0, 0);
  return at.toISOString();
}

const carryOut =
  (seminars: Seminars, begun: Date) =>
  async (name: string, by: MemberId, minutes: number, intent: Intent): Promise<number | undefined> => {
    const at = after(begun, minutes);
    const outcome = await seminars.handle(DEMO_SEMINAR, {
      ...intent,
      id: commandOf(name),
      by,
      at,
      audience: EVERYONE,
    });
    if (!outcome.ok) throw new Error(`The demo’s ${name} was refused: ${outcome.error.code}`);
    return outcome.positions.at(-1);
  };

const after = (begun: Date, minutes: number): string => new Date(begun.getTime() + minutes * 60_000).toISOString();

/** A version 7 id has to be made from a time; the same time and the same name give the same id. */
function commandOf(name: string): CommandId {
  const random = createHash('sha256').update(`${NAMESPACE} ${name}`).digest().subarray(0, 16);
  return CommandId.parse(v7({ msecs: Date.UTC(2026, 0, 1), random, seq: 0 }));
}

async function becomeMembers(registry: People): Promise<Map<PersonKey, MemberId>> {
  const members = new Map<PersonKey, MemberId>();
  for (const { key, name } of people) members.set(key, await registry.becomeMember(DEMO_SEMINAR, personOf(key), name));
  return members;
}

function memberOf(members: ReadonlyMap<PersonKey, MemberId>, key: PersonKey): MemberId {
  const member = members.get(key);
  if (!member) throw new Error(`${key} is no member of the demo`);
  return member;
}

const personOf = (key: PersonKey): PersonId => PersonId.parse(idOf(`person ${key}`));

async function readDocument() {
  const read = await readArticle(await readFile(new URL('./article.md', import.meta.url)), { format: 'markdown' });
  if (!read.ok) throw new Error(`The demo’s article can’t be read: ${read.message}`);
  return read.article;
}

/** Turns each step into what its author asks for. */
const translator =
  (document: Awaited<ReturnType<typeof readDocument>>) =>
  (step: Step): Intent => {
    const annotation = (key: string) => AnnotationId.parse(idOf(`annotation ${key}`));
    switch (step.kind) {
      case 'annotation': {
        const anchors = [findPassage(document, step.section, step.quote)];
        return {
          type: 'annotation.create',
          data: {
            annotation: annotation(step.key),
            motivation: step.motivation,
            target: { kind: 'passage', article: ARTICLE, version: 1, anchors },
            body: step.body,
            tags: [...(step.tags ?? [])],
          },
        };
      }
      case 'reply': {
        const target = { kind: 'annotation', annotation: annotation(step.to) } as const;
        return {
          type: 'annotation.reply',
          data: { annotation: annotation(step.key), target, body: step.body },
        };
      }
      case 'reaction':
        return { type: 'reaction.add', data: { annotation: annotation(step.to), reaction: step.reaction } };
      case 'answer':
        return {
          type: 'question.answer',
          data: { question: annotation(step.question), answer: annotation(step.reply) },
        };
      case 'resolve':
        return { type: 'thread.resolve', data: { thread: annotation(step.thread) } };
      case 'edit':
        return {
          type: 'annotation.edit',
          data: { annotation: annotation(step.annotation), revision: 1, body: step.body },
        };
      case 'delete':
        return { type: 'annotation.delete', data: { annotation: annotation(step.annotation) } };
    }
  };

async function signInLink(pool: pg.Pool, settings: AppSettings): Promise<string> {
  const tokens = new Tokens(await signingSecret(pool, settings.SESSION_SECRET));
  const token = await tokens.signIn(
    { person: personOf('ottilie'), to: `/s/${DEMO_SEMINAR}` },
    settings.SIGN_IN_LINK_HOURS,
  );
  return new URL(`/sign-in/${token}`, settings.PUBLIC_URL).href;
}
