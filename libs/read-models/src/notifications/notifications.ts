import type pg from 'pg';
import {
  type AnnotationId,
  type ArticleId,
  type Audience,
  isRead,
  type MemberId,
  noMarks,
  type ReadMarks,
  type SeminarId,
} from '#seminar';
import { discussion } from '../discussion/projection.ts';
import { foldOn } from '../fold-on.ts';
import type { Projector } from '../projector.ts';
import { search } from '../search/projection.ts';
import { type NotificationKind, notification } from './projection.ts';

export interface Notification {
  seminar: SeminarId;
  /** The log that it stands in; whoever asks must still be one who may read it. */
  audience: Audience;
  kind: NotificationKind;
  /** Where it stands in that log. */
  position: number;
  /** What has to be read for it, as read marks name it: a thread, `reading:<id>` or `article:<id>`. */
  subject: string;
  by: MemberId;
  byName: string;
  /** ISO 8601. */
  at: string;
  article: ArticleId;
  /** The words it is about; none of a reading or a version. */
  annotation: AnnotationId | null;
  /** How these begin, without markup; of a reading or a version the title of the article. */
  excerpt: string;
  unread: boolean;
}

/** The newest of a person, over all their seminars; $1 and $2 are their memberships, side by side. */
const NOTIFICATIONS = `
  SELECT note.seminar_id AS seminar, note.audience, kind, note.position::integer AS position, subject, by_id AS by, note.at,
    note.article_id AS article, note.annotation_id AS annotation, coalesce(writer.name, '') AS "byName", marks,
    coalesce(left(said.words, $4), title.title, '') AS excerpt
  FROM unnest($1::uuid[], $2::uuid[]) AS mine (seminar_id, member_id)
  JOIN notification_member AS joined USING (seminar_id, member_id)
  LEFT JOIN discussion_member AS standing USING (seminar_id, member_id)
  JOIN notification AS note ON note.seminar_id = mine.seminar_id AND by_id <> mine.member_id AND NOT gone
    AND (note.member_id = mine.member_id OR (note.member_id IS NULL
      AND CASE kind WHEN 'aside' THEN standing.role = 'instructor' ELSE note.position > joined.joined_position END))
  LEFT JOIN read_marks ON read_marks.seminar_id = mine.seminar_id AND read_marks.member_id = mine.member_id
  LEFT JOIN member AS writer ON writer.seminar_id = note.seminar_id AND writer.member_id = by_id
  LEFT JOIN search_entry AS said ON said.seminar_id = note.seminar_id AND said.audience = note.audience
    AND said.entry_id = note.annotation_id::text
  LEFT JOIN LATERAL (
    SELECT title FROM discussion_article AS article
    WHERE note.annotation_id IS NULL AND article.seminar_id = note.seminar_id AND article.article_id = note.article_id
    ORDER BY version DESC LIMIT 1
  ) AS title ON true
  ORDER BY note.at DESC, note.position DESC LIMIT $3`;

/** Characters of the words that are shown. */
const EXCERPT = 240;

type Row = Omit<Notification, 'at' | 'unread'> & { at: Date; marks: ReadMarks | null };

export class Notifications {
  readonly #pool: pg.Pool;
  readonly #projector: Projector;

  constructor(pool: pg.Pool, projector: Projector) {
    this.#pool = pool;
    this.#projector = projector;
  }

  /** The newest of somebody who is these members, with what they have not read yet. */
  async of(memberships: readonly { seminar: SeminarId; member: MemberId }[], most: number): Promise<Notification[]> {
    const seminars = memberships.map(({ seminar }) => seminar);
    await foldOn(this.#projector, [notification, search, discussion], seminars);
    const { rows } = await this.#pool.query<Row>({
      name: 'notifications',
      text: NOTIFICATIONS,
      values: [seminars, memberships.map(({ member }) => member), most, EXCERPT],
    });
    return rows.map(({ at, marks, ...row }) => ({
      ...row,
      at: at.toISOString(),
      unread: !isRead(marks ?? noMarks, row),
    }));
  }
}
