import type { article as english } from '../en/article.ts';
import { count } from './words.ts';

export const article: typeof english = {
  parts: {
    abstract: 'Résumé',
    back: 'À propos de cet article',
    references: 'Bibliographie',
    notes: 'Notes',
    start: 'Aller au texte',
  },
  article: {
    keywords: 'Mots-clés',
    paragraph: (n) => `Paragraphe ${n}`,
    note: (label) => `Note ${label}`,
    backTo: (label) => `Revenir à l’appel de la note ${label}`,
    threadsHere: (n, fresh) =>
      `${count(n, 'fil', 'fils')} ici${fresh > 0 ? `, dont ${count(fresh, 'nouveau', 'nouveaux')}` : ''}`,
    loading: 'Ouverture du séminaire',
    none: 'Rien à lire pour l’instant',
    noneInstructor: 'Apportez l’article que lira ce séminaire.',
    noneMember: 'Dès qu’un responsable apportera un article, il apparaîtra ici.',
    bring: 'Apporter un article',
    enlarge: 'Agrandir la figure',
    figure: 'Figure',
    larger: 'Plus grand',
    smaller: 'Plus petit',
    tableScrolls: 'Tableau, peut défiler',
    codeScrolls: 'Code, peut défiler',
    formulaScrolls: 'Formule, peut défiler',
    noPicture: 'L’image n’est pas disponible.',
    original: 'Fichier d’origine',
  },
};
