import { z } from 'zod';
import type { GroupId, MemberId } from './ids.ts';

/**
 * Who may read a log, as a word: `everyone` in the seminar, the `instructors`, one member alone (`member:<id>`), one member and
 * the instructors (`aside:<id>`: what somebody asks them in confidence, and what they answer), or a group (`group:<id>`).
 * Each seminar has one log per audience, made when it is first used.
 */
export const Audience = z
  .string()
  .toLowerCase()
  .regex(/^(?:everyone|instructors|(?:member|aside|group):[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/)
  .brand<'Audience'>();
export type Audience = z.infer<typeof Audience>;

export const EVERYONE: Audience = 'everyone' as Audience;

/** What instructors say among themselves. */
export const INSTRUCTORS: Audience = 'instructors' as Audience;

/** The audience of a member's notes to themselves. */
export const onlyFor = (member: MemberId): Audience => `member:${member}` as Audience;

/** A member and the instructors. */
export const asideWith = (member: MemberId): Audience => `aside:${member}` as Audience;

export const forGroup = (group: GroupId): Audience => `group:${group}` as Audience;

/** An audience, taken apart. */
export type Readership =
  | { kind: 'everyone' | 'instructors' }
  | { kind: 'member' | 'aside'; member: MemberId }
  | { kind: 'group'; group: GroupId };

/** Its parts were checked when it was parsed. */
export function readershipOf(audience: Audience): Readership {
  const [kind, id] = audience.split(':');
  switch (kind) {
    case 'member':
    case 'aside':
      return { kind, member: id as MemberId };
    case 'group':
      return { kind, group: id as GroupId };
    case 'instructors':
      return { kind };
    default:
      return { kind: 'everyone' };
  }
}
