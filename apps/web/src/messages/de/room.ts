import type { room as english } from '../en/room.ts';
import { count } from './words.ts';

export const room: typeof english = {
  top: {
    sections: 'Abschnitte',
    text: 'Schrift und Farben',
    share: 'Teilen',
    keys: 'Tastatur',
    mail: 'E-Mails',
    desk: 'Ihre Seminare',
    members: (n) => count(n, 'Mitglied', 'Mitglieder'),
    here: 'Gerade hier',
  },
  progress: {
    read: (n) => `${n} % gelesen`,
    left: (n) => (n === 0 ? 'Weniger als eine Minute übrig' : `Noch etwa ${count(n, 'Minute', 'Minuten')}`),
    resumed: 'Hier waren Sie zuletzt',
    toStart: 'Zum Anfang',
  },
  print: {
    article: 'Drucken',
    discussion: 'Mit dem Gespräch drucken',
    title: 'Gespräche',
    on: (n) => (n === undefined ? 'zum Text' : `zu ¶${n}`),
  },
  newer: { came: 'Eine neue Version von Catena ist da.', load: 'Laden' },
  timeline: {
    label: 'Was im Lauf der Zeit gesagt wurde',
    now: 'Jetzt',
    close: 'Zeitleiste schließen',
    open: 'Zeitleiste',
    bar: (n, day) => `${day}: ${n}`,
  },
  toast: { deleted: 'Gelöscht', undo: 'Rückgängig', highlighted: 'Markiert', linkCopied: 'Link kopiert' },
  settings: {
    size: 'Größe',
    leading: 'Zeilenabstand',
    leadings: { tight: 'Eng', normal: 'Normal', loose: 'Weit' },
    face: 'Schrift',
    serif: 'Serifen',
    sans: 'Serifenlos',
    theme: 'Farben',
    themes: { system: 'System', light: 'Hell', sepia: 'Sepia', dark: 'Dunkel' },
    sizes: { s: 'Klein', m: 'Mittel', l: 'Groß', xl: 'Größer' },
  },
  keys: {
    title: 'Tastatur',
    does: {
      paragraphs: 'Nächster, voriger Absatz',
      threads: 'Nächstes, voriges Gespräch',
      comment: 'Auswahl oder Absatz kommentieren',
      question: 'Eine Frage dazu stellen',
      highlight: 'Markieren',
      reply: 'Im offenen Gespräch antworten',
      open: 'Das erste Gespräch des Absatzes öffnen',
      post: 'Abschicken',
      close: 'Gespräch schließen; Geschriebenes bleibt erhalten',
      help: 'Diese Liste',
    },
  },
};
