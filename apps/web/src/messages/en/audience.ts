import { count, list } from './words.ts';

/** Who reads what is written, and the groups that talk among themselves. */
export const audience = {
  audience: {
    label: 'Who will read it',
    everyone: 'Everyone',
    everyoneHint: (n: number) => `all ${count(n, 'member', 'members')} of the seminar`,
    onlyMe: 'Only me',
    onlyMeHint: 'a note to yourself',
    instructors: 'The instructors',
    privately: 'Privately to one participant',
    aside: (name: string) => `${name} and the instructors`,
    youAnd: (names: readonly string[]) => `you and ${list(names)}`,
    alone: 'nobody else so far',
    groups: 'Groups…',
    others: (n: number) => count(n, 'other', 'others'),
  },
  groups: {
    title: 'Groups',
    open: 'Groups',
    lead: 'What is said to a group is read by its members alone: by all who are in it now, and all who come later.',
    none: 'There are no groups yet.',
    name: 'Name of the group',
    form: 'Form the group',
    mayMove: 'Members may come and go by themselves',
    closed: 'Members are put in by an instructor.',
    empty: 'Nobody yet',
    join: 'Join',
    leave: 'Leave',
    add: (group: string) => `Put somebody into ${group}`,
    addWhom: 'Put in…',
    remove: (name: string, group: string) => `Take ${name} out of ${group}`,
    rename: 'Rename',
    save: 'Save',
    unplaced: (n: number) => `${count(n, 'participant is', 'participants are')} in no group.`,
    divide: 'Divide them among the groups',
  },
};
