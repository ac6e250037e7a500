/** A seminar under way in a real database, for specs. */

import pg from 'pg';
import { v4, v7 } from 'uuid';
import {
  AnnotationId,
  ArticleId,
  type Audience,
  type Command,
  CommandId,
  EVERYONE,
  type Intent,
  MemberId as Member,
  type MemberId,
  SeminarId,
} from '#seminar';
import { createTestDatabase } from '../../../../test/support/test-database.ts';
import { document, passage } from '../../../seminar/src/testing/a-seminar.ts';
import { type Log, openLog } from '../open-log.ts';
import type { LogOptions } from '../options.ts';

export const commandId = (): CommandId => CommandId.parse(v7());
export const memberId = (): MemberId => Member.parse(v4());
export const annotationId = (): AnnotationId => AnnotationId.parse(v4());

export function command(by: MemberId, intent: Intent, id = commandId(), audience: Audience = EVERYONE): Command {
  return { ...intent, id, by, at: new Date().toISOString(), audience };
}

export const comment = (annotation = annotationId(), body = 'Indeed.'): Intent => ({
  type: 'annotation.create',
  data: { annotation, motivation: 'commenting', target: passage, body, tags: [] },
});

export interface TestLog {
  seminar: SeminarId;
  ada: MemberId;
  /** A log of its own on the same database, as another gateway has it; it leaves at the end at the latest. */
  gateway(options?: Partial<LogOptions>): Promise<Log & { pool: pg.Pool; leave(): Promise<void> }>;
  /** A seminar with Ada as instructor and an article: three events. */
  open(log: Log, seminar?: SeminarId): Promise<SeminarId>;
  close(): Promise<void>;
}

/** Opens a seminar with an article: three events. */
export async function openSeminar({ seminars }: Log, instructor: MemberId, seminar: SeminarId): Promise<void> {
  await seminars.handle(seminar, command(instructor, { type: 'seminar.open', data: { seminar, title: 'Margins' } }));
  const article = ArticleId.parse(passage.article);
  await seminars.handle(
    seminar,
    command(instructor, { type: 'article.import', data: { article, version: 1, document } }),
  );
}

export async function aLog(): Promise<TestLog> {
  const database = await createTestDatabase();
  const closing: (() => Promise<unknown>)[] = [];
  const ada = memberId();
  const seminar = SeminarId.parse(v4());
  return {
    seminar,
    ada,
    async gateway(options) {
      const pool = new pg.Pool({ connectionString: database.url, max: 5 });
      pool.on('error', () => undefined);
      const log = await openLog(pool, options);
      let left = false;
      const leave = async () => {
        if (left) return;
        left = true;
        await log.close();
        await pool.end();
      };
      closing.unshift(leave);
      return { ...log, pool, leave };
    },
    async open(log, id = seminar) {
      await openSeminar(log, ada, id);
      return id;
    },
    async close() {
      for (const close of closing) await close();
      await database.drop();
    },
  };
}
