import type { bring as english } from '../en/bring.ts';
import { count } from './words.ts';

export const bring: typeof english = {
  bring: {
    title: 'Ajouter un article',
    lead: 'Vous voyez ce qui a été compris et pouvez le corriger avant que quiconque ne le voie.',
    drop: 'Déposez un fichier ici',
    dropHint:
      'Word, PDF, une page web enregistrée, JATS, Markdown ou texte brut. Déposez ses images ou son dossier en même temps.',
    choose: 'Choisir un fichier',
    chooseFolder: 'Choisir un dossier',
    paste: 'ou collez le texte',
    pasted: 'Texte collé',
    read: 'Aperçu',
    sending: 'Envoi en cours',
    unfinished: 'Ajouté, mais pas encore publié',
    takeAway: 'Abandonner',
    status: { reading: 'en cours de lecture', ready: 'prêt', failed: 'n’a pas pu être lu' },
    waiting: 'En attente de son tour',
    waitingHint:
      'Vous pouvez quitter cette page : la lecture continue, et le fichier reste listé là où vous ajoutez des articles.',
    stages: {
      opening: 'Ouverture du fichier',
      reading: 'Lecture du texte',
      pages: 'Lecture des pages',
      assembling: 'Assemblage',
    },
    pages: (done, of) => `Page ${done} sur ${of}`,
    stop: 'Arrêter',
    failed: 'Ce fichier n’a pas pu être lu',
    kept: 'Le fichier est conservé afin que vous puissiez réessayer.',
    readAgainAs: 'Le lire comme',
    guessed: 'ce à quoi il ressemble',
    tryAgain: 'Réessayer',
    readAs: (format) => `Lu comme ${format}`,
    undo: 'Annuler',
    redo: 'Rétablir',
    saved: {
      kept: 'Modifications conservées',
      keeping: 'Enregistrement …',
      unkept: 'Pas encore conservées ; nouvel essai en cours',
    },
    outline: 'Plan',
    front: 'Liminaires',
    titleField: 'Titre',
    subtitleField: 'Sous-titre',
    authorsField: 'Auteurs',
    authorsHint: 'un par ligne, une virgule avant son institution',
    abstractField: 'Résumé',
    abstractHint: 'une ligne vide sépare les paragraphes',
    headingField: 'Intertitre',
    paragraphs: (n) => count(n, 'paragraphe', 'paragraphes'),
    notes: (n) => count(n, 'note', 'notes'),
    references: (n) => count(n, 'référence', 'références'),
    pictures: (n) => count(n, 'image', 'images'),
    mend: {
      tools: 'Corriger ce passage',
      higher: 'Un niveau plus haut',
      lower: 'Un niveau plus bas',
      merge: 'Joindre au paragraphe précédent',
      split: 'Couper au curseur',
      splitHint: 'Cliquez d’abord dans le texte, là où il faut couper.',
      drop: 'Supprimer',
    },
<<<<<<< HEAD
    findings: 'À vérifier',
    kinds: { 'left-out': 'Laissé de côté', guessed: 'Deviné', mended: 'Corrigé' },
    show: 'Montrer',
    more: (n) => `${n} de plus`,
=======
    diagnostics: (n) => count(n, 'point à vérifier', 'points à vérifier'),
    place: (place) => {
      if ('paragraph' in place) return `paragraphe ${place.paragraph}`;
      const line = place.line === undefined ? [] : [`ligne ${place.line}`];
      return ('page' in place ? [`page ${place.page}`, ...line] : line).join(', ');
    },
>>>>>>> f8b0850 (Load menus, forms and open threads after the text: 144 kB before one can read)
    fine: 'Rien d’étrange.',
    text: 'L’article tel qu’il sera lu',
    publish: 'Publier',
    publishing: 'Publication',
    line: (n) => `ligne ${n}`,
    page: (n) => `p. ${n}`,
    paragraph: (n) => `paragraphe ${n}`,
    back: 'Retour au séminaire',
    untitled: 'Section sans titre',
    asVersion: 'Publier comme',
    newArticle: 'Un nouvel article',
    newVersion: (title, n) => `Version ${n} de « ${title} »`,
  },
};
