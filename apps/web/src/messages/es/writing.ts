import type { writing as english } from '../en/writing.ts';
import { count, form } from './words.ts';

export const writing: typeof english = {
  composer: {
    reply: 'Escribe una respuesta',
    commenting: '¿Qué quieres decir sobre esto?',
    questioning: '¿Qué quieres preguntar?',
    highlighting: 'Di por qué, o deja solo el subrayado',
    markdown: 'Markdown',
    motivation: 'Qué es',
    post: 'Publicar',
    save: 'Guardar',
    tags: 'Etiquetas, separadas por comas',
    tooLong: (over) => `${form(over, 'Sobra', 'Sobran')} ${count(over, 'carácter', 'caracteres')}`,
    kept: 'Borrador guardado',
    discard: 'Descartar',
    tryAgain: 'Intentar de nuevo',
    edit: 'Editar',
    notPosted: 'Sin publicar',
    stale: 'Ha cambiado desde que lo abriste. El texto actual:',
    useMine: 'Sustituir por el mío',
  },
  selection: { label: 'Decir algo sobre este pasaje', tooMany: 'Elige un pasaje más corto.' },
};
