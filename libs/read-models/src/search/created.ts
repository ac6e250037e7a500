/** Annotations and replies as they are made, many by one statement. */
import type { LogKey } from '#log';
import { EVERYONE, type EventOf, type RecordedEvent } from '#seminar';
import { configOf } from './config.ts';
import { logLexeme, type Run, vectorOf, wordsOf } from './entries.ts';
import { parted } from './unspaced.ts';

export type Created = RecordedEvent & EventOf<'annotation.created'>;

export const isCreated = (event: RecordedEvent): event is Created => event.type === 'annotation.created';

export async function foldCreated(log: LogKey, run: Run, all: readonly Created[]): Promise<void> {
  await foldOpenings(
    log,
    run,
    all.filter(({ data }) => data.target.kind === 'passage'),
  );
  // A reply takes its place from what it answers, so that has to be there before it.
  let left = all.filter(({ data }) => data.target.kind === 'annotation');
  while (left.length > 0) {
    const waiting = new Set<string>(left.map(({ data }) => data.annotation));
    const ready = left.filter((reply) => !waiting.has(answeredBy(reply)));
    await foldReplies(log, run, ready);
    left = left.filter((reply) => waiting.has(answeredBy(reply)));
  }
}

const answeredBy = ({ data: { target } }: Created): string => (target.kind === 'annotation' ? target.annotation : '');

async function foldOpenings(log: LogKey, run: Run, openings: readonly Created[]): Promise<void> {
  if (openings.length === 0) return;
  const targets = openings.map(({ data }) => data.target).filter((target) => target.kind === 'passage');
  const articles = targets.map(({ article }) => article);
  if (log.audience !== EVERYONE) for (const article of new Set(articles)) await learnConfig(run, article);
  await run(
    'openings',
    `INSERT INTO search_entry (seminar_id, audience, article_id, entry_id, config, block_id, thread_id, ${WRITTEN})
      SELECT $1, $2, article, entry, config, block, entry::uuid, ${READ}
      FROM unnest($11::uuid[], $12::text[], ${ARRAYS}) AS new (article, block, ${NEW})
      JOIN search_article ON seminar_id = $1 AND audience = $2 AND article_id = article`,
    ...[...written(log, openings), articles, targets.map(({ anchors }) => anchors[0]?.block)],
  );
}

async function foldReplies(log: LogKey, run: Run, replies: readonly Created[]): Promise<void> {
  if (replies.length === 0) return;
  await run(
    'replies',
    `INSERT INTO search_entry (seminar_id, audience, article_id, entry_id, config, block_id, thread_id, ${WRITTEN})
      SELECT $1, $2, article_id, entry, config, block_id, thread_id, ${READ}
      FROM unnest($11::text[], ${ARRAYS}) AS new (answered, ${NEW})
      JOIN search_entry AS parent ON parent.seminar_id = $1 AND parent.audience = $2 AND parent.entry_id = answered`,
    ...[...written(log, replies), replies.map(answeredBy)],
  );
}

/** The columns that both have, from the arrays $4 to $10; $3 is the lexeme of the log. */
const WRITTEN = 'author_id, motivation, at, position, words, tags, vector';
const ARRAYS = '$4::text[], $5::uuid[], $6::text[], $7::timestamptz[], $8::bigint[], $9::text[], $10::text[]';
const NEW = 'entry, author, kind, made_at, made, said, tagged';
const READ = `author, kind, made_at, made, said, tagged, ${vectorOf('config', 'said', 'tagged', '$3')}`;

const written = (log: LogKey, all: readonly Created[]): unknown[] => [
  logLexeme(log),
  all.map(({ data }) => data.annotation),
  all.map(({ by }) => by),
  all.map(({ data }) => data.motivation),
  all.map(({ at }) => at),
  all.map(({ position }) => position),
  all.map(wordsOf),
  all.map(({ data }) => parted(data.tags.join(' '))),
];

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
