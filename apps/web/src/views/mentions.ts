/** From names, as one types them after an @, to ids, as they are kept; and back, to edit. */
import type { Member } from '#protocol';
import { type MemberId, mentionOf, withNames } from '#seminar';

/** What to type for each member: their name; where two have the same, a number tells them apart. */
export type Handles = ReadonlyMap<string, MemberId>;

export function handlesOf(members: Iterable<Pick<Member, 'member' | 'name'>>): Handles {
  const handles = new Map<string, MemberId>();
  for (const { member, name } of [...members].sort((a, b) => a.member.localeCompare(b.member))) {
    const typed = name.replace(/\s+/gu, ' ').trim();
    let handle = typed;
    for (let n = 2; handles.has(handle); n++) handle = `${typed} (${n})`;
    if (typed !== '') handles.set(handle, member);
  }
  return handles;
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** What is sent: ids in place of the names that were typed after an @, the longest name that fits. */
export function toStored(typed: string, handles: Handles): string {
  if (handles.size === 0 || !typed.includes('@')) return typed;
  const longestFirst = [...handles.keys()].sort((a, b) => b.length - a.length).map(escaped);
  const named = new RegExp(`(?<![\\p{L}\\p{N}.])@(${longestFirst.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  return typed.replace(named, (whole, handle: string) => {
    const member = handles.get(handle);
    return member ? mentionOf(member) : whole;
  });
}

/** What one edits: names in place of ids. */
export function toTyped(stored: string, handles: Handles): string {
  const byId = new Map([...handles].map(([handle, member]) => [member, handle]));
  return withNames(stored, (member) => byId.get(member) ?? `[${member}]`);
}
