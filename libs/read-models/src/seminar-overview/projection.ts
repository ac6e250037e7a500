import type { Queryable } from '#log';
import { EVERYONE, type SeminarId } from '#seminar';
import type { Projection } from '../projection.ts';
import { changesOf, type OverviewChanges } from './changes.ts';

/** Every seminar at a glance: what is read there, how many they are, what waits for an answer. */
export const seminarOverview: Projection = {
  name: 'seminar-overview',
  version: 3,
  audience: EVERYONE,
  tables: ['seminar_overview', 'seminar_overview_article', 'seminar_overview_question'],

  async fold({ seminar }, events, transaction) {
    const changes = changesOf(events);
    await foldOverview(seminar, changes, transaction);
    await foldArticles(seminar, changes, transaction);
    await foldQuestions(seminar, changes, transaction);
  },
};

async function foldOverview(seminar: SeminarId, changes: OverviewChanges, transaction: Queryable): Promise<void> {
  await transaction.query({
    name: 'fold-overview',
    text: `INSERT INTO seminar_overview AS was (seminar_id, title, members, annotations, last_activity)
      VALUES ($1, coalesce($2, ''), $3, $4, coalesce($5::timestamptz, now()))
      ON CONFLICT (seminar_id) DO UPDATE SET
        title = coalesce($2, was.title),
        members = was.members + excluded.members,
        annotations = was.annotations + excluded.annotations,
        last_activity = coalesce($5, was.last_activity)`,
    values: [seminar, changes.title, changes.members, changes.annotations, changes.lastActivity],
  });
}

async function foldArticles(seminar: SeminarId, { articles }: OverviewChanges, transaction: Queryable): Promise<void> {
  for (const [article, { version, title, at }] of articles) {
    await transaction.query({
      name: 'fold-overview-article',
      text: `INSERT INTO seminar_overview_article (seminar_id, article_id, version, title, imported_at)
        VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (seminar_id, article_id) DO UPDATE SET version = excluded.version, title = excluded.title`,
      values: [seminar, article, version, title, at],
    });
  }
}

async function foldQuestions(
  seminar: SeminarId,
  { questions }: OverviewChanges,
  transaction: Queryable,
): Promise<void> {
  const changed = [...questions];
  const asked = changed.filter(([, { asked }]) => asked).map(([id]) => id);
  if (asked.length > 0) {
    await transaction.query({
      name: 'fold-questions-asked',
      text: `INSERT INTO seminar_overview_question (seminar_id, annotation_id) SELECT $1, unnest($2::uuid[])`,
      values: [seminar, asked],
    });
  }
  if (changed.length > 0) {
    // Threads that are no questions are resolved and deleted too; they have no row.
    await transaction.query({
      name: 'fold-questions-changed',
      text: `UPDATE seminar_overview_question AS was SET
          answered = coalesce(now.answered, was.answered), resolved = coalesce(now.resolved, was.resolved),
          deleted = coalesce(now.deleted, was.deleted)
        FROM unnest($2::uuid[], $3::boolean[], $4::boolean[], $5::boolean[])
          AS now (annotation_id, answered, resolved, deleted)
        WHERE was.seminar_id = $1 AND was.annotation_id = now.annotation_id`,
      values: [
        seminar,
        changed.map(([id]) => id),
        changed.map(([, { answered }]) => answered ?? null),
        changed.map(([, { resolved }]) => resolved ?? null),
        changed.map(([, { deleted }]) => deleted ?? null),
      ],
    });
  }
}
