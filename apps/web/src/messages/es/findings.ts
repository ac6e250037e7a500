/** What a reader guessed, mended and left out. In English the server says so itself. */
import type { Facts, Saying, Sentence } from '#article';
import { number } from './words.ts';

const q = (text: string | undefined): string => `«${text ?? ''}»`;
const named = (text: string | undefined): string => (text ? ` ${q(text)}` : '');

function because({ why = 'absent', most = 0 }: Facts): string {
  switch (why) {
    case 'absent':
      return 'no vino con el archivo';
    case 'not-in-file':
      return 'no está en el archivo';
    case 'kind':
      return 'no es PNG, JPEG, GIF ni WebP';
    case 'size':
      return `ocupa más de ${number(most)} bytes`;
    case 'number':
      return `hay más de ${number(most)} imágenes`;
    case 'drawn':
      return 'está dibujada con líneas, que no se toman';
    case 'undecodable':
      return 'no se puede descodificar';
  }
}

export const findings: Readonly<Record<Saying, Sentence>> = {
  'title-from-name': ({ words }) => `El texto no tiene título; se llama como el archivo: ${q(words)}.`,
  'note-idle': ({ label, words }) => `Nada remite a la nota ${label}, ${q(words)}. Se conserva detrás de las demás.`,
  'note-missing': ({ label }) => `No hay ninguna nota ${label}.`,
  'note-missing-somewhere': () => 'Falta la nota de una llamada.',
  'note-joined': ({ words, label }) => `${q(words)} se toma por la continuación de la nota ${label}.`,
  'note-label-inferred': ({ words, label }) =>
    `La nota ${q(words)}, que no tiene número, se toma por la nota ${label}.`,
  'note-moved': ({ label, second }) =>
    `La nota ${label}, que estaba detrás de la nota ${second}, está ahora en su sitio.`,
  'note-renumbered': ({ label, second }) => `La nota ${label} es ahora la nota ${second}.`,
  'notes-counted': ({ count }) =>
    `La numeración de las notas vuelve a empezar dentro del texto, así que las ${count} notas se numeran de corrido.`,
  'reference-moved': ({ label, words }) =>
    `La llamada a la nota ${label} pasa del título ${q(words)} al texto que lo sigue.`,
  'picture-missing': (facts) => `Falta la imagen${named(facts.words)}: ${because(facts)}.`,
  'picture-in-line-missing': (facts) => `Falta una imagen en la línea${named(facts.words)}: ${because(facts)}.`,
  'formula-picture-missing': (facts) => `Falta una fórmula que es una imagen: ${because(facts)}.`,
  'picture-of-page-missing': (facts) =>
    `La imagen de la figura${named(facts.words)} de la página ${facts.count} no se toma: ${because(facts)}.${facts.other ? ` Tampoco las palabras que lleva: ${q(facts.other)}.` : ''}`,
  'figure-without-picture': ({ words, count }) =>
    `La figura${named(words)} de la página ${count} no tiene imagen, solo pie.`,
  'link-left-out': ({ words }) => `Las palabras ${q(words)} quedan sin su enlace.`,
  'link-to-left-out': ({ words, other }) => `Las palabras ${q(words)} quedan sin su enlace a ${q(other)}.`,
  'link-of-list-left-out': ({ count, words }) => `No se dice adónde lleva el enlace ${count}: ${q(words)}.`,
  'around-the-article': ({ words }) => `No es parte del artículo y se omite: ${q(words)}.`,
  'page-head': ({ words }) => `Se omite el encabezado de página ${q(words)}.`,
  'title-page-line': ({ words }) => `Se omite la línea ${q(words)} de la portada.`,
  'glyph-removed': ({ words, other }) => `Se quita ${q(words)} junto al nombre ${q(other)}.`,
  'word-mended': ({ words, other }) => `${q(words)} se lee como ${q(other)}.`,
  'paragraph-joined': ({ words }) => `${q(words)} se une al párrafo que continúa.`,
  'front-matter-unreadable': ({ words }) => `No se pueden leer los datos del comienzo: ${words}.`,
  'front-matter-ignored': ({ words }) => `Se omite ${q(words)} de los datos del comienzo: tiene una forma desconocida.`,
  'html-left-out': ({ words }) => `Se omite el HTML ${q(words)}.`,
  'embedded-left-out': ({ words }) => `Falta lo que aquí se muestra desde otro sitio${named(words)}.`,
  'box-opened': ({ words }) => `Lo que estaba en un recuadro es ahora texto: ${q(words)}.`,
  'heading-guessed': ({ words }) => `El párrafo ${q(words)} se toma por un título, porque está todo en negrita.`,
  'quotation-guessed': ({ words }) => `El párrafo ${q(words)} se toma por una cita, porque está sangrado.`,
  'deleted-left-out': ({ words }) => `Se omite lo que estaba borrado: ${q(words)}.`,
  'sign-left-out': ({ words }) =>
    `Se omite un signo del tipo de letra ${q(words)}, que fuera de él no es ninguna letra.`,
  'file-within-left-out': () => 'Se omite una parte que es un archivo propio dentro de este.',
  'page-without-text': ({ count }) =>
    `La página ${count} no tiene texto: está vacía o es una imagen, como la de un escáner. Haga reconocer el texto y añada ese archivo.`,
  'letters-unknown': ({ count, words }) =>
    `El tipo de letra de la página ${count} no dice cuáles son todas sus letras; � está en lugar de las demás, como en ${q(words)}.`,
  'turned-left-out': ({ words }) => `Se omite ${q(words)}, que está atravesado en la página.`,
  'formula-guessed': ({ words }) => `La fórmula ${q(words)} se deduce de la posición de sus signos.`,
  'table-guessed': ({ words }) => `La tabla ${q(words)} se deduce de la posición de sus palabras.`,
  'table-as-text': ({ words }) => `La tabla ${q(words)} se lee como texto corrido. Mire lo que hay cerca de ella.`,
};
