import type { desk as english } from '../en/desk.ts';
import { count, form, number } from './words.ts';

export const desk: typeof english = {
  desk: {
    tagline: 'Ein Seminar rund um einen Artikel.',
    explain:
      'Stellen Sie einen Text ein, teilen Sie einen Link und lesen Sie gemeinsam: Kommentare und Fragen stehen neben der Stelle, um die es geht, live oder über Wochen.',
    open: 'Ein Seminar eröffnen',
    openAnother: 'Ein weiteres Seminar eröffnen',
    name: 'Ihr Name',
    nameHint: 'So, wie ihn die anderen sehen werden',
    title: 'Titel des Seminars',
    titleHint: 'Theorien der Kooperation, Herbst',
    submit: 'Seminar eröffnen',
    invited: 'Sie wurden eingeladen? Öffnen Sie den Link, den Sie bekommen haben.',
    yours: 'Ihre Seminare',
    hello: (name) => `Angemeldet als ${name}`,
    signOut: 'Abmelden',
    noArticle: 'Noch kein Artikel',
    members: (n) => count(n, 'Mitglied', 'Mitglieder'),
    annotations: (n) => count(n, 'Anmerkung', 'Anmerkungen'),
    questions: (n) => count(n, 'offene Frage', 'offene Fragen'),
    active: (ago) => `zuletzt aktiv ${ago}`,
  },
  join: {
    invited: 'Sie sind eingeladen, gemeinsam zu lesen',
    as: (role) => `Ihre Rolle: ${role}`,
    reading: 'Gelesen wird',
    members: (n) => (n === 0 ? 'Noch niemand ist beigetreten' : `${number(n)} ${form(n, 'ist', 'sind')} schon dabei`),
    name: 'Ihr Name',
    nameHint: 'So, wie ihn die anderen sehen werden',
    submit: 'Beitreten',
  },
  share: {
    title: 'Link teilen',
    lead: 'Wer ihn öffnet, tritt in dieser Rolle und unter einem selbst gewählten Namen bei.',
    role: 'Beitritt als',
    roleHint: {
      participant: 'liest, kommentiert, antwortet',
      observer: 'liest und macht sich eigene Notizen',
      instructor: 'darf auch Artikel einstellen und moderieren',
    },
    make: 'Link erstellen',
    copy: 'Link kopieren',
    takeBack: 'Zurückziehen',
    until: (day) => `gültig bis ${day}`,
    toRoom: 'Zum Leseraum',
  },
};
