import type pg from 'pg';
import { inTransaction, type Queryable } from '#log';
import type { AnnotationId, ArticleId, MemberId, SectionKey, SeminarId } from '#seminar';
import { discussion } from './projection.ts';

/** A section on which enough is new. */
export interface DueSection extends SectionKey {
  /** The version of the article that has it. */
  version: number;
  /** How far the log is folded: what a summary made from this takes in. */
  to: number;
  contributions: SectionContribution[];
}

export interface SectionContribution {
  id: AnnotationId;
  thread: AnnotationId;
  parent: AnnotationId | null;
  author: MemberId;
  block: string;
  passage: string;
  body: string;
  position: number;
  /** Of the contribution that opens a thread. */
  answer: AnnotationId | null;
  resolved: boolean;
  agreed: number;
}

export interface WhenDue {
  /** Contributions that a section needs before it is summed up. */
  least: number;
  /** Changes before it is summed up again; a tenth of all contributions, if that is more: so the work stays linear in what is written. */
  after: number;
}

/** Rides on contribution_by_section: only what was touched since the newest summary is counted. */
const DUE = `
  SELECT section.article_id AS article, section.section_id AS section, section.version
  FROM discussion_section AS section
  LEFT JOIN discussion_summary AS summary USING (seminar_id, article_id, section_id)
  CROSS JOIN LATERAL (
    SELECT count(*) AS news FROM contribution
    WHERE contribution.seminar_id = section.seminar_id AND contribution.article_id = section.article_id
      AND contribution.section_id = section.section_id AND touched > coalesce(summary."to", 0) AND body <> ''
  ) AS since
  WHERE section.seminar_id = $1 AND summary.pinned IS NOT TRUE AND news >= (CASE WHEN summary IS NULL THEN $2 ELSE $3 END)::int
    AND 10 * news >= section.total
  ORDER BY section.article_id, section.ordinal`;

const CONTRIBUTIONS = `
  SELECT annotation_id AS id, thread_id AS thread, parent_id AS parent, author_id AS author, block_id AS block, passage, body,
    position::integer, answer_id AS answer, resolved, agreed
  FROM contribution
  WHERE seminar_id = $1 AND article_id = $2 AND section_id = $3 AND NOT deleted AND body IS NOT NULL
  ORDER BY position`;

/** Which sections of seminars want a summary, and what was said on them. */
export class SectionsToSumUp {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  /** Is there anything to sum up in this seminar? */
  async any(seminar: SeminarId, when: WhenDue): Promise<boolean> {
    return (await due(this.#pool, seminar, when)).length > 0;
  }

  /** The sections that are due, all as they were at one moment. */
  async due(seminar: SeminarId, when: WhenDue): Promise<DueSection[]> {
    return inTransaction(this.#pool, async (transaction) => {
      await transaction.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
      const { rows } = await transaction.query<{ position: string }>(
        'SELECT position FROM checkpoint WHERE projection = $1 AND seminar_id = $2 AND audience = $3',
        [discussion.name, seminar, discussion.audience],
      );
      const to = Number(rows[0]?.position ?? 0);
      const sections: DueSection[] = [];
      for (const section of await due(transaction, seminar, when)) {
        const { rows: contributions } = await transaction.query<SectionContribution>({
          name: 'section-contributions',
          text: CONTRIBUTIONS,
          values: [seminar, section.article, section.section],
        });
        sections.push({ ...section, to, contributions });
      }
      return sections;
    });
  }
}

async function due(
  database: Queryable,
  seminar: SeminarId,
  { least, after }: WhenDue,
): Promise<(SectionKey & { version: number })[]> {
  const { rows } = await database.query<{ article: ArticleId; section: SectionKey['section']; version: number }>({
    name: 'sections-due',
    text: DUE,
    values: [seminar, least, after],
  });
  return rows;
}
