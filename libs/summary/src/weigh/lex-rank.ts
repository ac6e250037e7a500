/**
 * LexRank (Erkan and Radev, 2004): a sentence is central when central sentences are like it. The stationary distribution of a
 * walk over the sentences, along edges weighted by the cosine of their tf-idf vectors.
 */

const DAMPING = 0.15;
const ENOUGH = 1e-6;
const MOST_ROUNDS = 100;

export interface LexRankOptions {
  /** Edges below this cosine are left out, and all others count the same; without it every edge counts by its cosine. */
  threshold?: number;
}

/** The centrality of each sentence, given the stems of each; the sum is 1. */
export function lexRank(sentences: readonly (readonly string[])[], { threshold }: LexRankOptions = {}): number[] {
  const vectors = tfIdf(sentences);
  const edges = vectors.map((a) =>
    vectors.map((b) => {
      const similarity = cosine(a, b);
      return threshold === undefined ? similarity : Number(similarity >= threshold);
    }),
  );
  const degrees = edges.map((row) => row.reduce((sum, weight) => sum + weight, 0));
  const start = 1 / sentences.length;
  let ranks = sentences.map(() => start);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = ranks.map((_, i) => {
      const walked = ranks.reduce(
        (sum, rank, j) => sum + (degrees[j] ? (rank * (edges[j]?.[i] ?? 0)) / degrees[j] : rank * start),
        0,
      );
      return DAMPING * start + (1 - DAMPING) * walked;
    });
    const change = next.reduce((most, rank, i) => Math.max(most, Math.abs(rank - (ranks[i] ?? 0))), 0);
    ranks = next;
    if (change < ENOUGH) break;
  }
  return ranks;
}

export type Vector = ReadonlyMap<string, number>;

/** A vector of length 1 for each text, a stem weighing by how often it occurs there and how rarely elsewhere. */
export function tfIdf(texts: readonly (readonly string[])[]): Vector[] {
  const within = new Map<string, number>();
  for (const stems of texts) for (const stem of new Set(stems)) within.set(stem, (within.get(stem) ?? 0) + 1);
  return texts.map((stems) => {
    const weights = new Map<string, number>();
    for (const stem of stems) {
      const idf = Math.log(1 + texts.length / (within.get(stem) ?? 1));
      weights.set(stem, (weights.get(stem) ?? 0) + idf);
    }
    const length = Math.hypot(...weights.values());
    return new Map([...weights].map(([stem, weight]) => [stem, weight / length]));
  });
}

/** From 0 for nothing in common to 1 for the same. */
export function cosine(a: Vector, b: Vector): number {
  let sum = 0;
  for (const [stem, weight] of a) sum += weight * (b.get(stem) ?? 0);
  return sum;
}
