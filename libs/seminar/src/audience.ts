import { z } from 'zod';
import { GroupId, MemberId } from './ids.ts';

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

export const EVERYONE: Audience = Audience.parse('everyone');

/** What instructors say among themselves. */
export const INSTRUCTORS: Audience = Audience.parse('instructors');

/** The audience of a member's notes to themselves. */
export const onlyFor = (member: MemberId): Audience => Audience.parse(`member:${member}`);

/** A member and the instructors. */
export const asideWith = (member: MemberId): Audience => Audience.parse(`aside:${member}`);

export const forGroup = (group: GroupId): Audience => Audience.parse(`group:${group}`);

/** An audience, taken apart. */
export type Readership =
  | { kind: 'everyone' | 'instructors' }
  | { kind: 'member' | 'aside'; member: MemberId }
  | { kind: 'group'; group: GroupId };

export function readershipOf(audience: Audience): Readership {
  const [kind, id] = audience.split(':');
  switch (kind) {
    case 'member':
    case 'aside':
      return { kind, member: MemberId.parse(id) };
    case 'group':
      return { kind, group: GroupId.parse(id) };
    case 'instructors':
      return { kind };
    default:
      return { kind: 'everyone' };
  }
}
