import type { Audience, SeminarId } from '#seminar';

/** Names one log: a seminar has one for each audience. */
export interface LogKey {
  seminar: SeminarId;
  audience: Audience;
}

/** The key as a string, for maps. */
export const nameOf = ({ seminar, audience }: LogKey): string => `${seminar} ${audience}`;
