import type { bring as english } from '../en/bring.ts';
import { count } from './words.ts';

export const bring: typeof english = {
  bring: {
    title: 'Artikel einstellen',
    lead: 'Sie sehen, was erkannt wurde, und können es verbessern, bevor es jemand anderes sieht.',
    drop: 'Legen Sie hier eine Datei ab',
    dropHint:
      'Word, PDF, eine gespeicherte Webseite, JATS, Markdown oder reiner Text. Legen Sie die Bilder oder den Ordner gleich mit ab.',
    choose: 'Datei wählen',
    chooseFolder: 'Ordner wählen',
    paste: 'oder fügen Sie den Text ein',
    pasted: 'Eingefügter Text',
    read: 'Vorschau',
    sending: 'Wird gesendet',
    unfinished: 'Eingestellt, aber noch nicht veröffentlicht',
    takeAway: 'Verwerfen',
    status: { reading: 'wird gelesen', ready: 'bereit', failed: 'konnte nicht gelesen werden' },
    waiting: 'Wartet, bis es an der Reihe ist',
    waitingHint:
      'Sie können diese Seite verlassen: Es geht weiter und steht dort in der Liste, wo Sie Artikel einstellen.',
    stages: {
      opening: 'Datei wird geöffnet',
      reading: 'Text wird gelesen',
      pages: 'Seiten werden gelesen',
      assembling: 'Alles wird zusammengesetzt',
    },
    pages: (done, of) => `Seite ${done} von ${of}`,
    stop: 'Anhalten',
    failed: 'Diese Datei konnte nicht gelesen werden',
    kept: 'Die Datei bleibt aufbewahrt, damit Sie es noch einmal versuchen können.',
    readAgainAs: 'Lesen als',
    guessed: 'wonach sie aussieht',
    tryAgain: 'Noch einmal versuchen',
    readAs: (format) => `Gelesen als ${format}`,
    undo: 'Rückgängig',
    redo: 'Wiederholen',
    saved: {
      kept: 'Änderungen sind aufbewahrt',
      keeping: 'Wird aufbewahrt …',
      unkept: 'Noch nicht aufbewahrt; neuer Versuch folgt',
    },
    outline: 'Gliederung',
    front: 'Titelei',
    titleField: 'Titel',
    subtitleField: 'Untertitel',
    authorsField: 'Verfasserinnen und Verfasser',
    authorsHint: 'je Zeile eine Person, nach einem Komma ihre Einrichtung',
    abstractField: 'Zusammenfassung',
    abstractHint: 'eine Leerzeile trennt Absätze',
    headingField: 'Überschrift',
    paragraphs: (n) => count(n, 'Absatz', 'Absätze'),
    notes: (n) => count(n, 'Anmerkung', 'Anmerkungen'),
    references: (n) => count(n, 'Literaturangabe', 'Literaturangaben'),
    pictures: (n) => count(n, 'Bild', 'Bilder'),
    mend: {
      tools: 'Diese Stelle verbessern',
      higher: 'Ebene höher',
      lower: 'Ebene tiefer',
      merge: 'Mit dem Absatz darüber verbinden',
      split: 'An der Schreibmarke teilen',
      splitHint: 'Klicken Sie zuerst in den Text, wo er geteilt werden soll.',
      drop: 'Weglassen',
    },
<<<<<<< HEAD
    findings: 'Zum Nachsehen',
    kinds: { 'left-out': 'Weggelassen', guessed: 'Erschlossen', mended: 'Verbessert' },
    show: 'Zeigen',
    more: (n) => `${n} weitere`,
=======
    diagnostics: (n) => count(n, 'Stelle zum Nachsehen', 'Stellen zum Nachsehen'),
    place: (place) => {
      if ('paragraph' in place) return `Absatz ${place.paragraph}`;
      const line = place.line === undefined ? [] : [`Zeile ${place.line}`];
      return ('page' in place ? [`Seite ${place.page}`, ...line] : line).join(', ');
    },
>>>>>>> f8b0850 (Load menus, forms and open threads after the text: 144 kB before one can read)
    fine: 'Nichts ist aufgefallen.',
    text: 'Der Artikel, wie er gelesen wird',
    publish: 'Veröffentlichen',
    publishing: 'Wird veröffentlicht',
    line: (n) => `Zeile ${n}`,
    page: (n) => `Seite ${n}`,
    paragraph: (n) => `Absatz ${n}`,
    back: 'Zurück zum Seminar',
    untitled: 'Abschnitt ohne Titel',
    asVersion: 'Veröffentlichen als',
    newArticle: 'Neuer Artikel',
    newVersion: (title, n) => `Fassung ${n} von „${title}“`,
  },
};
