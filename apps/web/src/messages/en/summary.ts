import { count } from './words.ts';

/** What was said on a section. */
export const summary = {
  summary: {
    title: 'What was said',
    by: (n: number) => `by ${count(n, 'person', 'people')}`,
    open: (n: number) => count(n, 'open question', 'open questions'),
    pinned: 'pinned',
    hidden: 'hidden from the class',
    maker: {
      extract: 'In the words of those who wrote,',
      model: 'Put together by a model, each sentence checked against what it cites,',
      instructor: (name: string) => `In the words of ${name},`,
    },
    positions: (from: number, to: number) => `from event ${from} to ${to}`,
    cited: (name: string) => `Show what ${name} wrote`,
    version: (n: number) => `Summary ${n}`,
    earlier: (n: number) => (n === 1 ? 'The one before' : `The ${n} before`),
    more: 'More',
    edit: 'Edit',
    pin: 'Pin as it is',
    unpin: 'Unpin',
    hide: 'Hide from the class',
    show: 'Show to the class',
    sentence: (n: number) => `Sentence ${n}`,
  },
};
