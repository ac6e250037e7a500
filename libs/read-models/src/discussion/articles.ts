/** Articles with their sections and blocks, and where what was said stands in them. */
import { Anchor, resolveAnchor } from '#anchoring';
import { type Article, type BlockId, passagesOf } from '#article';
import type { EventOf, RecordedEvent } from '#seminar';
import type { Run } from './run.ts';

export type Imported = RecordedEvent & EventOf<'article.imported'>;

/** A version of an article: its sections and blocks, and the threads that move with their passages. */
export async function foldArticle(run: Run, event: Imported): Promise<void> {
  await foldSections(run, event);
  if (event.data.version > 1) await reanchor(run, event);
}

async function foldSections(run: Run, { data: { article, version, document }, position }: Imported): Promise<void> {
  await run(
    'article',
    `INSERT INTO discussion_article (seminar_id, article_id, version, title, position) VALUES ($1, $2, $3, $4, $5)`,
    ...[article, version, document.title, position],
  );
  const sections = document.sections.map(({ id, title, blocks }) => ({
    id,
    title,
    characters: blocks.reduce((sum, { text }) => sum + text.length, 0),
  }));
  await run(
    'sections',
    `INSERT INTO discussion_section (seminar_id, article_id, version, section_id, ordinal, title, characters)
      SELECT $1, $2, $3, id, ordinal, title, characters
      FROM unnest($4::text[], $5::text[], $6::integer[]) WITH ORDINALITY AS new (id, title, characters, ordinal)
      ON CONFLICT (seminar_id, article_id, section_id) DO UPDATE SET version = excluded.version,
        ordinal = excluded.ordinal, title = excluded.title, characters = excluded.characters`,
    article,
    version,
    sections.map(({ id }) => id),
    sections.map(({ title }) => title),
    sections.map(({ characters }) => characters),
  );
  const blocks = blocksOf(document);
  await run(
    'blocks',
    `INSERT INTO discussion_block (seminar_id, article_id, version, block_id, section_id)
      SELECT $1, $2, $3, * FROM unnest($4::text[], $5::text[])
      ON CONFLICT (seminar_id, article_id, block_id) DO UPDATE
        SET version = excluded.version, section_id = excluded.section_id`,
    article,
    version,
    blocks.map(([block]) => block),
    blocks.map(([, section]) => section),
  );
}

/** Threads move with their passages to where these stand in a new version; whose passage is gone is an orphan. */
async function reanchor(run: Run, { data: { article, document }, position }: Imported): Promise<void> {
  const { rows } = await run<{ thread: string; anchor: unknown }>(
    'anchors',
    `SELECT thread_id AS thread, anchor FROM contribution
      WHERE seminar_id = $1 AND article_id = $2 AND anchor IS NOT NULL`,
    article,
  );
  const passages = passagesOf(document);
  const sections = new Map(blocksOf(document));
  const placed = rows.map(({ thread, anchor }) => ({
    thread,
    block: resolveAnchor(Anchor.parse(anchor), passages)?.block,
  }));
  await run(
    'reanchor',
    `UPDATE contribution SET block_id = coalesce(new.block, block_id), section_id = coalesce(new.section, section_id),
        orphaned_at = CASE WHEN new.block IS NULL THEN coalesce(orphaned_at, $2) END
      FROM unnest($3::uuid[], $4::text[], $5::text[]) AS new (thread, block, section)
      WHERE seminar_id = $1 AND thread_id = new.thread`,
    position,
    placed.map(({ thread }) => thread),
    placed.map(({ block }) => block),
    placed.map(({ block }) => block && sections.get(block)),
  );
}

/** Each block with its section; a heading is in the section that it opens. */
const blocksOf = ({ sections }: Article): [BlockId, BlockId][] =>
  sections.flatMap(({ id, blocks }) => [[id, id], ...blocks.map((block): [BlockId, BlockId] => [block.id, id])]);
