/**
 * ROUGE (Lin, 2004): how much of a reference a summary shares, as F1 of unigrams, bigrams and the longest common subsequence,
 * on lower-case words without stemming.
 */
export interface Rouge {
  rouge1: number;
  rouge2: number;
  rougeL: number;
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Each from 0 to 1. */
export function rouge(summary: string, reference: string): Rouge {
  const [ours, theirs] = [wordsOf(summary), wordsOf(reference)];
  return {
    rouge1: overlap(grams(ours, 1), grams(theirs, 1)),
    rouge2: overlap(grams(ours, 2), grams(theirs, 2)),
    rougeL: f1(longestCommonSubsequence(ours, theirs), ours.length, theirs.length),
  };
}

const grams = (words: readonly string[], n: number): string[] =>
  words.slice(n - 1).map((_, i) => words.slice(i, i + n).join(' '));

function overlap(ours: readonly string[], theirs: readonly string[]): number {
  const left = new Map<string, number>();
  for (const gram of theirs) left.set(gram, (left.get(gram) ?? 0) + 1);
  let shared = 0;
  for (const gram of ours) {
    const count = left.get(gram) ?? 0;
    if (count > 0) shared += 1;
    left.set(gram, count - 1);
  }
  return f1(shared, ours.length, theirs.length);
}

function f1(shared: number, ours: number, theirs: number): number {
  if (shared === 0) return 0;
  const [precision, recall] = [shared / ours, shared / theirs];
  return (2 * precision * recall) / (precision + recall);
}

function longestCommonSubsequence(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const next = [0];
    for (const [j, other] of b.entries()) {
      next.push(word === other ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
