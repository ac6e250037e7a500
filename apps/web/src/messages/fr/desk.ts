import type { desk as english } from '../en/desk.ts';
import { count, form, number } from './words.ts';

export const desk: typeof english = {
  desk: {
    tagline: 'Un séminaire autour d’un article.',
    explain:
      'Apportez un texte, partagez un lien et lisez-le ensemble : commentaires et questions se tiennent à côté du passage dont ils parlent, en direct ou sur des semaines.',
    open: 'Ouvrir un séminaire',
    openAnother: 'Ouvrir un autre séminaire',
    name: 'Votre nom',
    nameHint: 'Tel que les autres le verront',
    title: 'Titre du séminaire',
    titleHint: 'Théories de la coopération, automne',
    submit: 'Ouvrir le séminaire',
    invited: 'On vous a invité ? Ouvrez le lien que vous avez reçu.',
    yours: 'Vos séminaires',
    hello: (name) => `Connecté en tant que ${name}`,
    signOut: 'Se déconnecter',
    noArticle: 'Pas encore d’article',
    members: (n) => count(n, 'membre', 'membres'),
    annotations: (n) => count(n, 'annotation', 'annotations'),
    questions: (n) => count(n, 'question ouverte', 'questions ouvertes'),
    active: (ago) => `dernière activité ${ago}`,
  },
  join: {
    invited: 'Vous êtes invité à lire ensemble',
    as: (role) => `Votre rôle : ${role}`,
    reading: 'On lit',
    members: (n) =>
      n === 0
        ? 'Personne n’a encore rejoint le séminaire'
        : `${number(n)} ${form(n, 'personne l’a', 'personnes l’ont')} déjà rejoint`,
    name: 'Votre nom',
    nameHint: 'Tel que les autres le verront',
    submit: 'Rejoindre',
  },
  share: {
    title: 'Partager le lien',
    lead: 'Qui l’ouvre rejoint le séminaire dans ce rôle, sous le nom de son choix.',
    role: 'On rejoint en tant que',
    roleHint: {
      participant: 'lit, annote, répond',
      observer: 'lit et prend des notes pour soi',
      instructor: 'peut aussi apporter des articles et modérer',
    },
    make: 'Créer un lien',
    copy: 'Copier le lien',
    takeBack: 'Retirer',
    until: (day) => `valable jusqu’au ${day}`,
    toRoom: 'Aller à la salle de lecture',
  },
};
