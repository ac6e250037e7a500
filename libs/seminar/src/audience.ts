import { z } from 'zod';
import type { MemberId } from './ids.ts';

const MEMBER = 'member:';

/**
 * Who may read a log: `everyone` in the seminar, or one member alone (`member:<id>`, private notes).
 * Each seminar has one log per audience.
 */
export const Audience = z
  .string()
  .toLowerCase()
  .regex(/^(?:everyone|member:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/)
  .brand<'Audience'>();
export type Audience = z.infer<typeof Audience>;

export const EVERYONE: Audience = 'everyone' as Audience;

/** The audience of a member's notes to themselves. */
export const onlyFor = (member: MemberId): Audience => `${MEMBER}${member}` as Audience;

/** The one member who may read a private log; `undefined` for the log of everyone. */
export const soleReader = (audience: Audience): MemberId | undefined =>
  audience.startsWith(MEMBER) ? (audience.slice(MEMBER.length) as MemberId) : undefined;
