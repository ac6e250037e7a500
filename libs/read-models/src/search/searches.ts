import type pg from 'pg';
import type { BlockId } from '#article';
import type { AnnotationId, ArticleId, Audience, MemberId, Motivation, SeminarId } from '#seminar';
import { foldOn } from '../fold-on.ts';
import { logsOf } from '../projection.ts';
import type { Projector } from '../projector.ts';
import { SIMPLE } from './config.ts';
import { logLexeme } from './entries.ts';
import { search } from './projection.ts';
import { type Fragment, fragmentsOf, MARKS, searchedWords } from './searched-words.ts';

export type { Fragment } from './searched-words.ts';

export interface SearchFilter {
  article?: ArticleId | undefined;
  /** Only the text of articles, or only what was said on them. */
  in?: 'text' | 'discussion' | undefined;
  limit: number;
  /** How many of the best to pass over. */
  offset: number;
}

/** A block of an article, or an annotation, with its words around what was searched for. */
export interface SearchHit {
  audience: Audience;
  article: ArticleId;
  /** The block itself, or the one that the thread was opened on. */
  block: BlockId;
  /** Of what was said: the annotation or reply. */
  said: { annotation: AnnotationId; thread: AnnotationId; author: MemberId; motivation: Motivation; at: string } | null;
  fragments: Fragment[];
}

export interface SearchResult {
  /** How many there are in all. */
  total: number;
  /** The best first. */
  hits: SearchHit[];
}

/**
 * The query, by the configuration of each article: all words in their stems or as they were typed, the last one perhaps
 * only begun. $2 whole words, $3 the word that is begun as a tsquery, or null.
 */
const ASKED = `
  SELECT config, CASE
      WHEN $3::text IS NULL THEN stems || plain
      WHEN $2 = '' THEN last_stem || last_plain
      ELSE (stems && (last_stem || last_plain)) || (plain && last_plain)
    END AS query
  FROM (
    SELECT config,
      websearch_to_tsquery(config::regconfig, $2) AS stems, websearch_to_tsquery('${SIMPLE}', $2) AS plain,
      to_tsquery(config::regconfig, $3) AS last_stem, to_tsquery('${SIMPLE}', $3) AS last_plain
    FROM (SELECT DISTINCT config FROM search_article WHERE seminar_id = $1) AS used
  ) AS parts`;

const HEADLINE = `StartSel=${MARKS.start}, StopSel=${MARKS.stop}, MaxWords=34, MinWords=18, MaxFragments=1, ShortWord=0`;
const marksOut = (words: string) => `translate(${words}, '${MARKS.start}${MARKS.stop}', '')`;

/**
 * Rides on search_entry_vector: the log's own lexeme ($4, all that may be read) is one more word that has to be there.
 * Headlines are made of those alone that are shown.
 */
const SEARCH = `
  WITH asked AS MATERIALIZED (${ASKED}),
  found AS (
    SELECT entry.*, query, ts_rank('{0.1, 0.2, 0.6, 1.0}', vector, query) AS rank, count(*) OVER () AS total
    FROM asked JOIN search_entry AS entry
      ON entry.config = asked.config AND vector @@ (query && $4::tsquery)
    WHERE seminar_id = $1 AND numnode(query) > 0
      AND ($5::uuid IS NULL OR article_id = $5) AND ($6::boolean IS NULL OR (thread_id IS NULL) = $6)
    ORDER BY rank DESC, position DESC, entry_id
    LIMIT $7 OFFSET $8
  )
  SELECT audience, article_id AS article, block_id AS block, entry_id AS entry, thread_id AS thread, author_id AS author,
    motivation, at, total::integer,
    ts_headline(config::regconfig, ${marksOut('words')}, query, '${HEADLINE}') AS by_stem,
    ts_headline('${SIMPLE}', ${marksOut('words')}, query, '${HEADLINE}') AS by_word
  FROM found ORDER BY rank DESC, position DESC, entry_id`;

interface Row extends Omit<SearchHit, 'said' | 'fragments'> {
  entry: AnnotationId;
  thread: AnnotationId | null;
  author: MemberId;
  motivation: Motivation;
  at: Date;
  total: number;
  by_stem: string;
  by_word: string;
}

/** Finds words in articles and in what was said on them. */
export class Searches {
  readonly #pool: pg.Pool;
  readonly #projector: Projector;

  constructor(pool: pg.Pool, projector: Projector) {
    this.#pool = pool;
    this.#projector = projector;
  }

  /** Looks through those logs of a seminar that whoever asks may read. */
  async find(
    seminar: SeminarId,
    mayRead: (audience: Audience) => boolean,
    typed: string,
    filter: SearchFilter,
  ): Promise<SearchResult> {
    await foldOn(this.#projector, [search], [seminar]);
    const logs = await logsOf(search, seminar, this.#pool);
    return this.look(seminar, logs.map(({ audience }) => audience).filter(mayRead), typed, filter);
  }

  /** Looks through these logs, as far as they are folded. */
  async look(
    seminar: SeminarId,
    audiences: readonly Audience[],
    typed: string,
    filter: SearchFilter,
  ): Promise<SearchResult> {
    const { whole, begun } = searchedWords(typed);
    if (audiences.length === 0 || (whole === '' && begun === '')) return { total: 0, hits: [] };
    const logs = audiences.map((audience) => quoted(logLexeme({ seminar, audience }))).join(' | ');
    const { rows } = await this.#pool.query<Row>({
      name: 'search',
      text: SEARCH,
      values: [
        ...[seminar, whole, begun === '' ? null : `${quoted(begun)}:*`, `(${logs})`],
        ...[filter.article, filter.in && filter.in === 'text', filter.limit, filter.offset],
      ],
    });
    return { total: rows[0]?.total ?? 0, hits: rows.map(hitOf) };
  }
}

/** A lexeme as tsquery reads it. */
const quoted = (lexeme: string): string => `'${lexeme.replaceAll(/['\\]/g, '$&$&')}'`;

function hitOf({ audience, article, block, entry, thread, author, motivation, at, ...row }: Row): SearchHit {
  return {
    ...{ audience, article, block },
    said: thread && { annotation: entry, thread, author, motivation, at: at.toISOString() },
    // Stems find other forms of a word, but not the beginning of one.
    fragments: fragmentsOf(row.by_stem.includes(MARKS.start) ? row.by_stem : row.by_word),
  };
}
