import type { summary as english } from '../en/summary.ts';
import { count } from './words.ts';

export const summary: typeof english = {
  summary: {
    title: 'Was gesagt wurde',
    by: (n) => `von ${count(n, 'Person', 'Personen')}`,
    open: (n) => count(n, 'offene Frage', 'offene Fragen'),
    pinned: 'festgehalten',
    hidden: 'für das Seminar ausgeblendet',
    maker: {
      extract: 'In den Worten derer, die geschrieben haben,',
      model: 'Von einem Modell zusammengestellt, jeder Satz an dem geprüft, was er anführt,',
      instructor: (name) => `In den Worten von ${name},`,
    },
    positions: (from, to) => `aus Ereignis ${from} bis ${to}`,
    cited: (name) => `Zeigen, was ${name} geschrieben hat`,
    version: (n) => `Zusammenfassung ${n}`,
    earlier: (n) => (n === 1 ? 'Die vorige' : `Die ${n} vorigen`),
    more: 'Mehr',
    edit: 'Bearbeiten',
    pin: 'So festhalten',
    unpin: 'Nicht mehr festhalten',
    hide: 'Für das Seminar ausblenden',
    show: 'Dem Seminar zeigen',
    sentence: (n) => `Satz ${n}`,
  },
};
