import type { bring as english } from '../en/bring.ts';
import { count } from './words.ts';

export const bring: typeof english = {
  bring: {
    title: 'Apporter un article',
    lead: 'Déposez un document Word, une page web enregistrée, du XML JATS, du Markdown ou du texte brut, ou collez le texte. Vous voyez ce qui a été compris, et pouvez le corriger, avant tout le monde.',
    drop: 'Déposez ici un fichier .pdf, .docx, .html, .xml, .md ou .txt',
    choose: 'Choisir un fichier',
    paste: 'ou collez le texte',
    read: 'Aperçu',
    reading: 'Lecture',
    again: 'En choisir un autre',
    found: 'Ce qui a été trouvé',
    titleField: 'Titre',
    sections: 'Sections',
    paragraphs: (n) => count(n, 'paragraphe', 'paragraphes'),
    notes: (n) => count(n, 'note', 'notes'),
    references: (n) => count(n, 'référence', 'références'),
    readAs: (format) => `Lu comme ${format}.`,
    mend: {
      higher: 'Monter d’un niveau',
      lower: 'Descendre d’un niveau',
      merge: 'Joindre au paragraphe précédent',
      split: 'Couper au curseur',
      drop: 'Laisser de côté',
    },
    diagnostics: (n) => count(n, 'point à vérifier', 'points à vérifier'),
    place: (place) => {
      if ('paragraph' in place) return `paragraphe ${place.paragraph}`;
      const line = place.line === undefined ? [] : [`ligne ${place.line}`];
      return ('page' in place ? [`page ${place.page}`, ...line] : line).join(', ');
    },
    fine: 'Rien d’étrange.',
    beginning: 'Comment il commence',
    publish: 'Publier dans le séminaire',
    publishing: 'Publication',
    back: 'Retour au séminaire',
    untitled: 'Section sans titre',
    asVersion: 'Publier comme',
    newArticle: 'Un nouvel article',
    newVersion: (title, n) => `Version ${n} de « ${title} »`,
  },
};
