import type { live as english } from '../en/live.ts';
import { count, form } from './words.ts';

export const live: typeof english = {
  connection: {
    joining: 'Conectando',
    live: (here) => (here > 1 ? `En directo, ${here} aquí` : 'En directo'),
    reconnecting: 'Reconectando',
    offline: 'Sin conexión',
    kept: (n) => `${count(n, 'guardado', 'guardados')}, se ${form(n, 'enviará', 'enviarán')}`,
  },
  arrivals: {
    pill: (n) => count(n, 'nuevo', 'nuevos'),
    at: (place, below) => `${place === undefined ? '' : `en ¶${place}, `}${below ? 'más abajo' : 'más arriba'}`,
    announce: (name, what) => `${name}: ${what}`,
  },
};
