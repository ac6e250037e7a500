/**
 * What was said, and what has become of it. Many events are folded by few statements: all annotations, then the replies by
 * how deep they hang under what was there before, then what was changed, then what is counted. Rows come out as if each
 * event had been folded alone, since an event changes its own annotation, and nothing is changed before it is said.
 */
import type { EventOf, Reaction, RecordedEvent } from '#seminar';
import type { Run } from './run.ts';

const TYPES = [
  ...([
    'annotation.created',
    'annotation.edited',
    'annotation.deleted',
    'annotation.restored',
    'reaction.added',
    'reaction.removed',
  ] as const),
  ...(['question.answered', 'answer.withdrawn', 'thread.resolved', 'thread.reopened'] as const),
];
type OfContributions = RecordedEvent & EventOf<(typeof TYPES)[number]>;
type Created = RecordedEvent & EventOf<'annotation.created'>;

const isOneOf: ReadonlySet<string> = new Set(TYPES);
export const isOfContributions = (event: RecordedEvent): event is OfContributions => isOneOf.has(event.type);

export async function foldContributions(run: Run, events: readonly OfContributions[]): Promise<void> {
  if (events.length === 0) return;
  const created = events.filter((event): event is Created => event.type === 'annotation.created');
  await insertAnnotations(run, created);
  for (const replies of byDepth(created)) await insertReplies(run, replies);
  await change(run, changesOf(events));
  const deleted = events.flatMap(({ type, data }) => (type === 'annotation.deleted' ? data.annotation : []));
  const restored = events.flatMap(({ type, data }) => (type === 'annotation.restored' ? data.annotation : []));
  await count(run, [
    ...created.map(({ data }) => [data.annotation, 1] as const),
    ...deleted.map((annotation) => [annotation, -1] as const),
    ...restored.map((annotation) => [annotation, 1] as const),
  ]);
}

async function insertAnnotations(run: Run, created: readonly Created[]): Promise<void> {
  const rows = created.flatMap(({ data, ...event }) => {
    const { target } = data;
    if (target.kind !== 'passage') return [];
    const [first] = target.anchors;
    return {
      ...{ annotation: data.annotation, article: target.article, block: first?.block },
      passage: target.anchors.map(({ quote }) => quote.exact).join(' … '),
      ...{ anchor: first, author: event.by, motivation: data.motivation },
      ...{ body: event.personal?.body ?? null, at: event.at, position: event.position },
    };
  });
  if (rows.length === 0) return;
  await run(
    'annotations',
    `INSERT INTO contribution (seminar_id, annotation_id, thread_id, article_id, block_id, section_id, passage,
        anchor, author_id, motivation, body, at, position, touched)
      SELECT $1, annotation, annotation, article, block,
        (SELECT section_id FROM discussion_block WHERE seminar_id = $1 AND article_id = article AND block_id = block),
        passage, anchor, author, motivation, body, at, position, position
      FROM jsonb_to_recordset($2) AS new (annotation uuid, article uuid, block text, passage text, anchor jsonb,
        author uuid, motivation text, body text, at timestamptz, position bigint)`,
    JSON.stringify(rows),
  );
}

/** Replies to what is there already or opens a thread first, then replies to those, and so on. */
function byDepth(created: readonly Created[]): Created[][] {
  const depths = new Map<string, number>();
  const levels: Created[][] = [];
  for (const event of created) {
    const { annotation, target } = event.data;
    if (target.kind !== 'annotation') continue;
    const depth = (depths.get(target.annotation) ?? -1) + 1;
    depths.set(annotation, depth);
    levels[depth] ??= [];
    levels[depth].push(event);
  }
  return levels;
}

async function insertReplies(run: Run, replies: readonly Created[]): Promise<void> {
  const rows = replies.flatMap(({ data, ...event }) => {
    const { annotation, target, motivation } = data;
    if (target.kind !== 'annotation') return [];
    const { by: author, at, position } = event;
    return {
      annotation,
      parent: target.annotation,
      author,
      motivation,
      body: event.personal?.body ?? null,
      at,
      position,
    };
  });
  await run(
    'replies',
    `INSERT INTO contribution (seminar_id, annotation_id, parent_id, thread_id, article_id, block_id, section_id, passage,
        author_id, motivation, body, at, position, touched)
      SELECT $1, annotation, parent, thread_id, article_id, block_id, section_id, passage,
        author, new.motivation, new.body, new.at, new.position, new.position
      FROM jsonb_to_recordset($2) AS new (annotation uuid, parent uuid, author uuid, motivation text, body text,
        at timestamptz, position bigint)
      JOIN contribution AS answered ON answered.seminar_id = $1 AND answered.annotation_id = parent`,
    JSON.stringify(rows),
  );
}

