/** Who is a member, since when and in which role. */
import type { EventOf, RecordedEvent } from '#seminar';
import type { Run } from './run.ts';

export async function foldMembers(
  run: Run,
  events: readonly (RecordedEvent & EventOf<'member.joined' | 'role.given'>)[],
): Promise<void> {
  if (events.length === 0) return;
  // One statement may change a row but once: the last role with the first joining.
  const members = new Map<string, { role: string; at: string; position: number }>();
  for (const { data, at, position } of events) {
    const known = members.get(data.member) ?? { at, position };
    members.set(data.member, { ...known, role: data.role });
  }
  const all = [...members.values()];
  await run(
    'members',
    `INSERT INTO discussion_member (seminar_id, member_id, role, joined_at, joined_position)
      SELECT $1, * FROM unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::bigint[])
      ON CONFLICT (seminar_id, member_id) DO UPDATE SET role = excluded.role`,
    [...members.keys()],
    all.map(({ role }) => role),
    all.map(({ at }) => at),
    all.map(({ position }) => position),
  );
}
