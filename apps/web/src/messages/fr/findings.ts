/** What a reader guessed, mended and left out. In English the server says so itself. */
import type { Facts, Saying, Sentence } from '#article';
import { number } from './words.ts';

const q = (text: string | undefined): string => `«\u00a0${text ?? ''}\u00a0»`;
const named = (text: string | undefined): string => (text ? ` ${q(text)}` : '');

function because({ why = 'absent', most = 0 }: Facts): string {
  switch (why) {
    case 'absent':
      return 'elle n’est pas venue avec le fichier';
    case 'not-in-file':
      return 'elle n’est pas dans le fichier';
    case 'kind':
      return 'ce n’est ni un PNG, ni un JPEG, ni un GIF, ni un WebP';
    case 'size':
      return `elle dépasse ${number(most)} octets`;
    case 'number':
      return `il y a plus de ${number(most)} images`;
    case 'drawn':
      return 'elle est dessinée avec des traits, qui ne sont pas repris';
    case 'undecodable':
      return 'elle ne peut pas être décodée';
  }
}

export const findings: Readonly<Record<Saying, Sentence>> = {
  'title-from-name': ({ words }) => `Le texte n’a pas de titre ; il porte donc le nom du fichier : ${q(words)}.`,
  'note-idle': ({ label, words }) =>
    `Rien ne renvoie à la note ${label}, ${q(words)}. Elle est gardée après les autres.`,
  'note-missing': ({ label }) => `Il n’y a pas de note ${label}.`,
  'note-missing-somewhere': () => 'La note d’un renvoi manque.',
  'note-joined': ({ words, label }) => `${q(words)} est pris pour la suite de la note ${label}.`,
  'note-label-inferred': ({ words, label }) =>
    `La note ${q(words)}, qui n’a pas de numéro, est prise pour la note ${label}.`,
  'note-moved': ({ label, second }) =>
    `La note ${label}, qui se trouvait après la note ${second}, est remise à sa place.`,
  'note-renumbered': ({ label, second }) => `La note ${label} est devenue la note ${second}.`,
  'notes-counted': ({ count }) =>
    `La numérotation des notes recommence dans le texte ; les ${count} notes sont donc numérotées d’un bout à l’autre.`,
  'reference-moved': ({ label, words }) =>
    `Le renvoi à la note ${label} passe du titre ${q(words)} au texte qui le suit.`,
  'picture-missing': (facts) => `L’image${named(facts.words)} manque : ${because(facts)}.`,
  'picture-in-line-missing': (facts) => `Une image dans la ligne${named(facts.words)} manque : ${because(facts)}.`,
  'formula-picture-missing': (facts) => `Une formule qui est une image manque : ${because(facts)}.`,
  'picture-of-page-missing': (facts) =>
    `L’image de la figure${named(facts.words)}, page ${facts.count}, n’est pas reprise : ${because(facts)}.${facts.other ? ` Les mots qu’elle contient manquent aussi : ${q(facts.other)}.` : ''}`,
  'figure-without-picture': ({ words, count }) =>
    `La figure${named(words)}, page ${count}, n’a pas d’image, seulement une légende.`,
  'link-left-out': ({ words }) => `Les mots ${q(words)} sont gardés sans leur lien.`,
  'link-to-left-out': ({ words, other }) => `Les mots ${q(words)} sont gardés sans leur lien vers ${q(other)}.`,
  'link-of-list-left-out': ({ count, words }) => `L’adresse du lien ${count} n’est pas reprise : ${q(words)}.`,
  'around-the-article': ({ words }) => `Ne fait pas partie de l’article et manque : ${q(words)}.`,
  'page-head': ({ words }) => `Le titre courant ${q(words)} est omis.`,
  'title-page-line': ({ words }) => `La ligne ${q(words)} de la page de titre est omise.`,
  'glyph-removed': ({ words, other }) => `${q(words)} à côté du nom ${q(other)} est retiré.`,
  'word-mended': ({ words, other }) => `${q(words)} est lu comme ${q(other)}.`,
  'paragraph-joined': ({ words }) => `${q(words)} est joint au paragraphe qu’il continue.`,
  'front-matter-unreadable': ({ words }) => `Les données en tête du fichier sont illisibles : ${words}.`,
  'front-matter-ignored': ({ words }) => `${q(words)}, en tête du fichier, a une forme inconnue et manque.`,
  'html-left-out': ({ words }) => `Le HTML ${q(words)} est omis.`,
  'embedded-left-out': ({ words }) => `Ce qui est montré ici depuis un autre site${named(words)} manque.`,
  'box-opened': ({ words }) => `Ce qui se trouvait dans un encadré est maintenant du texte : ${q(words)}.`,
  'heading-guessed': ({ words }) => `Le paragraphe ${q(words)} est pris pour un titre, parce qu’il est tout en gras.`,
  'quotation-guessed': ({ words }) =>
    `Le paragraphe ${q(words)} est pris pour une citation, parce qu’il est en retrait.`,
  'deleted-left-out': ({ words }) => `Ce qui était supprimé est omis : ${q(words)}.`,
  'sign-left-out': ({ words }) =>
    `Un signe de la police ${q(words)}, qui n’est une lettre nulle part ailleurs, est omis.`,
  'file-within-left-out': () => 'Une partie qui est un fichier à elle seule dans celui-ci est omise.',
  'page-without-text': ({ count }) =>
    `La page ${count} n’a pas de texte : elle est vide, ou c’est une image, par exemple numérisée. Faites reconnaître le texte, puis ajoutez ce fichier.`,
  'letters-unknown': ({ count, words }) =>
    `La police de la page ${count} ne dit pas ce que sont toutes ses lettres ; � tient lieu des autres, comme dans ${q(words)}.`,
  'turned-left-out': ({ words }) => `${q(words)}, placé en travers de la page, est omis.`,
  'formula-guessed': ({ words }) => `La formule ${q(words)} est déduite de la place de ses signes.`,
  'table-guessed': ({ words }) => `Le tableau ${q(words)} est déduit de la place de ses mots.`,
  'table-as-text': ({ words }) => `Le tableau ${q(words)} est lu comme du texte suivi. Vérifiez ce qui l’entoure.`,
};
