import type { audience as english } from '../en/audience.ts';
import { count, list } from './words.ts';

export const audience: typeof english = {
  audience: {
    label: 'Qui le lira',
    everyone: 'Tout le monde',
    everyoneHint: (n) => count(n, 'membre du séminaire', 'membres du séminaire'),
    onlyMe: 'Moi seul',
    onlyMeHint: 'une note pour vous-même',
    instructors: 'Les enseignants',
    privately: 'En privé à une personne',
    aside: (name) => `${name} et les enseignants`,
    youAnd: (names) => list(['vous', ...names]),
    alone: 'personne d’autre pour l’instant',
    groups: 'Groupes…',
    others: (n) => count(n, 'autre personne', 'autres'),
  },
  groups: {
    title: 'Groupes',
    open: 'Groupes',
    lead: 'Ce qui est dit à un groupe n’est lu que par ses membres : ceux d’aujourd’hui et ceux qui viendront.',
    none: 'Il n’y a pas encore de groupe.',
    name: 'Nom du groupe',
    form: 'Former le groupe',
    mayMove: 'Les membres peuvent entrer et sortir d’eux-mêmes',
    closed: 'Les enseignants répartissent les membres.',
    empty: 'Personne pour l’instant',
    join: 'Rejoindre',
    leave: 'Quitter',
    add: (group) => `Ajouter quelqu’un à ${group}`,
    addWhom: 'Ajouter…',
    remove: (name, group) => `Retirer ${name} de ${group}`,
    rename: 'Renommer',
    save: 'Enregistrer',
    unplaced: (n) => `${count(n, 'participant n’est', 'participants ne sont')} dans aucun groupe.`,
    divide: 'Les répartir entre les groupes',
  },
};
