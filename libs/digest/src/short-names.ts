import type { MemberFacts } from './facts.ts';

/** What people are called in a mail: by their first name, in full where two share it. */
export function shortNames(members: readonly Pick<MemberFacts, 'member' | 'name'>[]): Map<string, string> {
  const bearers = new Map<string, number>();
  for (const { name } of members) bearers.set(firstOf(name), (bearers.get(firstOf(name)) ?? 0) + 1);
  return new Map(members.map(({ member, name }) => [member, bearers.get(firstOf(name)) === 1 ? firstOf(name) : name]));
}

/** Without the title before it: 'Ottilie' of 'Prof. Ottilie Quill'. A name without letters to part it stays whole. */
function firstOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  return words.find((word) => !word.endsWith('.')) ?? name;
}
