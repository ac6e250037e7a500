/**
 * How far somebody has read, on whichever device. Marks of two devices are merged into what holds on both: positions by
 * their maximum, so that the order in which devices come back to the network does not matter, and neither does hearing the
 * same twice. Marking something as unread begins a new count, which wins over all that was read before it.
 */

import { type Audience, EVERYONE } from './audience.ts';
import type { Look, ReadMarks } from './read-marks-schema.ts';

export const noMarks: ReadMarks = { upTo: {}, subjects: {} };

/** A word in a thread, or anything else with a place in a log. */
export interface Readable {
  audience: Audience;
  subject: string;
  position: number;
}

export function isRead({ upTo, subjects }: ReadMarks, { audience, subject, position }: Readable): boolean {
  const mark = Object.hasOwn(subjects, subject) ? subjects[subject] : undefined;
  if (mark && mark.again > 0) return position <= mark.upTo;
  return position <= Math.max(upTo[audience] ?? 0, mark?.upTo ?? 0);
}

/** This has been read up to here. */
export function readUpTo(marks: ReadMarks, readable: Readable): ReadMarks {
  if (isRead(marks, readable)) return marks;
  const { subject, position } = readable;
  const again = marks.subjects[subject]?.again ?? 0;
  return { ...marks, subjects: { ...marks.subjects, [subject]: { upTo: position, again } } };
}

/** From this position on it counts as unread, whatever has been read meanwhile elsewhere. */
export function unreadFrom(marks: ReadMarks, { subject, position }: Omit<Readable, 'audience'>): ReadMarks {
  const again = (marks.subjects[subject]?.again ?? 0) + 1;
  return { ...marks, subjects: { ...marks.subjects, [subject]: { upTo: position - 1, again } } };
}

/** Tells in which log a subject is, where that is known. */
export type AudienceOf = (subject: string) => Audience | undefined;

/** All that these logs hold has been read. */
export function allRead(marks: ReadMarks, heads: Positions, audienceOf: AudienceOf): ReadMarks {
  const upTo = maxima(marks.upTo, heads);
  const subjects = Object.entries(marks.subjects).map(([subject, mark]) => {
    const audience = audienceOf(subject);
    return [subject, { ...mark, upTo: Math.max(mark.upTo, (audience && upTo[audience]) ?? 0) }] as const;
  });
  return tidyMarks({ ...marks, upTo, subjects: Object.fromEntries(subjects) }, audienceOf);
}

/** What holds on two devices together. Neither order nor repetition matters. Where the second knows nothing more, parts of the first stay the same objects. */
export function mergeMarks(a: ReadMarks, b: ReadMarks): ReadMarks {
  const [before, last] = [laterOf(a.before, b.before), laterOf(a.last, b.last)];
  const subjects = mergeSubjects(a.subjects, b.subjects);
  return { upTo: maxima(a.upTo, b.upTo), subjects, ...(before && { before }), ...(last && { last }) };
}

function mergeSubjects(a: ReadMarks['subjects'], b: ReadMarks['subjects']): ReadMarks['subjects'] {
  const more = Object.entries(b).filter(([subject, mark]) => {
    const was = Object.hasOwn(a, subject) ? a[subject] : undefined;
    return !was || mark.again > was.again || (mark.again === was.again && mark.upTo > was.upTo);
  });
  return more.length === 0 ? a : { ...a, ...Object.fromEntries(more) };
}

/** Leaves out what the marks of whole logs say already. `audienceOf` knows in which log a subject is. */
export function tidyMarks(marks: ReadMarks, audienceOf: AudienceOf): ReadMarks {
  const kept = Object.entries(marks.subjects).filter(([subject, { upTo, again }]) => {
    const audience = audienceOf(subject);
    return again > 0 || audience === undefined || upTo > (marks.upTo[audience] ?? 0);
  });
  return kept.length === Object.keys(marks.subjects).length ? marks : { ...marks, subjects: Object.fromEntries(kept) };
}

const laterOf = (a: Look | undefined, b: Look | undefined): Look | undefined => ((a?.at ?? '') > (b?.at ?? '') ? a : b);

type Positions = Readonly<Record<Audience, number>>;

function maxima(a: Positions, b: Positions): Positions {
  const more = (Object.entries(b) as [Audience, number][]).filter(([audience, at]) => at > (a[audience] ?? -1));
  return more.length === 0 ? a : { ...a, ...Object.fromEntries(more) };
}

/** How long one may be away and still be on the same visit, in milliseconds. */
const SAME_VISIT = 30 * 60_000;

/** Goes on with the last visit or begins a new one. On the first ever, all there is counts as read. */
export function beginVisit(marks: ReadMarks, heads: Positions, now: Date): ReadMarks {
  const look: Look = { head: heads[EVERYONE] ?? 0, at: now.toISOString() };
  if (!marks.last) return { ...marks, upTo: maxima(marks.upTo, heads), last: look };
  if (now.getTime() - Date.parse(marks.last.at) < SAME_VISIT) return lookedAt(marks, look.head, now);
  return { ...marks, before: marks.last, last: look };
}

/** The visit goes on: the log has come this far. */
export const lookedAt = (marks: ReadMarks, head: number, now: Date): ReadMarks => ({
  ...marks,
  last: { head, at: now.toISOString() },
});
