import type pg from 'pg';
import type { ArticleId, SeminarId } from '#seminar';
import type { Projector } from '../projector.ts';
import { seminarOverview } from './projection.ts';

export interface OverviewArticle {
  article: ArticleId;
  /** The newest. */
  version: number;
  title: string;
}

export interface SeminarOverview {
  seminar: SeminarId;
  title: string;
  /** In the order in which they were first imported. */
  articles: OverviewArticle[];
  members: number;
  /** Annotations and replies that everybody may read, without deleted ones. */
  annotations: number;
  /** Questions that are neither answered nor resolved. */
  openQuestions: number;
  /** ISO 8601. */
  lastActivity: string;
}

const OVERVIEWS = {
  name: 'seminar-overviews',
  text: `SELECT seminar_id AS seminar, title, members, annotations, last_activity AS at,
      (SELECT count(*)::integer FROM seminar_overview_question AS question
        WHERE question.seminar_id = overview.seminar_id AND NOT answered AND NOT resolved AND NOT deleted) AS questions,
      (SELECT coalesce(json_agg(json_build_object('article', article_id, 'version', version, 'title', article.title)
          ORDER BY imported_at, article_id), '[]')
        FROM seminar_overview_article AS article WHERE article.seminar_id = overview.seminar_id) AS articles
    FROM seminar_overview AS overview
    WHERE seminar_id = ANY ($1::uuid[])`,
};

interface Row {
  seminar: SeminarId;
  title: string;
  members: number;
  annotations: number;
  at: Date;
  questions: number;
  articles: OverviewArticle[];
}

/** Asks for seminars at a glance. */
export class SeminarOverviews {
  readonly #pool: pg.Pool;
  readonly #projector: Projector;

  constructor(pool: pg.Pool, projector: Projector) {
    this.#pool = pool;
    this.#projector = projector;
  }

  /**
   * The overviews of these seminars with everything in them that was acknowledged before. The worker keeps them up to
   * date; what it has not come to yet is folded here, so that whoever has just written finds it.
   */
  async upToDate(seminars: readonly SeminarId[]): Promise<Map<SeminarId, SeminarOverview>> {
    if (seminars.length === 0) return new Map();
    for (const seminar of await this.#projector.behind(seminarOverview, seminars)) {
      await this.#projector.project(seminarOverview, seminar);
    }
    const { rows } = await this.#pool.query<Row>({ ...OVERVIEWS, values: [seminars] });
    return new Map(
      rows.map(({ at, questions, ...row }) => [
        row.seminar,
        { ...row, openQuestions: questions, lastActivity: at.toISOString() },
      ]),
    );
  }
}
