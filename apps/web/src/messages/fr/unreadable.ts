/** Why a file can't be read, with the facts. In English the server says so itself. */
import type { OtherFormat, RefusalSentences } from '#article';
import { number } from './words.ts';

const q = (text = ''): string => `«\u00a0${text}\u00a0»`;

const EN_WORD = 'Ouvrez-le dans Word ou LibreOffice, enregistrez-le comme document Word (.docx), et apportez cela.';

const OTHER: Readonly<Record<OtherFormat, string>> = {
  odt: 'C’est un texte OpenDocument (ODT), qui ne peut pas être lu. Ouvrez-le dans LibreOffice, enregistrez-le comme document Word (.docx), et apportez cela.',
  epub: 'C’est un livre numérique (EPUB), qui ne peut pas être lu. Enregistrez le texte à lire comme page web ou document Word (.docx), et apportez cela.',
  xlsx: 'C’est un tableur (XLSX), qui ne peut pas être lu. Mettez le tableau dans un document texte (.docx), et apportez cela.',
  pptx: 'C’est une présentation (PPTX), qui ne peut pas être lue. Enregistrez son texte comme document Word (.docx) ou PDF, et apportez cela.',
  doc: `C’est un ancien document Word (DOC), qui ne peut pas être lu. ${EN_WORD}`,
  compressed:
    'C’est un fichier compressé, qui ne peut pas être lu. Décompressez-le, ou réunissez l’article et ses images dans une archive ZIP.',
  picture:
    'C’est une image, qui ne peut pas être lue. Si elle montre une page, faites-en reconnaître le texte (OCR) et apportez cela ; les images d’un article s’apportent avec lui.',
  rtf: `C’est un document RTF, qui ne peut pas être lu. ${EN_WORD}`,
  postscript:
    'C’est un fichier PostScript, qui ne peut pas être lu. Faites-en un PDF (avec ps2pdf, par exemple), et apportez cela.',
  latex:
    'C’est un document LaTeX, qui ne peut pas être lu. Apportez le PDF qui en est tiré, ou faites-en un document Word (pandoc paper.tex -o paper.docx).',
};

export const unreadable: RefusalSentences = {
  'file-too-large': ({ have = 0, most = 0 }) =>
    `Le fichier fait ${number(have)}\u00a0Mo, et ${number(most)}\u00a0Mo au plus peuvent être lus. Apportez-le en plusieurs parties, ou laissez de côté ce qui n’est pas du texte.`,
  'text-too-large': ({ have = 0, most = 0 }) =>
    `Le texte fait ${number(have)}\u00a0Mo, et ${number(most)}\u00a0Mo de texte brut au plus peuvent être lus. Apportez-le en plusieurs parties.`,
  'too-many-letters': ({ most = 0 }) =>
    `Il y a plus de ${number(most)} caractères dans ce fichier, et pas davantage ne peuvent être lus. Apportez-le en plusieurs parties.`,
  'too-many-pages': ({ have = 0, most = 0 }) =>
    `Le fichier a ${number(have)} pages, et ${number(most)} au plus peuvent être lues. Apportez-le en plusieurs parties.`,
  'too-long': ({ most = 0 }) =>
    `La lecture de ce fichier a pris plus de ${number(most)} secondes, ce qui est le maximum permis. Apportez-le en plusieurs parties, ou dans un autre format.`,
  'too-much-memory': ({ most = 0 }) =>
    `La lecture de ce fichier a demandé plus de ${number(most)}\u00a0Mo de mémoire, ce qui est le maximum permis. Apportez-le en plusieurs parties, ou dans un autre format.`,
  'too-deep': ({ most = 0 }) =>
    `Plus de ${number(most)} éléments sont imbriqués dans ce fichier. Simplifiez-le, ou apportez-le en texte brut.`,
  'pages-are-pictures': ({ have = 0 }) =>
    `${have === 1 ? 'La page de ce PDF est une image' : `Les ${number(have)} pages de ce PDF sont des images`} sans texte, telles qu’un scanner les laisse. Faites reconnaître le texte (OCR), et apportez cela.`,
  'too-many-files': ({ most = 0 }) =>
    `Il y a plus de ${number(most)} fichiers dans cette archive. Apportez l’article avec ses seules images.`,
  'unpacks-to-much': ({ most = 0 }) =>
    `Une fois décompressé, le fichier dépasse ${number(most)}\u00a0Mo, ce qu’aucun document ne contient. Il n’a pas été ouvert. Apportez l’article avec ses seules images.`,
  'leads-out': ({ words }) =>
    `L’archive contient un chemin qui en sort, ${q(words)}. Elle n’a pas été ouverte. Refaites-la.`,
  'old-encoding': () =>
    'Ce texte n’est pas en UTF-8 mais dans un encodage plus ancien, comme Windows-1252. Ouvrez-le dans l’éditeur qui a servi à l’écrire, enregistrez-le en UTF-8, et apportez cela.',
  'other-encoding': ({ words }) =>
    `Le fichier n’est pas dans l’encodage qu’il annonce (${q(words)}). Enregistrez-le en UTF-8.`,
  'ill-formed-xml': ({ words }) => `Le XML n’est pas bien formé : ${q(words)}. Exportez-le de nouveau.`,
  'no-word-document': () => 'Il n’y a pas de document Word dans ce fichier. Enregistrez-le de nouveau en .docx.',
  'other-xml': ({ words }) => `C’est du XML, mais pas un article : il commence par ${q(words)}. Apportez du JATS.`,
  'other-format': ({ format = 'compressed' }) => OTHER[format],
  'which-article': ({ names = [], more = 0 }) =>
    `Lequel est l’article : ${[...names.map(q), ...(more > 0 ? [`${number(more)} de plus`] : [])].join(', ')} ? Apportez-le avec ses seules images.`,
};
