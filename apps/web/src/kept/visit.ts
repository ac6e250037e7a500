/**
 * What I have read of a seminar. New is what others said after my last visit and what I have not opened since. Coming
 * back within half an hour, or loading the page again, goes on with the same visit.
 */
import type { AnnotationId } from '#seminar';
import type { IsNew } from '../views/threads.ts';

export interface Visit {
  /** Everything up to here was there when this visit began. */
  base: number;
  /** When the visit before this one ended, ISO 8601; `undefined` on the first. */
  since: string | undefined;
  /** How far each thread has been read. */
  read: Readonly<Record<string, number>>;
  /** How far the log reached, and when, when last looked at: where the next visit begins. */
  head: number;
  at: string;
}

const SAME_VISIT = 30 * 60_000;

/** Goes on with the kept visit or begins a new one. On the first ever, nothing is new. */
export function beginVisit(kept: Visit | undefined, head: number, now: Date): Visit {
  const at = now.toISOString();
  if (!kept || kept.head > head) return { base: head, since: undefined, read: {}, head, at };
  if (now.getTime() - Date.parse(kept.at) < SAME_VISIT) return { ...kept, head, at };
  const read = Object.fromEntries(Object.entries(kept.read).filter(([, position]) => position > kept.head));
  return { base: kept.head, since: kept.at, read, head, at };
}

/** The visit goes on: the log has come this far. */
export const onward = (visit: Visit, head: number, now: Date): Visit => ({ ...visit, head, at: now.toISOString() });

/** This thread has been read up to here. */
export const readThread = (visit: Visit, thread: AnnotationId, position: number): Visit =>
  (visit.read[thread] ?? visit.base) >= position ? visit : { ...visit, read: { ...visit.read, [thread]: position } };

/** All of it has been read. */
export const readAll = (visit: Visit): Visit => ({ ...visit, base: visit.head, read: {} });

/** Tells what is new to this member. */
export const newTo =
  (visit: Visit | undefined, me: string): IsNew =>
  ({ thread, author, position }) =>
    visit !== undefined && author !== me && position > Math.max(visit.base, visit.read[thread] ?? 0);
