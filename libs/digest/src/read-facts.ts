import type { Queryable } from '#log';
import { discussion } from '#read-models';
import { type MemberId, type SeminarId, withNames } from '#seminar';
import type { AssignmentFacts, ContributionFacts, ImportFacts, MemberFacts, SectionFacts } from './facts.ts';
import type { ParticipantFacts } from './participant-digest.ts';

/** Everything that a member's digest is made from, as it is at one moment; the work follows what is new. */
export async function readFacts(
  database: Queryable,
  seminar: SeminarId,
  reader: MemberId,
  { since, sinceAt }: { since: number; sinceAt: string | undefined },
): Promise<ParticipantFacts | undefined> {
  const ask = async <Row extends object>(name: string, text: string, ...values: unknown[]): Promise<Row[]> =>
    (
      await database.query<Row & Record<string, unknown>>({
        name: `digest-${name}`,
        text,
        values: [seminar, ...values],
      })
    ).rows;
  const [head] = await ask<{ title: string; until: number }>('seminar', SEMINAR, discussion.name, discussion.audience);
  if (!head) return undefined;
  const { title, until } = head;
  const members = (await ask<MemberFacts>('members', MEMBERS)).map(withoutNulls);
  const named = naming(members);
  const contributions = async (name: string, text: string, ...values: unknown[]) =>
    (await ask<ContributionFacts>(name, text, ...values))
      .map(withoutNulls)
      .map((one) => ({ ...one, body: named(one.body) }));
  const threads = await ask<{ thread: ContributionFacts['thread'] }>('mine', MINE, reader, since);
  return {
    seminar: { id: seminar, title },
    ...{ since, until, sinceAt },
    members,
    sections: (await ask<SectionFacts>('sections', SECTIONS)).map((section) => ({
      ...section,
      summary: section.summary.map((sentence) => ({ ...sentence, text: named(sentence.text) })),
    })),
    news: await contributions('news', NEWS, since, until),
    openQuestions: await contributions('questions', OPEN_QUESTIONS),
    orphans: await contributions('orphans', ORPHANS, since, until),
    imports: await ask<ImportFacts>('imports', IMPORTS, since, until),
    assignments: (await ask<AssignmentFacts>('assignments', ASSIGNMENTS)).map(withoutNulls),
    mine: threads.map(({ thread }) => thread),
  };
}

/** Who is mentioned stands in a body by id; in a mail there are names. */
function naming(members: readonly MemberFacts[]): (body: string) => string {
  const names = new Map(members.map(({ member, name }) => [member, name]));
  return (body) => withNames(body ?? '', (member) => names.get(member) ?? 'Somebody');
}

const withoutNulls = <Row extends object>(row: Row): Row =>
  Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value ?? undefined])) as Row;

const SEMINAR = `
  SELECT title, position::integer AS until
  FROM seminar_overview JOIN checkpoint USING (seminar_id)
  WHERE seminar_id = $1 AND projection = $2 AND audience = $3`;

const ISO = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

const MEMBERS = `
  SELECT member_id AS member, coalesce(member.name, 'Somebody') AS name, role, joined_position::integer AS joined, contributions,
    to_char(first_at AT TIME ZONE 'UTC', ${ISO}) AS first, to_char(last_at AT TIME ZONE 'UTC', ${ISO}) AS last
  FROM discussion_member LEFT JOIN member USING (seminar_id, member_id)
  WHERE seminar_id = $1
  ORDER BY joined_position`;

/** Of each article the newest version. */
const SECTIONS = `
  SELECT section.section_id AS id, title, characters, total,
    coalesce((
      SELECT jsonb_agg(jsonb_build_object('text', sentence ->> 'text', 'kind', sentence ->> 'kind', 'cites', (
          SELECT jsonb_agg(jsonb_build_object('id', annotation_id, 'author', author_id) ORDER BY place)
          FROM jsonb_array_elements_text(sentence -> 'cites') WITH ORDINALITY AS cite (id, place)
          JOIN contribution ON contribution.seminar_id = $1 AND annotation_id = cite.id::uuid AND NOT deleted)) ORDER BY number)
      FROM jsonb_array_elements(summary.sentences) WITH ORDINALITY AS told (sentence, number)
      WHERE EXISTS (
        SELECT FROM contribution
        WHERE contribution.seminar_id = $1 AND annotation_id = (sentence -> 'cites' ->> 0)::uuid AND NOT deleted)
    ), '[]') AS summary
  FROM discussion_section AS section
  LEFT JOIN discussion_summary AS summary
    ON summary.seminar_id = section.seminar_id AND summary.article_id = section.article_id
    AND summary.section_id = section.section_id AND NOT hidden
  WHERE section.seminar_id = $1
    AND version = (SELECT max(version) FROM discussion_section AS newest
      WHERE newest.seminar_id = section.seminar_id AND newest.article_id = section.article_id)
  ORDER BY section.article_id, ordinal`;

