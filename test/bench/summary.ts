/**
 * `summary`: how much of what a careful reader wrote of a discussion is in our summary of it, beside its first words and plain
 * LexRank at the same length; and how long a summary takes.
 */
import { summariseThread } from '#summary';
import { type Discussion, discussions } from '../support/discussions.ts';
import type { Bench } from './bench.ts';
import { lead, plainLexRank } from './peers/plain-summaries.ts';
import { compare } from './report.ts';
import { type Rouge, rouge } from './rouge.ts';
import { median } from './statistics.ts';

const WORDS = 70;
const ROUNDS = 5;

type Summariser = (discussion: Discussion, words: number) => string;

const ours: Summariser = ({ posts }, words) =>
  summariseThread({ posts, words })
    .map(({ text }) => text)
    .join(' ');

const MEASURES = [
  ['rouge1', 'ROUGE-1'],
  ['rouge2', 'ROUGE-2'],
  ['rougeL', 'ROUGE-L'],
] as const;

export const summary: Bench = async ({ progress }) => {
  const all = discussions();
  progress(`${all.length} discussions, ${WORDS} words each`);
  const score = (summarise: Summariser, measure: keyof Rouge): number => {
    const scores = all.map((discussion) => rouge(summarise(discussion, WORDS), nameless(discussion))[measure]);
    return (100 * scores.reduce((sum, one) => sum + one, 0)) / scores.length;
  };
  const scores = MEASURES.flatMap(([measure, name]) => {
    const value = score(ours, measure);
    const lexRank = score(plainLexRank, measure);
    const goal = measure === 'rouge1' ? ({ of: 'value', atLeast: lexRank + 5 } as const) : undefined;
    return [
      compare(`summary: ${name}, F1`, 'of 100', value, 'plain LexRank', lexRank, goal),
      compare(`summary: ${name}, F1`, 'of 100', value, 'the first words', score(lead, measure)),
    ];
  });
  const times = { ours: [] as number[], lexRank: [] as number[] };
  for (let round = 1; round <= ROUNDS; round++) {
    progress(`round ${round} of ${ROUNDS}`);
    times.ours.push(perThread(ours, all));
    times.lexRank.push(perThread(plainLexRank, all));
  }
  return [
    ...scores,
    compare('summary: time for a thread', 'ms', median(times.ours), 'plain LexRank', median(times.lexRank)),
  ];
};

/** Who said it is shown by links, not words: no summariser is asked for names. */
const nameless = ({ reference, posts }: Discussion): string =>
  reference.replace(new RegExp(`(?<!\\p{L})(?:${posts.map(({ author }) => author).join('|')})(?!\\p{L})`, 'gu'), '');

function perThread(summarise: Summariser, all: readonly Discussion[]): number {
  const start = performance.now();
  for (const discussion of all) summarise(discussion, WORDS);
  return (performance.now() - start) / all.length;
}
