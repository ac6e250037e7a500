/**
 * The words of articles and discussions, so that they can be found. Each log is folded apart from the others, and every
 * vector holds the name of its log as a lexeme of its own: the index itself keeps to the logs that somebody may read, and
 * a word that is common elsewhere costs nothing here.
 */
import { passagesOf } from '#article';
import type { LogKey, Queryable } from '#log';
import { EVERYONE, type EventOf, type RecordedEvent } from '#seminar';
import { EVERY_LOG, type Projection } from '../projection.ts';
import { configOf, SIMPLE } from './config.ts';
import { plainText } from './plain-text.ts';
import { parted } from './unspaced.ts';

export const search: Projection = {
  name: 'search',
  version: 2,
  audience: EVERY_LOG,
  tables: ['search_article', 'search_entry'],

  async fold(log, events, transaction) {
    for (const event of events) await fold(log, event, transaction);
  },
};

/** The name of a log as a lexeme. No word that somebody writes or asks for begins with an @. */
export const logLexeme = ({ seminar, audience }: LogKey): string => `@${seminar}/${audience}`;

/** Postgres takes no vector beyond a megabyte; of a block that is longer, the beginning is found. */
const LONGEST = 200_000;

/**
 * The vector of `words` and `tags`: their stems, so that other forms of a word are found, and the words themselves, so
 * that one is found while it is still being typed, whichever its language.
 */
const vectorOf = (config: string, words: string, tags: string, lexeme: string) => `
  array_to_tsvector(ARRAY[${lexeme}::text])
  || setweight(to_tsvector(${config}::regconfig, left(${words}::text, ${LONGEST})), 'B')
  || setweight(to_tsvector('${SIMPLE}', left(${words}::text, ${LONGEST})), 'D')
  || setweight(to_tsvector('${SIMPLE}', ${tags}::text), 'A')`;

type Run = <Row extends object>(
  name: string,
  text: string,
  ...values: unknown[]
) => Promise<{ rows: Row[]; rowCount: number | null }>;

/** $1 and $2 of every statement are the log. */
const runIn =
  ({ seminar, audience }: LogKey, transaction: Queryable): Run =>
  (name, text, ...values) =>
    transaction.query({ name: `fold-search-${name}`, text, values: [seminar, audience, ...values] });

async function fold(log: LogKey, event: RecordedEvent, transaction: Queryable): Promise<void> {
  const run = runIn(log, transaction);
  switch (event.type) {
    case 'article.imported':
      return foldArticle(log, run, event);
    case 'annotation.created':
      return foldAnnotation(log, run, event);
    case 'annotation.edited':
      await run(
        'edited',
        `UPDATE search_entry SET words = $4, vector = ${vectorOf('config', '$4', 'tags', '$5')}
          WHERE seminar_id = $1 AND audience = $2 AND entry_id = $3`,
        ...[event.data.annotation, wordsOf(event), logLexeme(log)],
      );
      break;
    case 'annotation.tagged':
      await run(
        'tagged',
        `UPDATE search_entry SET tags = $4, vector = ${vectorOf('config', 'words', '$4', '$5')}
          WHERE seminar_id = $1 AND audience = $2 AND entry_id = $3`,
        ...[event.data.annotation, parted(event.data.tags.join(' ')), logLexeme(log)],
      );
      break;
    case 'annotation.restored':
      await run(
        'restored',
        `UPDATE search_entry SET words = $4, tags = $5, vector = ${vectorOf('config', '$4', '$5', '$6')}
          WHERE seminar_id = $1 AND audience = $2 AND entry_id = $3`,
        ...[event.data.annotation, wordsOf(event), parted(event.data.tags.join(' ')), logLexeme(log)],
      );
      break;
    case 'annotation.deleted':
      // The row stays, so that what answers it knows where it stands.
      await run(
        'deleted',
        `UPDATE search_entry SET words = NULL, tags = NULL, vector = NULL
          WHERE seminar_id = $1 AND audience = $2 AND entry_id = $3`,
        event.data.annotation,
      );
      break;
  }
}

