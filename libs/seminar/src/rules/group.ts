import { accept, reject } from '../rejection.ts';
import type { Rule } from './rule.ts';

/** Forms a group, or changes its name and whether one may come and go. No two have the same name. */
export const formGroup: Rule<'group.form'> = ({ data: { group, name: typed, open } }, { groups }, limits) => {
  const name = typed.trim();
  const taken = groups.some((other) => other.group !== group && sameName(other.name, name));
  if (name === '' || name.length > limits.groupNameCharacters || taken) return reject('group/name');
  const was = groups.get(group);
  if (!was && groups.size >= limits.groups) return reject('group/too-many');
  if (was?.name === name && was.open === open) return accept();
  return accept({ type: 'group.formed', version: 1, data: { group, name, open }, personal: null });
};

/** Whoever comes in may read all that was ever said in the group. */
export const joinGroup: Rule<'group.join'> = ({ data }, { groups, roster }) => {
  const group = groups.get(data.group);
  if (!group) return reject('group/unknown');
  if (!roster.has(data.member)) return reject('member/unknown');
  if (group.members.has(data.member)) return accept();
  return accept({ type: 'group.joined', version: 1, data, personal: null });
};

export const leaveGroup: Rule<'group.leave'> = ({ data }, { groups }) => {
  const group = groups.get(data.group);
  if (!group) return reject('group/unknown');
  if (!group.members.has(data.member)) return accept();
  return accept({ type: 'group.left', version: 1, data, personal: null });
};

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
