import type { article as english } from '../en/article.ts';
import { count } from './words.ts';

export const article: typeof english = {
  parts: {
    abstract: 'Resumen',
    back: 'Sobre este artículo',
    references: 'Bibliografía',
    notes: 'Notas',
    start: 'Ir al texto',
  },
  article: {
    keywords: 'Palabras clave',
    paragraph: (n) => `Párrafo ${n}`,
    note: (label) => `Nota ${label}`,
    backTo: (label) => `Volver al lugar de la nota ${label}`,
    threadsHere: (n, fresh) =>
      `${count(n, 'hilo', 'hilos')} aquí${fresh > 0 ? `, ${count(fresh, 'nuevo', 'nuevos')}` : ''}`,
    loading: 'Abriendo el seminario',
    none: 'Todavía no hay nada que leer',
    noneInstructor: 'Trae el artículo que leerá este seminario.',
    noneMember: 'En cuanto un docente traiga un artículo, aparecerá aquí.',
    bring: 'Traer un artículo',
    enlarge: 'Ampliar la figura',
    figure: 'Figura',
    larger: 'Más grande',
    smaller: 'Más pequeña',
    tableScrolls: 'Tabla, se puede desplazar',
    codeScrolls: 'Código, se puede desplazar',
    formulaScrolls: 'Fórmula, se puede desplazar',
    noPicture: 'La imagen no está disponible.',
    original: 'Archivo original',
  },
};
