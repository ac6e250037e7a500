import type { live as english } from '../en/live.ts';
import { number } from './words.ts';

export const live: typeof english = {
  connection: {
    joining: 'Verbindung wird aufgebaut',
    live: (here) => (here > 1 ? `Live, ${here} hier` : 'Live'),
    reconnecting: 'Verbindung wird gesucht',
    offline: 'Offline',
    kept: (n) => `${n} aufbewahrt, wird gesendet`,
  },
  arrivals: {
    pill: (n) => `${number(n)} neu`,
    at: (place, below) => `${place === undefined ? '' : `in ¶${place}, `}${below ? 'weiter unten' : 'weiter oben'}`,
    announce: (name, what) => `${name}: ${what}`,
  },
};
