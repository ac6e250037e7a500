import type { audience as english } from '../en/audience.ts';
import { count, list } from './words.ts';

export const audience: typeof english = {
  audience: {
    label: 'Wer es lesen wird',
    everyone: 'Alle',
    everyoneHint: (n) => `${count(n, 'Mitglied', 'Mitglieder')} des Seminars`,
    onlyMe: 'Nur ich',
    onlyMeHint: 'eine Notiz für Sie selbst',
    instructors: 'Die Lehrenden',
    privately: 'Vertraulich an eine Person',
    aside: (name) => `${name} und die Lehrenden`,
    youAnd: (names) => list(['Sie', ...names]),
    alone: 'bisher niemand sonst',
    groups: 'Gruppen …',
    others: (n) => count(n, 'weitere Person', 'weitere'),
  },
  groups: {
    title: 'Gruppen',
    open: 'Gruppen',
    lead: 'Was einer Gruppe gesagt wird, lesen nur ihre Mitglieder: alle, die jetzt dazugehören, und alle, die noch kommen.',
    none: 'Es gibt noch keine Gruppen.',
    name: 'Name der Gruppe',
    form: 'Gruppe bilden',
    mayMove: 'Mitglieder dürfen selbst kommen und gehen',
    closed: 'Lehrende teilen die Mitglieder ein.',
    empty: 'Noch niemand',
    join: 'Beitreten',
    leave: 'Austreten',
    add: (group) => `Jemanden in ${group} aufnehmen`,
    addWhom: 'Aufnehmen …',
    remove: (name, group) => `${name} aus ${group} nehmen`,
    rename: 'Umbenennen',
    save: 'Speichern',
    unplaced: (n) => `${count(n, 'Teilnehmende Person ist', 'Teilnehmende sind')} in keiner Gruppe.`,
    divide: 'Auf die Gruppen verteilen',
  },
};
