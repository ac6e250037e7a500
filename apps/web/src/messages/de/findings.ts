/** What a reader guessed, mended and left out. In English the server says so itself. */
import type { Facts, Saying, Sentence } from '#article';
import { number } from './words.ts';

const q = (text: string | undefined): string => `„${text ?? ''}“`;
const named = (text: string | undefined): string => (text ? ` ${q(text)}` : '');

function because({ why = 'absent', most = 0 }: Facts): string {
  switch (why) {
    case 'absent':
      return 'es kam nicht mit';
    case 'not-in-file':
      return 'es ist nicht in der Datei';
    case 'kind':
      return 'es ist kein PNG, JPEG, GIF oder WebP';
    case 'size':
      return `es ist größer als ${number(most)} Byte`;
    case 'number':
      return `es sind mehr als ${number(most)} Bilder`;
    case 'drawn':
      return 'es ist aus Linien gezeichnet, die nicht übernommen werden';
    case 'undecodable':
      return 'es lässt sich nicht entschlüsseln';
  }
}

export const findings: Readonly<Record<Saying, Sentence>> = {
  'title-from-name': ({ words }) => `Der Text hat keinen Titel und heißt deshalb wie die Datei: ${q(words)}.`,
  'note-idle': ({ label, words }) =>
    `Auf die Anmerkung ${label}, ${q(words)}, verweist nichts. Sie bleibt, hinter den anderen.`,
  'note-missing': ({ label }) => `Es gibt keine Anmerkung ${label}.`,
  'note-missing-somewhere': () => 'Zu einem Verweis fehlt die Anmerkung.',
  'note-joined': ({ words, label }) => `${q(words)} gilt als Fortsetzung der Anmerkung ${label}.`,
  'note-label-inferred': ({ words, label }) =>
    `Die Anmerkung ${q(words)} hat keine Nummer und gilt als Anmerkung ${label}.`,
  'note-moved': ({ label, second }) =>
    `Die Anmerkung ${label}, die hinter Anmerkung ${second} stand, steht jetzt an ihrem Platz.`,
  'note-renumbered': ({ label, second }) => `Aus Anmerkung ${label} ist Anmerkung ${second} geworden.`,
  'notes-counted': ({ count }) =>
    `Die Zählung der Anmerkungen beginnt im Text von vorn, deshalb sind alle ${count} durchgezählt.`,
  'reference-moved': ({ label, words }) =>
    `Der Verweis auf Anmerkung ${label} steht nicht mehr in der Überschrift ${q(words)}, sondern im Text darunter.`,
  'picture-missing': (facts) => `Das Bild${named(facts.words)} fehlt: ${because(facts)}.`,
  'picture-in-line-missing': (facts) => `Ein Bild in der Zeile${named(facts.words)} fehlt: ${because(facts)}.`,
  'formula-picture-missing': (facts) => `Eine Formel, die ein Bild ist, fehlt: ${because(facts)}.`,
  'picture-of-page-missing': (facts) =>
    `Das Bild der Abbildung${named(facts.words)} auf Seite ${facts.count} ist nicht übernommen: ${because(facts)}.${facts.other ? ` Auch die Wörter darin fehlen: ${q(facts.other)}.` : ''}`,
  'figure-without-picture': ({ words, count }) =>
    `Zur Abbildung${named(words)} auf Seite ${count} gibt es kein Bild, nur die Unterschrift.`,
  'link-left-out': ({ words }) => `Die Wörter ${q(words)} stehen ohne ihren Link da.`,
  'link-to-left-out': ({ words, other }) => `Die Wörter ${q(words)} stehen ohne ihren Link auf ${q(other)} da.`,
  'link-of-list-left-out': ({ count, words }) => `Wohin Link ${count} führt, steht nicht im Text: ${q(words)}.`,
  'around-the-article': ({ words }) => `Gehört nicht zum Artikel und fehlt: ${q(words)}.`,
  'page-head': ({ words }) => `Die Kopfzeile ${q(words)} ist weggelassen.`,
  'title-page-line': ({ words }) => `Die Zeile ${q(words)} der Titelseite ist weggelassen.`,
  'glyph-removed': ({ words, other }) => `${q(words)} neben dem Namen ${q(other)} ist weggelassen.`,
  'word-mended': ({ words, other }) => `${q(words)} ist als ${q(other)} gelesen.`,
  'paragraph-joined': ({ words }) => `${q(words)} ist mit dem Absatz verbunden, den es fortsetzt.`,
  'front-matter-unreadable': ({ words }) => `Die Angaben am Kopf der Datei sind nicht lesbar: ${words}.`,
  'front-matter-ignored': ({ words }) => `${q(words)} am Kopf der Datei hat eine unbekannte Form und fehlt.`,
  'html-left-out': ({ words }) => `Das HTML ${q(words)} fehlt.`,
  'embedded-left-out': ({ words }) => `Was hier von anderswo gezeigt wird${named(words)}, fehlt.`,
  'box-opened': ({ words }) => `Was in einem Kasten stand, ist jetzt Text: ${q(words)}.`,
  'heading-guessed': ({ words }) => `Der Absatz ${q(words)} gilt als Überschrift, weil er ganz fett ist.`,
  'quotation-guessed': ({ words }) => `Der Absatz ${q(words)} gilt als Zitat, weil er eingerückt ist.`,
  'deleted-left-out': ({ words }) => `Gelöschtes ist weggelassen: ${q(words)}.`,
  'sign-left-out': ({ words }) => `Ein Zeichen der Schrift ${q(words)}, das anderswo kein Buchstabe ist, fehlt.`,
  'file-within-left-out': () => 'Ein Teil, der als eigene Datei in dieser steckt, fehlt.',
  'page-without-text': ({ count }) =>
    `Seite ${count} hat keinen Text: Sie ist leer oder ein Bild, etwa ein Scan. Lassen Sie den Text erkennen und stellen Sie dann diese Datei ein.`,
  'letters-unknown': ({ count, words }) =>
    `Die Schrift auf Seite ${count} sagt nicht von jedem Buchstaben, welcher er ist; � steht für die übrigen, wie in ${q(words)}.`,
  'turned-left-out': ({ words }) => `${q(words)} steht quer auf der Seite und fehlt.`,
  'formula-guessed': ({ words }) => `Die Formel ${q(words)} ist aus der Lage ihrer Zeichen erschlossen.`,
  'table-guessed': ({ words }) => `Die Tabelle ${q(words)} ist aus der Lage ihrer Wörter erschlossen.`,
  'table-as-text': ({ words }) =>
    `Die Tabelle ${q(words)} ist als Fließtext gelesen. Sehen Sie nach, was in ihrer Nähe steht.`,
};
