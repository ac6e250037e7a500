import { isDeepStrictEqual } from 'node:util';
import type pg from 'pg';
import { type MemberId, mergeMarks, noMarks, type ReadMarks, type SeminarId } from '#seminar';

/** The marks of more subjects than may be kept. */
export class TooManyMarks extends Error {}

/** How far members have read, kept for all their devices. */
export class ReadMarksShelf {
  readonly #pool: pg.Pool;
  readonly #most: number;

  /** @param most subjects that a member may have marks of */
  constructor(pool: pg.Pool, most: number) {
    this.#pool = pool;
    this.#most = most;
  }

  async of(seminar: SeminarId, member: MemberId): Promise<ReadMarks> {
    const { rows } = await this.#pool.query<{ marks: ReadMarks }>({
      name: 'read-marks',
      text: 'SELECT marks FROM read_marks WHERE seminar_id = $1 AND member_id = $2',
      values: [seminar, member],
    });
    return rows[0]?.marks ?? noMarks;
  }

  /** Merges what a device says with what the others have said; answers with what holds on all, and whether that is news. */
  async merge(seminar: SeminarId, member: MemberId, marks: ReadMarks): Promise<{ merged: ReadMarks; isNews: boolean }> {
    for (;;) {
      const was = await this.of(seminar, member);
      const merged = mergeMarks(was, marks);
      if (isDeepStrictEqual(merged, was)) return { merged, isNews: false };
      if (Object.keys(merged.subjects).length > this.#most) throw new TooManyMarks();
      // Compare and swap: whoever was faster is merged with next time round.
      const { rowCount } = await this.#pool.query({
        name: 'merge-read-marks',
        text: `INSERT INTO read_marks AS kept (seminar_id, member_id, marks) VALUES ($1, $2, $3)
          ON CONFLICT (seminar_id, member_id) DO UPDATE SET marks = excluded.marks WHERE kept.marks = $4`,
        values: [seminar, member, JSON.stringify(merged), JSON.stringify(was)],
      });
      if (rowCount === 1) return { merged, isNews: true };
    }
  }
}
