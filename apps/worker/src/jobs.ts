import type { JobQueue } from '#platform';

/** A job about one seminar. */
export interface SeminarJob {
  seminar: string;
}

/** A job for one person. */
export interface PersonJob {
  person: string;
}

/**
 * One job at most for each seminar, whatever happens there meanwhile; what happens while it runs is seen to by one more after it.
 * So the jobs of a seminar follow each other, and those of different seminars need not wait.
 */
export async function addSeminarJobs(
  queue: JobQueue<SeminarJob>,
  seminars: readonly string[],
  delay = 0,
): Promise<void> {
  await queue.addBulk(
    seminars.map((seminar) => ({ name: queue.name, data: { seminar }, opts: oneAtATime(seminar, delay) })),
  );
}

/** One job at most for each person, as for each seminar. */
export async function addPersonJobs(queue: JobQueue<PersonJob>, persons: readonly string[]): Promise<void> {
  await queue.addBulk(persons.map((person) => ({ name: queue.name, data: { person }, opts: oneAtATime(person, 0) })));
}

const oneAtATime = (id: string, delay: number) => ({
  delay,
  deduplication: { id, keepLastIfActive: true },
});
