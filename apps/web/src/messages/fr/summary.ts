import type { summary as english } from '../en/summary.ts';
import { count } from './words.ts';

export const summary: typeof english = {
  summary: {
    title: 'Ce qui s’est dit',
    by: (n) => `par ${count(n, 'personne', 'personnes')}`,
    open: (n) => count(n, 'question ouverte', 'questions ouvertes'),
    pinned: 'épinglé',
    hidden: 'masqué pour la classe',
    maker: {
      extract: 'Avec les mots de ceux qui ont écrit,',
      model: 'Composé par un modèle, chaque phrase confrontée à ce qu’elle cite,',
      instructor: (name) => `Avec les mots de ${name},`,
    },
    positions: (from, to) => `de l’événement ${from} à ${to}`,
    cited: (name) => `Montrer ce que ${name} a écrit`,
    version: (n) => `Résumé ${n}`,
    earlier: (n) => (n === 1 ? 'Le précédent' : `Les ${n} précédents`),
    more: 'Plus',
    edit: 'Modifier',
    pin: 'Épingler tel quel',
    unpin: 'Désépingler',
    hide: 'Masquer pour la classe',
    show: 'Montrer à la classe',
    sentence: (n) => `Phrase ${n}`,
  },
};
