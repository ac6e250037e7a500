/**
 * Which sentences make the summary: those that together cover most of what many people wrote about, in the words that
 * there is room for. Coverage is submodular (Lin and Bilmes, 2011): taking the best again and again comes close to the best
 * choice, and exchanging one sentence for others comes closer. Novelty is part of it: words that are covered count no more.
 *
 * The numbers were fitted on the short and the longer discussions in test/fixtures/discussions, and are coarse on purpose;
 * `npm run bench -- summary` shows what they are worth, also on those in `held-out`, that nothing was fitted on.
 */

import type { Sentence, Wording } from './sentences/sentence.ts';

export interface Weights {
  /** What it is worth to cover a stem. */
  stem(stem: string): number;
  /** How well a sentence stands for the discussion, around 1. */
  sentence(sentence: Sentence): number;
}

export interface Chosen {
  sentence: Sentence;
  wording: Wording;
}

/** What it is worth that a post is heard at all, in stems: breadth before depth. */
const POST_HEARD = 6;
/** What each further sentence costs, in stems: few whole ones read better than many scraps. */
const SENTENCE = 1;
/** What each word is worth, in stems, whatever it covers. */
const WORD = 0.3;
/** A sentence of fewer words is worth less, since it rarely says all that it means. */
const FULL_LENGTH = 8;
/** How much that matters: at 1 its worth falls as its length does. */
const BREVITY = 1;
/** How much is left of the worth of a sentence that ends early. */
const CUT = 0.85;
/** How many of the likeliest wordings are weighed against one another. */
const CANDIDATES = 90;

interface Option extends Chosen {
  quality: number;
}

/** At most `words` words, in no particular order. */
export function select(sentences: readonly Sentence[], words: number, weights: Weights): Chosen[] {
  const stemWeights = new Map<string, number>();
  for (const { wordings } of sentences) {
    for (const { stems } of wordings) for (const stem of stems) stemWeights.set(stem, weights.stem(stem));
  }
  const purse = { words, worth: worthBy(stemWeights) };
  const options = likeliest(
    sentences.flatMap((sentence) => optionsOf(sentence, weights)),
    purse.worth,
  );
  const starts = [0, 0.5, 1].map((thrift) => fill([], options, purse, thrift));
  return exchange(
    starts.reduce((best, next) => (purse.worth(next) > purse.worth(best) ? next : best)),
    options,
    purse,
  );
}

interface Purse {
  words: number;
  worth(chosen: readonly Option[]): number;
}

function optionsOf(sentence: Sentence, weights: Weights): Option[] {
  return sentence.wordings.map((wording) => ({
    sentence,
    wording,
    quality:
      weights.sentence(sentence) *
      Math.min(1, wording.words / FULL_LENGTH) ** BREVITY *
      (wording === sentence.wordings[0] ? 1 : CUT),
  }));
}

function likeliest(options: readonly Option[], worth: Purse['worth']): Option[] {
  if (options.length <= CANDIDATES) return [...options];
  const alone = new Map(options.map((option) => [option, worth([option]) / Math.sqrt(option.wording.words)]));
  return options.toSorted((a, b) => (alone.get(b) ?? 0) - (alone.get(a) ?? 0)).slice(0, CANDIDATES);
}

/** The worth of several together: a stem counts once, in the best sentence that has it. */
function worthBy(stemWeights: ReadonlyMap<string, number>): Purse['worth'] {
  const average = [...stemWeights.values()].reduce((sum, weight) => sum + weight, 0) / (stemWeights.size || 1);
  return (chosen) => {
    const stems = new Map<string, number>();
    const posts = new Map<string, number>();
    let sum = 0;
    for (const { sentence, wording, quality } of chosen) {
      for (const stem of wording.stems) stems.set(stem, Math.max(stems.get(stem) ?? 0, quality));
      posts.set(sentence.post.id, Math.max(posts.get(sentence.post.id) ?? 0, quality));
      sum += WORD * quality * wording.words - SENTENCE * average;
    }
    for (const [stem, quality] of stems) sum += quality * (stemWeights.get(stem) ?? 0);
    for (const quality of posts.values()) sum += quality * POST_HEARD * average;
    return sum;
  };
}

const length = (chosen: readonly Option[]): number => chosen.reduce((sum, { wording }) => sum + wording.words, 0);

/** Adds the best buy for as long as there is one. `thrift` is how much length counts, from 0 (not) to 1 (worth per word). */
function fill(start: readonly Option[], options: readonly Option[], { words, worth }: Purse, thrift: number): Option[] {
  const chosen = [...start];
  for (;;) {
    const left = words - length(chosen);
    const now = worth(chosen);
    let best: { option: Option; gain: number } | undefined;
    for (const option of options) {
      if (option.wording.words > left || chosen.some(({ sentence }) => sentence === option.sentence)) continue;
      const gain = (worth([...chosen, option]) - now) / option.wording.words ** thrift;
      if (gain > (best?.gain ?? 0)) best = { option, gain };
    }
    if (!best) return chosen;
    chosen.push(best.option);
  }
}

/** Puts one in, takes at most one out and fills up, for as long as that is better. */
function exchange(start: Option[], options: readonly Option[], purse: Purse): Option[] {
  let best = start;
  let worth = purse.worth(best);
  const better = (option: Option): Option[] | undefined => {
    for (const out of [undefined, ...best]) {
      const rest = best.filter((other) => other !== out && other.sentence !== option.sentence);
      if (length(rest) + option.wording.words > purse.words) continue;
      const next = fill([...rest, option], options, purse, 0.5);
      if (purse.worth(next) > worth + 1e-9) return next;
    }
    return undefined;
  };
  for (let improved = true; improved; ) {
    improved = false;
    for (const option of options) {
      const next = best.includes(option) ? undefined : better(option);
      if (!next) continue;
      best = next;
      worth = purse.worth(best);
      improved = true;
    }
  }
  return best;
}
