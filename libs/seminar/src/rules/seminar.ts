import { accept, reject } from '../rejection.ts';
import type { Rule } from './rule.ts';

/** Whoever opens a seminar is its first instructor. */
export const openSeminar: Rule<'seminar.open'> = ({ data, by }, state, limits) => {
  if (state.seminar) return reject('seminar/already-open');
  const title = data.title.trim();
  if (title === '' || title.length > limits.titleCharacters) return reject('seminar/title-length');
  return accept(
    { type: 'seminar.opened', version: 1, data: { seminar: data.seminar, title }, personal: null },
    { type: 'member.joined', version: 1, data: { member: by, role: 'instructor' }, personal: null },
  );
};

export const joinSeminar: Rule<'seminar.join'> = ({ data, by }, state) => {
  if (state.roster.has(by)) return reject('member/already-joined');
  return accept({ type: 'member.joined', version: 1, data: { member: by, role: data.role }, personal: null });
};

/** A seminar is never left without an instructor. */
export const giveRole: Rule<'role.give'> = ({ data: { member, role } }, state) => {
  const had = state.roster.get(member);
  if (had === undefined) return reject('member/unknown');
  if (had === role) return accept();
  const instructors = state.roster.count((other) => other === 'instructor');
  if (had === 'instructor' && instructors === 1) return reject('member/last-instructor');
  return accept({ type: 'role.given', version: 1, data: { member, role }, personal: null });
};
