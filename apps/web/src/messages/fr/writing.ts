import type { writing as english } from '../en/writing.ts';
import { count } from './words.ts';

export const writing: typeof english = {
  composer: {
    reply: 'Écrire une réponse',
    commenting: 'Que voulez-vous dire à ce sujet ?',
    questioning: 'Que voulez-vous demander ?',
    highlighting: 'Dites pourquoi, ou restez-en au surlignage',
    markdown: 'Markdown',
    motivation: 'Ce que c’est',
    post: 'Publier',
    save: 'Enregistrer',
    tags: 'Étiquettes, séparées par des virgules',
    tooLong: (over) => `${count(over, 'caractère', 'caractères')} de trop`,
    kept: 'Brouillon conservé',
    discard: 'Abandonner',
    tryAgain: 'Réessayer',
    edit: 'Modifier',
    notPosted: 'Non publié',
    stale: 'Le texte a changé depuis que vous l’avez ouvert. Voici ce qu’il est maintenant :',
    useMine: 'Remplacer par le mien',
  },
  selection: { label: 'Dire quelque chose de ce passage', tooMany: 'Choisissez un passage plus court.' },
};