/** What several events make of one annotation; what they don't touch is absent. */
interface Change {
  annotation: string;
  touched: number;
  edited?: boolean;
  body?: string | null;
  deleted?: boolean;
  /** With how many who agree it came back; what was counted before is part of them. */
  counted?: number;
  agreed: number;
  answered?: boolean;
  answer?: string | undefined;
  resolved?: boolean;
}

function changesOf(events: readonly OfContributions[]): readonly Change[] {
  const changes = new Map<string, Change>();
  for (const event of events) {
    const made = changeBy(event);
    if (!made) continue;
    const [annotation, change] = made;
    const was = changes.get(annotation);
    const agreed = (change.counted === undefined ? (was?.agreed ?? 0) : 0) + (change.agreed ?? 0);
    changes.set(annotation, { ...was, ...change, annotation, agreed, touched: event.position });
  }
  return [...changes.values()];
}

function changeBy(event: OfContributions): [annotation: string, change: Partial<Change>] | undefined {
  switch (event.type) {
    case 'annotation.edited':
      return [event.data.annotation, { edited: true, body: event.personal?.body ?? null }];
    case 'annotation.deleted':
      return [event.data.annotation, { deleted: true, edited: true, body: null }];
    case 'annotation.restored': {
      const { annotation, reactions } = event.data;
      const agreeing = reactions.filter(({ reaction }) => isAgreeing(reaction));
      const counted = agreeing.reduce((sum, { members }) => sum + members.length, 0);
      return [annotation, { deleted: false, edited: true, body: event.personal?.body ?? null, counted }];
    }
    case 'reaction.added':
    case 'reaction.removed': {
      const { annotation, reaction } = event.data;
      if (!isAgreeing(reaction)) return undefined;
      return [annotation, { agreed: event.type === 'reaction.added' ? 1 : -1 }];
    }
    case 'question.answered':
      return [event.data.question, { answered: true, answer: event.data.answer }];
    case 'answer.withdrawn':
      return [event.data.question, { answered: true, answer: undefined }];
    case 'thread.resolved':
    case 'thread.reopened':
      return [event.data.thread, { resolved: event.type === 'thread.resolved' }];
    default:
      return undefined;
  }
}

const isAgreeing = (reaction: Reaction): boolean => reaction === 'agree' || reaction === 'insightful';

async function change(run: Run, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  await run(
    'changes',
    `UPDATE contribution AS one SET touched = new.touched,
        body = CASE WHEN new.edited THEN new.body ELSE one.body END,
        deleted = coalesce(new.deleted, one.deleted),
        agreed = CASE WHEN new.deleted THEN 0 ELSE greatest(coalesce(new.counted, one.agreed) + new.agreed, 0) END,
        answer_id = CASE WHEN new.answered THEN new.answer ELSE answer_id END,
        resolved = coalesce(new.resolved, one.resolved)
      FROM jsonb_to_recordset($2) AS new (annotation uuid, touched bigint, edited boolean, body text, deleted boolean,
        counted integer, agreed integer, answered boolean, answer uuid, resolved boolean)
      WHERE one.seminar_id = $1 AND one.annotation_id = new.annotation`,
    JSON.stringify(changes),
  );
}

/**
 * Counts are kept, so that a digest need not read what is old. Of a person counts what was said, in the words of the readings
 * that are asked for: a highlight says nothing.
 */
async function count(run: Run, counted: readonly (readonly [annotation: string, change: 1 | -1])[]): Promise<void> {
  if (counted.length === 0) return;
  const values = [counted.map(([annotation]) => annotation), counted.map(([, change]) => change)];
  const COUNTED = `FROM unnest($2::uuid[], $3::integer[]) AS counted (annotation, change)
      JOIN contribution AS one ON one.seminar_id = $1 AND one.annotation_id = annotation`;
  await run(
    'count-members',
    `UPDATE discussion_member AS member SET contributions = contributions + said.change,
        first_at = coalesce(first_at, said.first), last_at = greatest(last_at, said.last)
      FROM (
        SELECT author_id, sum(change) AS change, (array_agg(at ORDER BY position))[1] AS first, max(at) AS last
        ${COUNTED} WHERE motivation <> 'highlighting' GROUP BY author_id
      ) AS said
      WHERE member.seminar_id = $1 AND member_id = said.author_id`,
    ...values,
  );
  await run(
    'count-sections',
    `UPDATE discussion_section AS section SET total = total + said.change
      FROM (SELECT article_id, section_id, sum(change) AS change ${COUNTED} GROUP BY article_id, section_id) AS said
      WHERE section.seminar_id = $1 AND section.article_id = said.article_id AND section.section_id = said.section_id`,
    ...values,
  );
}