const CONTRIBUTION = `
  one.annotation_id AS id, one.position::integer, one.thread_id AS thread, one.author_id AS author,
  parent.author_id AS answers, one.section_id AS section, one.passage, one.motivation, one.body, one.agreed,
  to_char(one.at AT TIME ZONE 'UTC', ${ISO}) AS at
  FROM contribution AS one
  LEFT JOIN contribution AS parent ON parent.seminar_id = one.seminar_id AND parent.annotation_id = one.parent_id`;

/** Rides on contribution_by_position: only what is new is read. */
const NEWS = `SELECT ${CONTRIBUTION}
  WHERE one.seminar_id = $1 AND one.position > $2 AND one.position <= $3 AND NOT one.deleted AND one.body IS NOT NULL
  ORDER BY one.position`;

/** Rides on contribution_open_questions. */
const OPEN_QUESTIONS = `SELECT ${CONTRIBUTION}
  WHERE one.seminar_id = $1 AND one.motivation = 'questioning' AND one.answer_id IS NULL AND NOT one.resolved
    AND NOT one.deleted AND one.body IS NOT NULL
  ORDER BY one.position
  LIMIT 100`;

/** Rides on contribution_orphans. */
const ORPHANS = `SELECT ${CONTRIBUTION}
  WHERE one.seminar_id = $1 AND one.orphaned_at > $2 AND one.orphaned_at <= $3 AND one.annotation_id = one.thread_id
    AND NOT one.deleted
  ORDER BY one.position`;

const IMPORTS = `
  SELECT title, version FROM discussion_article
  WHERE seminar_id = $1 AND position > $2 AND position <= $3
  ORDER BY position`;

/**
 * What counts is what the room counts: no highlight, and what stands before the first section counts as read first. Rides on
 * contribution_by_section; work in proportion to what was written where something is asked, and nothing is asked for ever.
 */
const ASSIGNMENTS = `
  SELECT goal.title AS "to", contributions,
    to_char(due_at AT TIME ZONE 'UTC', ${ISO}) AS due,
    coalesce((
      SELECT jsonb_agg(jsonb_build_object('id', section_id, 'title', title) ORDER BY ordinal)
      FROM discussion_section AS section
      WHERE section.seminar_id = $1 AND section.article_id = asked.article_id AND section.version = newest.version
        AND (goal.ordinal IS NULL OR section.ordinal <= goal.ordinal)
    ), '[]') AS sections,
    coalesce((
      SELECT jsonb_object_agg(author_id, written) FROM (
        SELECT author_id, count(*) AS written
        FROM contribution LEFT JOIN discussion_section AS section USING (seminar_id, article_id, section_id)
        WHERE contribution.seminar_id = $1 AND article_id = asked.article_id AND NOT deleted
          AND motivation <> 'highlighting' AND (goal.ordinal IS NULL OR coalesce(section.ordinal, 0) <= goal.ordinal)
        GROUP BY author_id) AS counted
    ), '{}') AS written
  FROM discussion_assignment AS asked
  CROSS JOIN LATERAL (
    SELECT max(version) AS version FROM discussion_article
    WHERE discussion_article.seminar_id = $1 AND discussion_article.article_id = asked.article_id) AS newest
  LEFT JOIN discussion_section AS goal ON goal.seminar_id = $1 AND goal.article_id = asked.article_id
    AND goal.section_id = asked.section_id AND goal.version = newest.version
  WHERE asked.seminar_id = $1 AND due_at > now() - interval '7 days'
  ORDER BY due_at
  LIMIT 5`;

/** Of the threads with news those in which the reader wrote. Rides on contribution_by_thread. */
const MINE = `
  SELECT DISTINCT thread_id AS thread FROM contribution
  WHERE seminar_id = $1 AND author_id = $2 AND NOT deleted AND thread_id IN (
    SELECT thread_id FROM contribution WHERE seminar_id = $1 AND position > $3)`;
