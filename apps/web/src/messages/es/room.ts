import type { room as english } from '../en/room.ts';
import { count } from './words.ts';

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
    face: 'Tipografía',
    serif: 'Con serifa',
    sans: 'Sin serifa',
    theme: 'Colores',
    themes: { system: 'Sistema', light: 'Claro', sepia: 'Sepia', dark: 'Oscuro' },
    sizes: { s: 'Pequeño', m: 'Mediano', l: 'Grande', xl: 'Más grande' },
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
      search: 'Buscar',
      list: 'Todos los hilos en una lista',
      help: 'Esta lista',
    },
  },
};
