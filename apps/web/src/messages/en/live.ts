import { number } from './words.ts';

/** What happens while one reads. */
export const live = {
  connection: {
    joining: 'Connecting',
    live: (here: number) => (here > 1 ? `Live, ${here} here` : 'Live'),
    reconnecting: 'Reconnecting',
    offline: 'Offline',
    kept: (n: number) => `${n} kept, will be sent`,
  },
  arrivals: {
    pill: (n: number) => `${number(n)} new`,
    at: (place: number | undefined, below: boolean) =>
      `${place === undefined ? '' : `in ¶${place}, `}${below ? 'below' : 'above'}`,
    announce: (name: string, what: string) => `${name}: ${what}`,
  },
};
