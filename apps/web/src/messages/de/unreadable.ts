/** Why a file can't be read, with the facts. In English the server says so itself. */
import type { OtherFormat, RefusalSentences } from '#article';
import { number } from './words.ts';

const q = (text = ''): string => `„${text}“`;

const ALS_WORD =
  'Öffnen Sie sie in Word oder LibreOffice, speichern Sie sie als Word-Dokument (.docx) und stellen Sie das ein.';

const OTHER: Readonly<Record<OtherFormat, string>> = {
  odt: 'Das ist ein OpenDocument-Text (ODT), der nicht gelesen werden kann. Öffnen Sie ihn in LibreOffice, speichern Sie ihn als Word-Dokument (.docx) und stellen Sie das ein.',
  epub: 'Das ist ein E-Book (EPUB), das nicht gelesen werden kann. Speichern Sie den Text, um den es geht, als Webseite oder Word-Dokument (.docx) und stellen Sie das ein.',
  xlsx: 'Das ist eine Tabellenkalkulation (XLSX), die nicht gelesen werden kann. Setzen Sie die Tabelle in ein Textdokument (.docx) und stellen Sie das ein.',
  pptx: 'Das ist eine Präsentation (PPTX), die nicht gelesen werden kann. Speichern Sie ihren Text als Word-Dokument (.docx) oder PDF und stellen Sie das ein.',
  doc: `Das ist eine alte Word-Datei (DOC), die nicht gelesen werden kann. ${ALS_WORD}`,
  compressed:
    'Das ist eine komprimierte Datei, die nicht gelesen werden kann. Entpacken Sie sie, oder packen Sie den Artikel und seine Bilder als ZIP-Archiv.',
  picture:
    'Das ist ein Bild, das nicht gelesen werden kann. Zeigt es eine Seite, so lassen Sie den Text erkennen (OCR) und stellen das ein; Bilder eines Artikels kommen mit ihm zusammen.',
  rtf: `Das ist eine RTF-Datei, die nicht gelesen werden kann. ${ALS_WORD}`,
  postscript:
    'Das ist eine PostScript-Datei, die nicht gelesen werden kann. Machen Sie ein PDF daraus (etwa mit ps2pdf) und stellen Sie das ein.',
  latex:
    'Das ist ein LaTeX-Dokument, das nicht gelesen werden kann. Stellen Sie das PDF ein, das daraus entsteht, oder machen Sie ein Word-Dokument daraus (pandoc paper.tex -o paper.docx).',
};

export const unreadable: RefusalSentences = {
  'file-too-large': ({ have = 0, most = 0 }) =>
    `Die Datei hat ${number(have)} MB, und höchstens ${number(most)} MB können gelesen werden. Stellen Sie sie in Teilen ein, oder lassen Sie weg, was kein Text ist.`,
  'text-too-large': ({ have = 0, most = 0 }) =>
    `Der Text hat ${number(have)} MB, und höchstens ${number(most)} MB reiner Text können gelesen werden. Stellen Sie ihn in Teilen ein.`,
  'too-many-letters': ({ most = 0 }) =>
    `In dieser Datei stehen mehr als ${number(most)} Zeichen, und mehr können nicht gelesen werden. Stellen Sie sie in Teilen ein.`,
  'too-many-pages': ({ have = 0, most = 0 }) =>
    `Die Datei hat ${number(have)} Seiten, und höchstens ${number(most)} können gelesen werden. Stellen Sie sie in Teilen ein.`,
  'too-long': ({ most = 0 }) =>
    `Diese Datei zu lesen dauerte länger als ${number(most)} Sekunden, und länger darf es nicht dauern. Stellen Sie sie in Teilen oder in einem anderen Format ein.`,
  'too-much-memory': ({ most = 0 }) =>
    `Diese Datei zu lesen brauchte mehr als ${number(most)} MB Speicher, und mehr ist dafür nicht vorgesehen. Stellen Sie sie in Teilen oder in einem anderen Format ein.`,
  'too-deep': ({ most = 0 }) =>
    `In dieser Datei liegen mehr als ${number(most)} Elemente ineinander. Vereinfachen Sie sie, oder stellen Sie sie als reinen Text ein.`,
  'pages-are-pictures': ({ have = 0 }) =>
    `${have === 1 ? 'Die Seite dieses PDF ist ein Bild' : `Alle ${number(have)} Seiten dieses PDF sind Bilder`} ohne Text, wie ein Scanner sie hinterlässt. Lassen Sie den Text erkennen (OCR) und stellen Sie das ein.`,
  'too-many-files': ({ most = 0 }) =>
    `In diesem Archiv sind mehr als ${number(most)} Dateien. Stellen Sie den Artikel nur mit seinen eigenen Bildern ein.`,
  'unpacks-to-much': ({ most = 0 }) =>
    `Die Datei entpackt sich zu mehr als ${number(most)} MB, so viel enthält kein Dokument. Sie wurde nicht geöffnet. Stellen Sie den Artikel nur mit seinen eigenen Bildern ein.`,
  'leads-out': ({ words }) =>
    `Das Archiv enthält einen Pfad, der aus ihm hinausführt: ${q(words)}. Es wurde nicht geöffnet. Packen Sie es neu.`,
  'old-encoding': () =>
    'Dieser Text ist nicht in UTF-8, sondern in einer älteren Kodierung wie Windows-1252. Öffnen Sie ihn in dem Editor, mit dem er geschrieben wurde, speichern Sie ihn in der Kodierung UTF-8 und stellen Sie das ein.',
  'other-encoding': ({ words }) =>
    `Die Datei ist nicht in der Kodierung, die sie angibt (${q(words)}). Speichern Sie sie in UTF-8.`,
  'ill-formed-xml': ({ words }) => `Das XML ist nicht wohlgeformt: ${q(words)}. Exportieren Sie es neu.`,
  'no-word-document': () => 'In dieser Datei ist kein Word-Dokument. Speichern Sie sie neu als .docx.',
  'other-xml': ({ words }) => `Das ist XML, aber kein Artikel: Es beginnt mit ${q(words)}. Stellen Sie JATS ein.`,
  'other-format': ({ format = 'compressed' }) => OTHER[format],
  'which-article': ({ names = [], more = 0 }) =>
    `Was davon ist der Artikel: ${[...names.map(q), ...(more > 0 ? [`${number(more)} weitere`] : [])].join(', ')}? Stellen Sie ihn nur mit seinen Bildern ein.`,
};
