import type { article as english } from '../en/article.ts';
import { count } from './words.ts';

export const article: typeof english = {
  parts: {
    abstract: 'Zusammenfassung',
    back: 'Über diesen Artikel',
    references: 'Literatur',
    notes: 'Anmerkungen',
    start: 'Zum Text',
  },
  article: {
    keywords: 'Schlagwörter',
    paragraph: (n) => `Absatz ${n}`,
    note: (label) => `Anmerkung ${label}`,
    backTo: (label) => `Zurück zur Stelle von Anmerkung ${label}`,
    threadsHere: (n, fresh) => `${count(n, 'Gespräch', 'Gespräche')} hier${fresh > 0 ? `, ${fresh} neu` : ''}`,
    loading: 'Das Seminar wird geöffnet',
    none: 'Noch nichts zu lesen',
    noneInstructor: 'Stellen Sie den Artikel ein, den dieses Seminar lesen wird.',
    noneMember: 'Sobald die Seminarleitung einen Artikel einstellt, erscheint er hier.',
    bring: 'Artikel einstellen',
    enlarge: 'Abbildung vergrößern',
    figure: 'Abbildung',
    larger: 'Größer',
    smaller: 'Kleiner',
    tableScrolls: 'Tabelle, lässt sich verschieben',
    codeScrolls: 'Code, lässt sich verschieben',
    formulaScrolls: 'Formel, lässt sich verschieben',
    noPicture: 'Das Bild liegt nicht vor.',
    original: 'Originaldatei',
  },
};
