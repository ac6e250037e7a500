/** The newest summary of each section. */
import { type EventOf, type RecordedEvent, sentencesOfBody } from '#seminar';
import type { Run } from './run.ts';

type Words = RecordedEvent & EventOf<'summary.made' | 'summary.edited'>;
type Flag = RecordedEvent & EventOf<'summary.pinned' | 'summary.unpinned' | 'summary.hidden' | 'summary.shown'>;

export async function foldSummary(run: Run, event: Words): Promise<void> {
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

const FLAGS = {
  'summary.pinned': ['pinned', true],
  'summary.unpinned': ['pinned', false],
  'summary.hidden': ['hidden', true],
  'summary.shown': ['hidden', false],
} as const;

export async function flagSummary(run: Run, { type, data: { article, section } }: Flag): Promise<void> {
  const [column, on] = FLAGS[type];
  await run(
    `summary-${column}`,
    `UPDATE discussion_summary SET ${column} = $4 WHERE seminar_id = $1 AND article_id = $2 AND section_id = $3`,
    article,
    section,
    on,
  );
}
