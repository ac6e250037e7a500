import type { common as english } from '../en/common.ts';
import { list, number } from './words.ts';

export const common: typeof english = {
  brand: 'Catena',
  list,
  number,
  roles: { instructor: 'responsable', participant: 'participant·e', observer: 'observateur·rice' },
  someone: 'Quelqu’un',
  you: 'vous',
  close: 'Fermer',
  cancel: 'Annuler',
  copied: 'Copié',
  language: 'Langue',
  languageOfBrowser: (name) => `Celle du navigateur (${name})`,
  motivation: {
    commenting: 'Commentaire',
    questioning: 'Question',
    highlighting: 'Surlignage',
    replying: 'Réponse',
    describing: 'Description',
    linking: 'Lien',
    bookmarking: 'Signet',
  },
  trouble: {
    nowhere: 'Il n’y a rien à cette adresse',
    nowhereDo: 'Vérifiez le lien, ou allez à vos séminaires.',
    session: 'Personne n’est connecté ici',
    sessionDo: 'Ouvrez dans ce navigateur l’invitation reçue ou le lien qui vous a servi à vous connecter.',
    notMember: 'Vous ne faites pas partie de ce séminaire',
    notMemberDo: 'Demandez le lien d’invitation à un responsable.',
    server: 'Le serveur est injoignable',
    serverDo: 'Il redémarre peut-être. Ce que vous avez écrit est conservé dans ce navigateur.',
    broken: 'Quelque chose s’est cassé sur cette page',
    brokenDo: 'Rechargez-la. Ce que vous avez écrit est conservé dans ce navigateur.',
    again: 'Réessayer',
    toDesk: 'Vos séminaires',
  },
  /** What the page itself says of a request that did not get through. */
  failed: {
    'server/unavailable': 'Le serveur est occupé ou redémarre. Ce que vous avez écrit est conservé et sera renvoyé.',
    'server/failure': 'Quelque chose a échoué sur le serveur. Ce que vous avez écrit est conservé.',
  },
};
