/** What participants are asked to read. */
import type { EventOf, RecordedEvent } from '#seminar';
import type { Run } from './run.ts';

export async function foldReading(run: Run, event: RecordedEvent & EventOf<'reading.assigned'>): Promise<void> {
  const { assignment, article, section, contributions, due } = event.data;
  await run(
    'assignment',
    `INSERT INTO discussion_assignment
        (seminar_id, assignment_id, article_id, section_id, contributions, due_at, assigned_position, assigned_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      ON CONFLICT (seminar_id, assignment_id) DO UPDATE SET section_id = excluded.section_id,
        contributions = excluded.contributions, due_at = excluded.due_at,
        assigned_position = excluded.assigned_position, assigned_at = excluded.assigned_at`,
    ...[assignment, article, section ?? null, contributions, due, event.position, event.at],
  );
}

export const withdrawReading = (run: Run, assignment: string) =>
  run(
    'assignment-withdrawn',
    'DELETE FROM discussion_assignment WHERE seminar_id = $1 AND assignment_id = $2',
    assignment,
  );
