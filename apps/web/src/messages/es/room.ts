import type { room as english } from '../en/room.ts';
import { count, form } from './words.ts';

export const room: typeof english = {
  top: {
    sections: 'Secciones',
    text: 'Texto y colores',
    share: 'Compartir',
    keys: 'Teclado',
    mail: 'Correos',
    desk: 'Tus seminarios',
    members: (n) => count(n, 'miembro', 'miembros'),
    here: 'Aquí ahora',
  },
  progress: {
    read: (n) => `${n} % leído`,
    left: (n) =>
      n === 0 ? 'Queda menos de un minuto' : `${form(n, 'Queda', 'Quedan')} unos ${count(n, 'minuto', 'minutos')}`,
    resumed: 'Estabas aquí',
    toStart: 'Al principio',
  },
  print: {
    article: 'Imprimir',
    discussion: 'Imprimir con la discusión',
    title: 'Discusión',
    on: (n) => (n === undefined ? 'sobre el texto' : `sobre ¶${n}`),
  },
  newer: { came: 'Hay una nueva versión de Catena.', load: 'Cargarla' },
  timeline: {
    label: 'Lo que se ha dicho a lo largo del tiempo',
    now: 'Ahora',
    close: 'Cerrar la línea de tiempo',
    open: 'Línea de tiempo',
    bar: (n, day) => `${day}: ${n}`,
  },
  toast: { deleted: 'Eliminado', undo: 'Deshacer', highlighted: 'Subrayado', linkCopied: 'Enlace copiado' },
  settings: {
    size: 'Tamaño',
    leading: 'Interlineado',
    leadings: { tight: 'Estrecho', normal: 'Normal', loose: 'Amplio' },
    face: 'Tipografía',
    serif: 'Con serifa',
    sans: 'Sin serifa',
    theme: 'Colores',
    themes: { system: 'Sistema', light: 'Claro', sepia: 'Sepia', dark: 'Oscuro' },
    sizes: { s: 'Pequeño', m: 'Mediano', l: 'Grande', xl: 'Más grande' },
  },
  palette: {
    title: 'Órdenes',
    hint: '¿Qué quieres hacer?',
    none: 'Nada con ese nombre',
    write: 'Escribir',
    go: 'Ir a',
    room: 'Sala',
    does: { nextParagraph: 'Párrafo siguiente', previousParagraph: 'Párrafo anterior' },
  },
  keys: {
    title: 'Teclado',
    does: {
      paragraphs: 'Párrafo siguiente, anterior',
      threads: 'Hilo siguiente, anterior',
      comment: 'Comentar la selección o el párrafo',
      question: 'Preguntar algo al respecto',
      highlight: 'Subrayarlo',
      reply: 'Responder en el hilo abierto',
      open: 'Abrir el primer hilo del párrafo',
      post: 'Publicar',
      close: 'Cerrar el hilo; lo que escribiste se guarda',
      palette: 'Todas las órdenes',
      help: 'Esta lista',
    },
  },
};
