import type { common as english } from '../en/common.ts';
import { list, number } from './words.ts';

export const common: typeof english = {
  brand: 'Catena',
  list,
  number,
  roles: { instructor: 'Seminarleitung', participant: 'Teilnehmer:in', observer: 'Beobachter:in' },
  someone: 'Jemand',
  you: 'Sie',
  close: 'Schließen',
  cancel: 'Abbrechen',
  copied: 'Kopiert',
  language: 'Sprache',
  languageOfBrowser: (name) => `Wie im Browser (${name})`,
  motivation: {
    commenting: 'Kommentar',
    questioning: 'Frage',
    highlighting: 'Markierung',
    replying: 'Antwort',
    describing: 'Beschreibung',
    linking: 'Verweis',
    bookmarking: 'Lesezeichen',
  },
  trouble: {
    nowhere: 'Unter dieser Adresse gibt es nichts',
    nowhereDo: 'Prüfen Sie den Link oder gehen Sie zu Ihren Seminaren.',
    session: 'Hier ist niemand angemeldet',
    sessionDo: 'Öffnen Sie in diesem Browser Ihre Einladung oder den Link, mit dem Sie sich angemeldet haben.',
    notMember: 'Sie gehören nicht zu diesem Seminar',
    notMemberDo: 'Bitten Sie die Seminarleitung um den Einladungslink.',
    server: 'Der Server ist nicht erreichbar',
    serverDo: 'Vielleicht startet er gerade neu. Was Sie geschrieben haben, ist in diesem Browser aufbewahrt.',
    broken: 'Auf dieser Seite ist etwas schiefgegangen',
    brokenDo: 'Laden Sie die Seite neu. Was Sie geschrieben haben, ist in diesem Browser aufbewahrt.',
    again: 'Noch einmal versuchen',
    toDesk: 'Ihre Seminare',
  },
  /** What the page itself says of a request that did not get through. */
  failed: {
    'server/unavailable':
      'Der Server ist beschäftigt oder startet neu. Was Sie geschrieben haben, ist aufbewahrt und wird noch einmal gesendet.',
    'server/failure': 'Auf dem Server ist etwas schiefgegangen. Was Sie geschrieben haben, ist aufbewahrt.',
  },
};
