/** Who is named in what somebody wrote: `@[<member id>]` in the Markdown, shown by name to those who may see names. */
import type { MemberId } from './ids.ts';

const MENTION = /@\[([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\]/giu;

const memberOf = (id: string): MemberId => id.toLowerCase() as MemberId;

/** How a member is named in a body. */
export const mentionOf = (member: MemberId): string => `@[${member}]`;

/** Everybody who is named in a body, each once, in the order in which they first are. */
export function mentionsIn(body: string): readonly MemberId[] {
  return [...new Set([...body.matchAll(MENTION)].map(([, id = '']) => memberOf(id)))];
}

/** The body with names in place of ids. */
export const withNames = (body: string, nameOf: (member: MemberId) => string): string =>
  body.replace(MENTION, (_, id: string) => `@${nameOf(memberOf(id))}`);
