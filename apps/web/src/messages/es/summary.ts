import type { summary as english } from '../en/summary.ts';
import { count } from './words.ts';

export const summary: typeof english = {
  summary: {
    title: 'Lo que se ha dicho',
    by: (n) => `por ${count(n, 'persona', 'personas')}`,
    open: (n) => count(n, 'pregunta abierta', 'preguntas abiertas'),
    pinned: 'fijado',
    hidden: 'oculto para la clase',
    maker: {
      extract: 'Con las palabras de quienes escribieron,',
      model: 'Compuesto por un modelo, con cada frase cotejada con lo que cita,',
      instructor: (name) => `Con las palabras de ${name},`,
    },
    positions: (from, to) => `del evento ${from} al ${to}`,
    cited: (name) => `Mostrar lo que escribió ${name}`,
    version: (n) => `Resumen ${n}`,
    earlier: (n) => (n === 1 ? 'El anterior' : `Los ${n} anteriores`),
    more: 'Más',
    edit: 'Editar',
    pin: 'Fijar tal como está',
    unpin: 'Dejar de fijar',
    hide: 'Ocultar a la clase',
    show: 'Mostrar a la clase',
    sentence: (n) => `Frase ${n}`,
  },
};
