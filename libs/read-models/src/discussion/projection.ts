import { Anchor, resolveAnchor } from '#anchoring';
import { type Article, type BlockId, passagesOf } from '#article';
import type { Queryable } from '#log';
import { EVERYONE, type EventOf, type RecordedEvent, type SeminarId, sentencesOfBody } from '#seminar';
import type { Projection } from '../projection.ts';

/** What was said, by section and by person, with the newest summaries, and what participants are asked to read. */
export const discussion: Projection = {
  name: 'discussion',
  version: 1,
  audience: EVERYONE,
  tables: [
    'discussion_member',
    'discussion_article',
    'discussion_section',
    'discussion_block',
    'contribution',
    'discussion_summary',
    'discussion_assignment',
  ],

  async fold({ seminar }, events, transaction) {
    for (const event of events) await fold(seminar, event, transaction);
  },
};

async function fold(seminar: SeminarId, event: RecordedEvent, transaction: Queryable): Promise<void> {
  const run: Run = (name, text, ...values) =>
    transaction.query({ name: `fold-discussion-${name}`, text, values: [seminar, ...values] });
  const touch = (annotation: string, change: string, ...values: unknown[]) =>
    run(
      `touch-${change}`,
      `UPDATE contribution SET touched = $3, ${CHANGES[change]} WHERE seminar_id = $1 AND annotation_id = $2`,
      annotation,
      event.position,
      ...values,
    );
  switch (event.type) {
    case 'member.joined':
    case 'role.given':
      await run(
        'member',
        `INSERT INTO discussion_member (seminar_id, member_id, role, joined_at, joined_position) VALUES ($1, $2, $3, $4, $5)
          ON CONFLICT (seminar_id, member_id) DO UPDATE SET role = excluded.role`,
        event.data.member,
        event.data.role,
        event.at,
        event.position,
      );
      break;
    case 'article.imported':
      await foldArticle(run, event);
      if (event.data.version > 1) await reanchor(run, event);
      break;
    case 'annotation.created':
      await foldContribution(run, event);
      await count(run, event.data.annotation, 1);
      break;
    case 'annotation.edited':
      await touch(event.data.annotation, 'edited', event.personal?.body ?? null);
      break;
    case 'annotation.deleted':
      await touch(event.data.annotation, 'deleted');
      await count(run, event.data.annotation, -1);
      break;
    case 'reaction.added':
    case 'reaction.removed':
      if (event.data.reaction === 'agree' || event.data.reaction === 'insightful') {
        await touch(event.data.annotation, event.type === 'reaction.added' ? 'agreed' : 'disagreed');
      }
      break;
    case 'question.answered':
      await touch(event.data.question, 'answered', event.data.answer);
      break;
    case 'answer.withdrawn':
      await touch(event.data.question, 'answered', null);
      break;
    case 'thread.resolved':
    case 'thread.reopened':
      await touch(event.data.thread, 'resolved', event.type === 'thread.resolved');
      break;
    case 'summary.made':
    case 'summary.edited':
      await foldSummary(run, event);
      break;
    case 'summary.pinned':
    case 'summary.unpinned':
    case 'summary.hidden':
    case 'summary.shown': {
      const { article, section } = event.data;
      const [column, on] = FLAGS[event.type];
      await run(
        `summary-${column}`,
        `UPDATE discussion_summary SET ${column} = $4 WHERE seminar_id = $1 AND article_id = $2 AND section_id = $3`,
        article,
        section,
        on,
      );
      break;
    }
    case 'reading.assigned':
      await run(
        'assignment',
        `INSERT INTO discussion_assignment
            (seminar_id, assignment_id, article_id, section_id, contributions, due_at, assigned_position, assigned_at)
          VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
          ON CONFLICT (seminar_id, assignment_id) DO UPDATE SET section_id = excluded.section_id,
            contributions = excluded.contributions, due_at = excluded.due_at,
            assigned_position = excluded.assigned_position, assigned_at = excluded.assigned_at`,
        event.data.assignment,
        event.data.article,
        event.data.section ?? null,
        event.data.contributions,
        event.data.due,
        event.position,
        event.at,
      );
      break;
    case 'reading.withdrawn':
      await run(
        'assignment-withdrawn',
        'DELETE FROM discussion_assignment WHERE seminar_id = $1 AND assignment_id = $2',
        event.data.assignment,
      );
      break;
  }
}

