import type { live as english } from '../en/live.ts';
import { count, form } from './words.ts';

export const live: typeof english = {
  connection: {
    joining: 'Connexion',
    live: (here) => (here > 1 ? `En direct, ${here} ici` : 'En direct'),
    reconnecting: 'Reconnexion',
    offline: 'Hors ligne',
    kept: (n) => `${count(n, 'conservé', 'conservés')}, ${form(n, 'sera envoyé', 'seront envoyés')}`,
  },
  arrivals: {
    pill: (n) => count(n, 'nouveau', 'nouveaux'),
    at: (place, below) => `${place === undefined ? '' : `au ¶${place}, `}${below ? 'plus bas' : 'plus haut'}`,
    announce: (name, what) => `${name} : ${what}`,
  },
};
