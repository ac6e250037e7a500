/**
 * The words of articles and discussions, so that they can be found. Each log is folded apart from the others, and every
 * vector holds the name of its log as a lexeme of its own: the index itself keeps to the logs that somebody may read, and
 * a word that is common elsewhere costs nothing here.
 */
import { passagesOf } from '#article';
import type { LogKey, Queryable } from '#log';
import type { EventOf, RecordedEvent } from '#seminar';
import { EVERY_LOG, type Projection } from '../projection.ts';
import { configOf } from './config.ts';
import { type Created, foldCreated, isCreated } from './created.ts';
import { logLexeme, type Run, vectorOf, wordsOf } from './entries.ts';
import { parted } from './unspaced.ts';

export const search: Projection = {
  name: 'search',
  version: 2,
  audience: EVERY_LOG,
  tables: ['search_article', 'search_entry'],

  async fold(log, events, transaction) {
    const run = runIn(log, transaction);
    let created: Created[] = [];
    for (const event of events) {
      if (isCreated(event)) {
        created.push(event);
        continue;
      }
      await foldCreated(log, run, created);
      created = [];
      await fold(log, run, event);
    }
    await foldCreated(log, run, created);
  },
};

/** $1 and $2 of every statement are the log. */
const runIn =
  ({ seminar, audience }: LogKey, transaction: Queryable): Run =>
  (name, text, ...values) =>
    transaction.query({ name: `fold-search-${name}`, text, values: [seminar, audience, ...values] });

async function fold(log: LogKey, run: Run, event: Exclude<RecordedEvent, Created>): Promise<void> {
  switch (event.type) {
    case 'article.imported':
      return foldArticle(log, run, event);
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
