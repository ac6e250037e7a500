import type { Queryable } from '#log';
import { EVERYONE, type EventOf, type MemberId, type RecordedEvent, type SeminarId } from '#seminar';
import type { Projection } from '../projection.ts';

/** What members are told in the app: that somebody answered them, that their question has an answer, what to read. */
export const notification: Projection = {
  name: 'notification',
  version: 1,
  audience: EVERYONE,
  tables: ['notification_member', 'notification_author', 'notification'],

  async fold({ seminar }, events, transaction) {
    for (const event of events) await fold(seminar, event, transaction);
  },
};

/** `reply`: to words of mine, or in a thread that I opened. `version`: of an article, or a new article. */
export type NotificationKind = 'reply' | 'mention' | 'answer' | 'reading' | 'version';

type Run = <Row extends object>(name: string, text: string, ...values: unknown[]) => Promise<{ rows: Row[] }>;

async function fold(seminar: SeminarId, event: RecordedEvent, transaction: Queryable): Promise<void> {
  const run: Run = (name, text, ...values) =>
    transaction.query({ name: `fold-notification-${name}`, text, values: [seminar, ...values] });
  switch (event.type) {
    case 'member.joined':
      await run(
        'member',
        'INSERT INTO notification_member (seminar_id, member_id, joined_position) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
        ...[event.data.member, event.position],
      );
      break;
    case 'annotation.created':
      await foldAnnotation(run, event);
      break;
    case 'annotation.deleted':
      await run(
        'deleted',
        'DELETE FROM notification WHERE seminar_id = $1 AND annotation_id = $2',
        event.data.annotation,
      );
      break;
    case 'question.answered': {
      const { rows } = await run<Author>(
        'asked-by',
        'SELECT author_id, thread_id, article_id FROM notification_author WHERE seminar_id = $1 AND annotation_id = $2',
        event.data.question,
      );
      const [asked] = rows;
      if (asked) await tell(run, event, 'answer', [asked.author_id], asked, event.data.answer);
      break;
    }
    case 'answer.withdrawn':
      await run(
        'withdrawn',
        `DELETE FROM notification WHERE seminar_id = $1 AND subject = $2 AND kind = 'answer'`,
        event.data.question,
      );
      break;
    case 'reading.assigned':
      await tellAll(run, event, 'reading', `reading:${event.data.assignment}`, event.data.article);
      break;
    case 'reading.withdrawn':
      await run(
        'unassigned',
        'DELETE FROM notification WHERE seminar_id = $1 AND subject = $2',
        `reading:${event.data.assignment}`,
      );
      break;
    case 'article.imported':
      await tellAll(run, event, 'version', `article:${event.data.article}`, event.data.article);
      break;
  }
}

interface Author {
  author_id: MemberId;
  thread_id: string;
  article_id: string;
}

async function foldAnnotation(run: Run, event: RecordedEvent & EventOf<'annotation.created'>): Promise<void> {
  const { annotation, target } = event.data;
  if (target.kind === 'passage') {
    await run(
      'annotation',
      `INSERT INTO notification_author (seminar_id, annotation_id, thread_id, article_id, author_id)
        VALUES ($1, $2, $2, $3, $4)`,
      ...[annotation, target.article, event.by],
    );
    return;
  }
  const { rows } = await run<Author & { opened_by: MemberId }>(
    'answered',
    `SELECT parent.author_id, parent.thread_id, parent.article_id, opening.author_id AS opened_by
      FROM notification_author AS parent
      JOIN notification_author AS opening
        ON opening.seminar_id = parent.seminar_id AND opening.annotation_id = parent.thread_id
      WHERE parent.seminar_id = $1 AND parent.annotation_id = $2`,
    target.annotation,
  );
  const [parent] = rows;
  if (!parent) return;
  await run(
    'reply',
    `INSERT INTO notification_author (seminar_id, annotation_id, thread_id, article_id, author_id)
      VALUES ($1, $2, $3, $4, $5)`,
    ...[annotation, parent.thread_id, parent.article_id, event.by],
  );
  await tell(run, event, 'reply', [parent.author_id, parent.opened_by], parent, annotation);
}

/** Tells these members, each once and nobody of what they did themselves. */
async function tell(
  run: Run,
  event: RecordedEvent,
  kind: NotificationKind,
  members: readonly MemberId[],
  { thread_id, article_id }: Author,
  annotation: string,
): Promise<void> {
  await run(
    'tell',
    `INSERT INTO notification (seminar_id, member_id, position, kind, subject, by_id, at, article_id, annotation_id)
      SELECT $1, member, $3, $4, $5, $6, $7, $8, $9 FROM unnest($2::uuid[]) AS told (member)
      ON CONFLICT DO NOTHING`,
    [...new Set(members)].filter((member) => member !== event.by),
    ...[event.position, kind, thread_id, event.by, event.at, article_id, annotation],
  );
}

/** Tells everybody; of the same subject the newest alone. */
async function tellAll(
  run: Run,
  event: RecordedEvent,
  kind: NotificationKind,
  subject: string,
  article: string,
): Promise<void> {
  await run('untell', 'DELETE FROM notification WHERE seminar_id = $1 AND subject = $2', subject);
  await run(
    'tell-all',
    `INSERT INTO notification (seminar_id, member_id, position, kind, subject, by_id, at, article_id)
      VALUES ($1, NULL, $2, $3, $4, $5, $6, $7)`,
    ...[event.position, kind, subject, event.by, event.at, article],
  );
}
