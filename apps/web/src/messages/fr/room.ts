import type { room as english } from '../en/room.ts';
import { count } from './words.ts';

export const room: typeof english = {
  top: {
    sections: 'Sections',
    text: 'Texte et couleurs',
    share: 'Partager',
    keys: 'Clavier',
    mail: 'E-mails',
    desk: 'Vos séminaires',
    members: (n) => count(n, 'membre', 'membres'),
    here: 'Ici en ce moment',
  },
  progress: {
    read: (n) => `${n} % lu`,
    left: (n) => (n === 0 ? 'Moins d’une minute restante' : `Encore ${count(n, 'minute', 'minutes')} environ`),
    resumed: 'Vous en étiez là',
    toStart: 'Au début',
  },
  print: {
    article: 'Imprimer',
    discussion: 'Imprimer avec la discussion',
    title: 'Discussion',
    on: (n) => (n === undefined ? 'sur le texte' : `sur le ¶${n}`),
  },
  newer: { came: 'Une nouvelle version de Catena est arrivée.', load: 'La charger' },
  timeline: {
    label: 'Ce qui s’est dit au fil du temps',
    now: 'Maintenant',
    close: 'Fermer la frise',
    open: 'Frise chronologique',
    bar: (n, day) => `${day} : ${n}`,
  },
  toast: { deleted: 'Supprimé', undo: 'Annuler', highlighted: 'Surligné', linkCopied: 'Lien copié' },
  settings: {
    size: 'Taille',
    leading: 'Interligne',
    leadings: { tight: 'Serré', normal: 'Normal', loose: 'Large' },
    face: 'Police',
    serif: 'Avec empattements',
    sans: 'Sans empattements',
    theme: 'Couleurs',
    themes: { system: 'Système', light: 'Clair', sepia: 'Sépia', dark: 'Sombre' },
    sizes: { s: 'Petite', m: 'Moyenne', l: 'Grande', xl: 'Très grande' },
  },
  keys: {
    title: 'Clavier',
    does: {
      paragraphs: 'Paragraphe suivant, précédent',
      threads: 'Fil suivant, précédent',
      comment: 'Commenter la sélection ou le paragraphe',
      question: 'Poser une question à ce sujet',
      highlight: 'Surligner',
      reply: 'Répondre dans le fil ouvert',
      open: 'Ouvrir le premier fil du paragraphe',
      post: 'Publier',
      close: 'Fermer le fil ; ce que vous avez écrit est conservé',
      help: 'Cette liste',
    },
  },
};