type Run = <Row extends object>(name: string, text: string, ...values: unknown[]) => Promise<{ rows: Row[] }>;

const CHANGES: Record<string, string> = {
  edited: 'body = $4',
  deleted: 'deleted = true, body = NULL, agreed = 0',
  agreed: 'agreed = agreed + 1',
  disagreed: 'agreed = greatest(agreed - 1, 0)',
  answered: 'answer_id = $4',
  resolved: 'resolved = $4',
};

const FLAGS = {
  'summary.pinned': ['pinned', true],
  'summary.unpinned': ['pinned', false],
  'summary.hidden': ['hidden', true],
  'summary.shown': ['hidden', false],
} as const;

type Imported = RecordedEvent & EventOf<'article.imported'>;

async function foldArticle(run: Run, { data: { article, version, document }, position }: Imported): Promise<void> {
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

async function foldContribution(run: Run, event: RecordedEvent & EventOf<'annotation.created'>): Promise<void> {
  const { annotation, motivation, target } = event.data;
  const words = [event.by, motivation, event.personal?.body ?? null, event.at, event.position];
  if (target.kind === 'passage') {
    const [first] = target.anchors;
    await run(
      'annotation',
      `INSERT INTO contribution (seminar_id, annotation_id, thread_id, article_id, block_id, section_id, passage,
          anchor, author_id, motivation, body, at, position, touched)
        VALUES ($1, $2, $2, $3, $4,
          (SELECT section_id FROM discussion_block WHERE seminar_id = $1 AND article_id = $3 AND block_id = $4),
          $5, $6, $7, $8, $9, $10, $11, $11)`,
      annotation,
      target.article,
      first?.block,
      target.anchors.map(({ quote }) => quote.exact).join(' … '),
      JSON.stringify(first),
      ...words,
    );
  } else {
    await run(
      'reply',
      `INSERT INTO contribution (seminar_id, annotation_id, parent_id, thread_id, article_id, block_id, section_id, passage,
          author_id, motivation, body, at, position, touched)
        SELECT $1, $2, $3, thread_id, article_id, block_id, section_id, passage, $4, $5, $6, $7, $8, $8
        FROM contribution WHERE seminar_id = $1 AND annotation_id = $3`,
      annotation,
      target.annotation,
      ...words,
    );
  }
}

/** Counts are kept, so that a digest need not read what is old. */
async function count(run: Run, annotation: string, change: 1 | -1): Promise<void> {
  await run(
    'count-member',
    `UPDATE discussion_member AS member SET contributions = contributions + $3,
        first_at = coalesce(first_at, at), last_at = greatest(last_at, at)
      FROM contribution WHERE contribution.seminar_id = $1 AND annotation_id = $2
        AND member.seminar_id = $1 AND member_id = author_id`,
    annotation,
    change,
  );
  await run(
    'count-section',
    `UPDATE discussion_section AS section SET total = total + $3
      FROM contribution AS one WHERE one.seminar_id = $1 AND annotation_id = $2
        AND section.seminar_id = $1 AND section.article_id = one.article_id AND section.section_id = one.section_id`,
    annotation,
    change,
  );
}

async function foldSummary(
  run: Run,
  event: RecordedEvent & (EventOf<'summary.made'> | EventOf<'summary.edited'>),
): Promise<void> {
  const { article, section } = event.data;
  const sentences = sentencesOfBody(event.data.sentences, event.personal?.body ?? null);
  const values = [article, section, JSON.stringify(sentences), event.position];
  if (event.type === 'summary.made') {
    await run(
      'summary-made',
      `INSERT INTO discussion_summary
          (seminar_id, article_id, section_id, sentences, made_at_position, "to", language)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (seminar_id, article_id, section_id) DO UPDATE SET sentences = excluded.sentences,
          made_at_position = excluded.made_at_position, "to" = excluded."to", language = excluded.language`,
      ...values,
      event.data.to,
      event.data.language,
    );
  } else {
    await run(
      'summary-edited',
      `UPDATE discussion_summary SET sentences = $4, made_at_position = $5
        WHERE seminar_id = $1 AND article_id = $2 AND section_id = $3`,
      ...values,
    );
  }
}
