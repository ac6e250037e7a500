/**
 * `summary`: how much of what a careful reader wrote of a discussion is in our summary of it, beside its first words and plain
 * LexRank at the same length; and how long a summary takes.
 */
import { languageOf, summariseThread } from '#summary';
import { type Discussion, discussions, heldOutDiscussions, longerDiscussions } from '../support/discussions.ts';
import type { Bench } from './bench.ts';
import { lead, plainLexRank } from './peers/plain-summaries.ts';
import { compare, type Measured } from './report.ts';
import { type Rouge, rouge } from './rouge.ts';
import { median } from './statistics.ts';

const WORDS = 70;
const ROUNDS = 5;

type Summariser = (discussion: Discussion, words: number) => string;

const ours: Summariser = ({ posts }, words) =>
  summariseThread({ posts, words })
    .map(({ text }) => text)
    .join(' ');

type Measure = keyof Rouge;
const MEASURES = ['rouge1', 'rouge2', 'rougeL'] as const;
const NAMES: Readonly<Record<Measure, string>> = { rouge1: 'ROUGE-1', rouge2: 'ROUGE-2', rougeL: 'ROUGE-L' };

export const summary: Bench = async ({ progress }) => {
  const short = discussions();
  const long = longerDiscussions();
  const heldOut = heldOutDiscussions();
  const all = [...short, ...long, ...heldOut];
  progress(
    `${short.length + long.length} discussions, and ${heldOut.length} on which nothing was fitted; ${WORDS} words each`,
  );
  const times = { ours: [] as number[], lexRank: [] as number[] };
  for (let round = 1; round <= ROUNDS; round++) {
    progress(`round ${round} of ${ROUNDS}`);
    times.ours.push(perThread(ours, all));
    times.lexRank.push(perThread(plainLexRank, all));
  }
  return [
    ...scores('short', short),
    ...scores('long', long),
    ...scores('held out', heldOut),
    ...LANGUAGES.map((language) =>
      against(
        'rouge1',
        `all in ${language}`,
        all.filter((discussion) => languageIn(discussion) === language),
      ),
    ),
    compare('summary: time for a thread', 'ms', median(times.ours), 'plain LexRank', median(times.lexRank)),
  ];
};

const LANGUAGES = ['en', 'de', 'es', 'fr'] as const;
const languageIn = ({ posts }: Discussion) => languageOf(posts.map(({ text }) => text).join('\n'));

const scores = (name: string, some: readonly Discussion[]): Measured[] =>
  MEASURES.flatMap((measure) => [
    against(measure, name, some),
    compare(
      `summary: ${NAMES[measure]}, ${name}`,
      'of 100',
      average(ours, measure, some),
      'the first words',
      average(lead, measure, some),
    ),
  ]);

function against(measure: Measure, name: string, some: readonly Discussion[]): Measured {
  const lexRank = average(plainLexRank, measure, some);
  const goal = measure === 'rouge1' ? ({ of: 'value', atLeast: lexRank + 5 } as const) : undefined;
  return compare(
    `summary: ${NAMES[measure]}, ${name}`,
    'of 100',
    average(ours, measure, some),
    'plain LexRank',
    lexRank,
    goal,
  );
}

function average(summarise: Summariser, measure: Measure, some: readonly Discussion[]): number {
  const each = some.map((discussion) => rouge(summarise(discussion, WORDS), nameless(discussion))[measure]);
  return (100 * each.reduce((sum, one) => sum + one, 0)) / each.length;
}

/** Who said it is shown by links, not words: no summariser is asked for names. */
const nameless = ({ reference, posts }: Discussion): string =>
  reference.replace(new RegExp(`(?<!\\p{L})(?:${posts.map(({ author }) => author).join('|')})(?!\\p{L})`, 'gu'), '');

function perThread(summarise: Summariser, all: readonly Discussion[]): number {
  const start = performance.now();
  for (const discussion of all) summarise(discussion, WORDS);
  return (performance.now() - start) / all.length;
}
