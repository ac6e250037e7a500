import type { bring as english } from '../en/bring.ts';
import { count } from './words.ts';

export const bring: typeof english = {
  bring: {
    title: 'Traer un artículo',
    lead: 'Suelta un documento de Word, una página web guardada, XML de JATS, Markdown o texto sin formato, o pega el texto. Ves lo que se ha entendido, y puedes corregirlo, antes que nadie.',
    drop: 'Suelta aquí un archivo .pdf, .docx, .html, .xml, .md o .txt',
    choose: 'Elegir un archivo',
    paste: 'o pega el texto',
    read: 'Vista previa',
    reading: 'Leyendo',
    again: 'Elegir otro',
    found: 'Lo que se ha encontrado',
    titleField: 'Título',
    sections: 'Secciones',
    paragraphs: (n) => count(n, 'párrafo', 'párrafos'),
    notes: (n) => count(n, 'nota', 'notas'),
    references: (n) => count(n, 'referencia', 'referencias'),
    readAs: (format) => `Leído como ${format}.`,
    mend: {
      higher: 'Subir un nivel',
      lower: 'Bajar un nivel',
      merge: 'Unir al párrafo anterior',
      split: 'Dividir en el cursor',
      drop: 'Omitir',
    },
    diagnostics: (n) => count(n, 'cosa que revisar', 'cosas que revisar'),
    place: (place) => {
      if ('paragraph' in place) return `párrafo ${place.paragraph}`;
      const line = place.line === undefined ? [] : [`línea ${place.line}`];
      return ('page' in place ? [`página ${place.page}`, ...line] : line).join(', ');
    },
    fine: 'Nada parecía raro.',
    beginning: 'Así empieza',
    publish: 'Publicar en el seminario',
    publishing: 'Publicando',
    back: 'Volver al seminario',
    untitled: 'Sección sin título',
    asVersion: 'Publicar como',
    newArticle: 'Un artículo nuevo',
    newVersion: (title, n) => `Versión ${n} de «${title}»`,
  },
};
