import type { LogKey, Queryable } from '#log';
import { type Audience, type EventOf, type MemberId, mentionsIn, type RecordedEvent, readershipOf } from '#seminar';
import { EVERY_LOG, type Projection } from '../projection.ts';

/** What members are told in the app: that somebody answered them, that their question has an answer, what to read. */
export const notification: Projection = {
  name: 'notification',
  version: 4,
  audience: EVERY_LOG,
  tables: ['notification_member', 'notification_author', 'notification'],

  async fold(log, events, transaction) {
    for (const event of events) await fold(log, event, transaction);
  },
};

/** `reply`: to words of mine, or in a thread that I opened. `aside`: said to me apart, or to the instructors, of whom I am one. `version`: of an article, or a new article. */
export type NotificationKind = 'reply' | 'mention' | 'aside' | 'answer' | 'reading' | 'version';

type Run = <Row extends object>(name: string, text: string, ...values: unknown[]) => Promise<{ rows: Row[] }>;

/** $1 and $2 of every statement are the log. */
async function fold({ seminar, audience }: LogKey, event: RecordedEvent, transaction: Queryable): Promise<void> {
  const run: Run = (name, text, ...values) =>
    transaction.query({ name: `fold-notification-${name}`, text, values: [seminar, audience, ...values] });
  switch (event.type) {
    case 'member.joined':
      await run(
        'member',
        'INSERT INTO notification_member (seminar_id, audience, member_id, joined_position) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
        ...[event.data.member, event.position],
      );
      break;
    case 'annotation.created':
      await foldAnnotation(run, audience, event);
      break;
    case 'annotation.edited':
      await foldEdit(run, event);
      break;
    case 'annotation.deleted':
    case 'annotation.restored':
      await run(
        'gone',
        'UPDATE notification SET gone = $4 WHERE seminar_id = $1 AND audience = $2 AND annotation_id = $3',
        ...[event.data.annotation, event.type === 'annotation.deleted'],
      );
      break;
    case 'question.answered': {
      const { rows } = await run<Author>(
        'asked-by',
        'SELECT author_id, thread_id, article_id FROM notification_author WHERE seminar_id = $1 AND audience = $2 AND annotation_id = $3',
        event.data.question,
      );
      const [asked] = rows;
      if (asked) await tell(run, event, 'answer', [asked.author_id], asked, event.data.answer);
      break;
    }
    case 'answer.withdrawn':
      await run(
        'withdrawn',
        `DELETE FROM notification WHERE seminar_id = $1 AND audience = $2 AND subject = $3 AND kind = 'answer'`,
        event.data.question,
      );
      break;
    case 'reading.assigned':
      await tellAll(run, event, 'reading', `reading:${event.data.assignment}`, event.data.article);
      break;
    case 'reading.withdrawn':
      await run(
        'unassigned',
        'DELETE FROM notification WHERE seminar_id = $1 AND audience = $2 AND subject = $3',
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

async function foldAnnotation(
  run: Run,
  audience: Audience,
  event: RecordedEvent & EventOf<'annotation.created'>,
): Promise<void> {
  const { annotation, target } = event.data;
  const mentioned = mentionsIn(event.personal?.body ?? '');
  if (target.kind === 'passage') {
    const place: Author = { author_id: event.by, thread_id: annotation, article_id: target.article };
    await keepAuthor(run, annotation, place);
    await tell(run, event, 'mention', mentioned, place, annotation);
    const readers = readershipOf(audience);
    if (readers.kind !== 'aside') return;
    if (readers.member === event.by) await tellInstructors(run, event, place, annotation);
    else if (!mentioned.includes(readers.member)) await tell(run, event, 'aside', [readers.member], place, annotation);
    return;
  }
  const { rows } = await run<Author & { opened_by: MemberId }>(
    'answered',
    `SELECT parent.author_id, parent.thread_id, parent.article_id, opening.author_id AS opened_by
      FROM notification_author AS parent
      JOIN notification_author AS opening
        ON opening.seminar_id = parent.seminar_id AND opening.audience = parent.audience
          AND opening.annotation_id = parent.thread_id
      WHERE parent.seminar_id = $1 AND parent.audience = $2 AND parent.annotation_id = $3`,
    target.annotation,
  );
  const [parent] = rows;
  if (!parent) return;
  await keepAuthor(run, annotation, { ...parent, author_id: event.by });
  await tell(run, event, 'mention', mentioned, parent, annotation);
  const answered = [parent.author_id, parent.opened_by].filter((member) => !mentioned.includes(member));
  await tell(run, event, 'reply', answered, parent, annotation);
}

/** Whoever is named in the new wording, and has not been told of these words before. */
async function foldEdit(run: Run, event: RecordedEvent & EventOf<'annotation.edited'>): Promise<void> {
  const { annotation } = event.data;
  const mentioned = mentionsIn(event.personal?.body ?? '');
  if (mentioned.length === 0) return;
  const { rows } = await run<Author & { told: MemberId[] }>(
    'edited',
    `SELECT author_id, thread_id, article_id, array(
        SELECT member_id FROM notification AS told
        WHERE told.seminar_id = $1 AND told.audience = $2 AND told.subject = thread_id::text AND told.annotation_id = $3
      ) AS told
      FROM notification_author WHERE seminar_id = $1 AND audience = $2 AND annotation_id = $3`,
    annotation,
  );
  const [edited] = rows;
  if (!edited) return;
  const told = new Set(edited.told);
  await tell(
    run,
    event,
    'mention',
    mentioned.filter((member) => !told.has(member)),
    edited,
    annotation,
  );
}

async function keepAuthor(run: Run, annotation: string, { author_id, thread_id, article_id }: Author): Promise<void> {
  await run(
    'author',
    `INSERT INTO notification_author (seminar_id, audience, annotation_id, thread_id, article_id, author_id)
      VALUES ($1, $2, $3, $4, $5, $6)`,
    ...[annotation, thread_id, article_id, author_id],
  );
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
  if (members.length === 0) return;
  await run(
    'tell',
    `INSERT INTO notification (seminar_id, audience, member_id, position, kind, subject, by_id, at, article_id, annotation_id)
      SELECT $1, $2, member, $4, $5, $6, $7, $8, $9, $10 FROM unnest($3::uuid[]) AS told (member)
      ON CONFLICT DO NOTHING`,
    [...new Set(members)].filter((member) => member !== event.by),
    ...[event.position, kind, thread_id, event.by, event.at, article_id, annotation],
  );
}

/** Whoever is an instructor when they ask: the roster stands in another log. */
async function tellInstructors(
  run: Run,
  event: RecordedEvent,
  { thread_id, article_id }: Author,
  annotation: string,
): Promise<void> {
  await run(
    'tell-instructors',
    `INSERT INTO notification (seminar_id, audience, member_id, position, kind, subject, by_id, at, article_id, annotation_id)
      VALUES ($1, $2, NULL, $3, 'aside', $4, $5, $6, $7, $8)`,
    ...[event.position, thread_id, event.by, event.at, article_id, annotation],
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
  await run('untell', 'DELETE FROM notification WHERE seminar_id = $1 AND audience = $2 AND subject = $3', subject);
  await run(
    'tell-all',
    `INSERT INTO notification (seminar_id, audience, member_id, position, kind, subject, by_id, at, article_id)
      VALUES ($1, $2, NULL, $3, $4, $5, $6, $7, $8)`,
    ...[event.position, kind, subject, event.by, event.at, article],
  );
}
