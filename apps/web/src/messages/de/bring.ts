import type { bring as english } from '../en/bring.ts';
import { count } from './words.ts';

export const bring: typeof english = {
  bring: {
    title: 'Artikel einstellen',
    lead: 'Legen Sie ein Word-Dokument, eine gespeicherte Webseite, JATS-XML, Markdown oder reinen Text ab, oder fügen Sie den Text ein. Sie sehen, was erkannt wurde, und können es verbessern, bevor es jemand anderes sieht.',
    drop: 'Legen Sie hier eine Datei ab: .pdf, .docx, .html, .xml, .md oder .txt',
    choose: 'Datei wählen',
    paste: 'oder fügen Sie den Text ein',
    read: 'Vorschau',
    reading: 'Wird gelesen',
    again: 'Eine andere wählen',
    found: 'Was gefunden wurde',
    titleField: 'Titel',
    sections: 'Abschnitte',
    paragraphs: (n) => count(n, 'Absatz', 'Absätze'),
    notes: (n) => count(n, 'Anmerkung', 'Anmerkungen'),
    references: (n) => count(n, 'Literaturangabe', 'Literaturangaben'),
    readAs: (format) => `Gelesen als ${format}.`,
    mend: {
      higher: 'Eine Ebene höher',
      lower: 'Eine Ebene tiefer',
      merge: 'Mit dem Absatz darüber verbinden',
      split: 'An der Schreibmarke teilen',
      drop: 'Weglassen',
    },
    diagnostics: (n) => count(n, 'Stelle zum Nachsehen', 'Stellen zum Nachsehen'),
    place: (place) => {
      if ('paragraph' in place) return `Absatz ${place.paragraph}`;
      const line = place.line === undefined ? [] : [`Zeile ${place.line}`];
      return ('page' in place ? [`Seite ${place.page}`, ...line] : line).join(', ');
    },
    fine: 'Nichts ist aufgefallen.',
    beginning: 'So beginnt er',
    publish: 'Im Seminar veröffentlichen',
    publishing: 'Wird veröffentlicht',
    back: 'Zurück zum Seminar',
    untitled: 'Abschnitt ohne Titel',
    asVersion: 'Veröffentlichen als',
    newArticle: 'Neuer Artikel',
    newVersion: (title, n) => `Fassung ${n} von „${title}“`,
  },
};
