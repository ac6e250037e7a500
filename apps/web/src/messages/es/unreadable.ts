/** Why a file can't be read, with the facts. In English the server says so itself. */
import type { OtherFormat, RefusalSentences } from '#article';
import { number } from './words.ts';

const q = (text = ''): string => `«${text}»`;

const COMO_WORD = 'Ábrelo en Word o LibreOffice, guárdalo como documento de Word (.docx) y trae ese archivo.';

const OTHER: Readonly<Record<OtherFormat, string>> = {
  odt: 'Es un texto OpenDocument (ODT), que no se puede leer. Ábrelo en LibreOffice, guárdalo como documento de Word (.docx) y trae ese archivo.',
  epub: 'Es un libro electrónico (EPUB), que no se puede leer. Guarda el texto que se va a leer como página web o documento de Word (.docx) y trae ese archivo.',
  xlsx: 'Es una hoja de cálculo (XLSX), que no se puede leer. Pon la tabla en un documento de texto (.docx) y trae ese archivo.',
  pptx: 'Es una presentación (PPTX), que no se puede leer. Guarda su texto como documento de Word (.docx) o PDF y trae ese archivo.',
  doc: `Es un documento antiguo de Word (DOC), que no se puede leer. ${COMO_WORD}`,
  compressed:
    'Es un archivo comprimido, que no se puede leer. Descomprímelo, o empaqueta el artículo y sus imágenes como archivo ZIP.',
  picture:
    'Es una imagen, que no se puede leer. Si muestra una página, haz reconocer su texto (OCR) y trae ese texto; las imágenes de un artículo se traen junto con él.',
  rtf: `Es un documento RTF, que no se puede leer. ${COMO_WORD}`,
  postscript:
    'Es un archivo PostScript, que no se puede leer. Conviértelo en PDF (con ps2pdf, por ejemplo) y trae ese archivo.',
  latex:
    'Es un documento LaTeX, que no se puede leer. Trae el PDF que se genera con él, o conviértelo en un documento de Word (pandoc paper.tex -o paper.docx).',
};

export const unreadable: RefusalSentences = {
  'file-too-large': ({ have = 0, most = 0 }) =>
    `El archivo ocupa ${number(have)} MB, y se pueden leer ${number(most)} MB como mucho. Tráelo por partes, o deja fuera lo que no sea texto.`,
  'text-too-large': ({ have = 0, most = 0 }) =>
    `El texto ocupa ${number(have)} MB, y se pueden leer ${number(most)} MB de texto sin formato como mucho. Tráelo por partes.`,
  'too-many-letters': ({ most = 0 }) =>
    `En este archivo hay más de ${number(most)} caracteres, y no se pueden leer más. Tráelo por partes.`,
  'too-many-pages': ({ have = 0, most = 0 }) =>
    `El archivo tiene ${number(have)} páginas, y se pueden leer ${number(most)} como mucho. Tráelo por partes.`,
  'too-long': ({ most = 0 }) =>
    `Leer este archivo llevó más de ${number(most)} segundos, que es todo lo que puede llevar. Tráelo por partes o en otro formato.`,
  'too-much-memory': ({ most = 0 }) =>
    `Leer este archivo necesitó más de ${number(most)} MB de memoria, que es todo lo que se le concede. Tráelo por partes o en otro formato.`,
  'too-deep': ({ most = 0 }) =>
    `En este archivo hay más de ${number(most)} elementos unos dentro de otros. Simplifícalo, o tráelo como texto sin formato.`,
  'pages-are-pictures': ({ have = 0 }) =>
    `${have === 1 ? 'La página de este PDF es una imagen' : `Las ${number(have)} páginas de este PDF son imágenes`} sin texto, como las deja un escáner. Haz reconocer el texto (OCR) y trae el resultado.`,
  'too-many-files': ({ most = 0 }) =>
    `En este archivo comprimido hay más de ${number(most)} archivos. Trae el artículo solo con sus propias imágenes.`,
  'unpacks-to-much': ({ most = 0 }) =>
    `El archivo se descomprime en más de ${number(most)} MB, que ningún documento ocupa. No se ha abierto. Trae el artículo solo con sus propias imágenes.`,
  'leads-out': ({ words }) =>
    `El archivo comprimido tiene una ruta que sale de él: ${q(words)}. No se ha abierto. Vuelve a empaquetarlo.`,
  'old-encoding': () =>
    'Este texto no está en UTF-8, sino en una codificación más antigua, como Windows-1252. Ábrelo en el editor con el que se escribió, guárdalo con la codificación UTF-8 y trae ese archivo.',
  'other-encoding': ({ words }) => `El archivo no está en la codificación que indica (${q(words)}). Guárdalo en UTF-8.`,
  'ill-formed-xml': ({ words }) => `El XML no está bien formado: ${q(words)}. Expórtalo de nuevo.`,
  'no-word-document': () => 'En este archivo no hay ningún documento de Word. Guárdalo de nuevo como .docx.',
  'other-xml': ({ words }) => `Es XML, pero no un artículo: empieza por ${q(words)}. Trae JATS.`,
  'other-format': ({ format = 'compressed' }) => OTHER[format],
  'which-article': ({ names = [], more = 0 }) =>
    `¿Cuál de estos es el artículo: ${[...names.map(q), ...(more > 0 ? [`${number(more)} más`] : [])].join(', ')}? Tráelo solo con sus imágenes.`,
};