const wordsOf = ({ personal }: RecordedEvent): string => parted(plainText(personal?.body ?? ''));

async function foldArticle(
  log: LogKey,
  run: Run,
  { data: { article, document }, position }: RecordedEvent & EventOf<'article.imported'>,
): Promise<void> {
  // The language of the first version: what was said on it was folded by that.
  await run(
    'article',
    'INSERT INTO search_article (seminar_id, audience, article_id, config) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
    ...[article, configOf(document.language)],
  );
  await run(
    'article-gone',
    'DELETE FROM search_entry WHERE seminar_id = $1 AND audience = $2 AND article_id = $3 AND thread_id IS NULL',
    article,
  );
  const passages = [...passagesOf(document)];
  await run(
    'blocks',
    `INSERT INTO search_entry (seminar_id, audience, article_id, entry_id, config, block_id, position, words, vector)
      SELECT $1, $2, $3, block, config, block, $4, words, ${vectorOf('config', 'words', "''", '$7')}
      FROM search_article, unnest($5::text[], $6::text[]) AS new (block, words)
      WHERE seminar_id = $1 AND audience = $2 AND article_id = $3 AND words <> ''`,
    article,
    position,
    passages.map(([block]) => block),
    passages.map(([, words]) => parted(words)),
    logLexeme(log),
  );
}

async function foldAnnotation(
  log: LogKey,
  run: Run,
  event: RecordedEvent & EventOf<'annotation.created'>,
): Promise<void> {
  const { annotation, motivation, target, tags } = event.data;
  const written = [
    ...[event.by, motivation, event.at, event.position],
    ...[wordsOf(event), parted(tags.join(' ')), logLexeme(log)],
  ];
  if (target.kind === 'passage') {
    if (log.audience !== EVERYONE) await learnConfig(run, target.article);
    await run(
      'annotation',
      `INSERT INTO search_entry (seminar_id, audience, article_id, entry_id, config, block_id, thread_id,
          author_id, motivation, at, position, words, tags, vector)
        SELECT $1, $2, $3, $4::text, config, $5, $4::text::uuid, $6, $7, $8, $9, $10, $11, ${vectorOf('config', '$10', '$11', '$12')}
        FROM search_article WHERE seminar_id = $1 AND audience = $2 AND article_id = $3`,
      ...[target.article, annotation, target.anchors[0]?.block, ...written],
    );
  } else {
    await run(
      'reply',
      `INSERT INTO search_entry (seminar_id, audience, article_id, entry_id, config, block_id, thread_id,
          author_id, motivation, at, position, words, tags, vector)
        SELECT $1, $2, article_id, $3, config, block_id, thread_id, $5, $6, $7, $8, $9, $10, ${vectorOf('config', '$9', '$10', '$11')}
        FROM search_entry WHERE seminar_id = $1 AND audience = $2 AND entry_id = $4`,
      ...[annotation, target.annotation, ...written],
    );
  }
}

/**
 * A smaller audience's log doesn't hold the article. Whoever wrote on it there had read it in the log of everyone, so the
 * event by which it came stands in that log already, and stays: what this finds is the same whenever it is asked.
 */
async function learnConfig(run: Run, article: string): Promise<void> {
  const { rows } = await run(
    'known-config',
    'SELECT config FROM search_article WHERE seminar_id = $1 AND audience = $2 AND article_id = $3',
    article,
  );
  if (rows.length > 0) return;
  const first = await run<{ language: string | null }>(
    'language',
    `SELECT data #>> '{document,language}' AS language FROM event
      WHERE seminar_id = $1 AND $2::text IS NOT NULL AND audience = '${EVERYONE}' AND type = 'article.imported'
        AND data ->> 'article' = $3
      ORDER BY position LIMIT 1`,
    article,
  );
  await run(
    'learned-config',
    'INSERT INTO search_article (seminar_id, audience, article_id, config) VALUES ($1, $2, $3, $4)',
    ...[article, configOf(first.rows[0]?.language)],
  );
}
