import { cosine, tfIdf, type Vector } from '../weigh/lex-rank.ts';

/** Two groups nearer than this, on average, speak of one thing. */
const SAME_ISSUE = 0.16;

/** Above this many, the rest joins the nearest group at once: comparing all with all grows with the square. */
const MOST_COMPARED = 200;

/**
 * Groups texts that speak of one thing: average-linkage clustering of their tf-idf vectors. Returns indices; the groups and what is
 * in them keep the order of the texts.
 *
 * @param nearness what two texts have in common beside their words, from 0 to 1, such as the passage that they are about.
 */
export function cluster(
  texts: readonly (readonly string[])[],
  nearness: (a: number, b: number) => number = () => 0,
): number[][] {
  const vectors = tfIdf(texts);
  const similarity = (a: number, b: number): number =>
    Math.min(1, cosine(vectors[a] ?? NOTHING, vectors[b] ?? NOTHING) + nearness(a, b));
  const linkage = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, i) => sum + b.reduce((part, j) => part + similarity(i, j), 0), 0) / (a.length * b.length);

  const groups = texts.slice(0, MOST_COMPARED).map((_, index) => [index]);
  for (let nearest = nearestPair(groups, linkage); nearest; nearest = nearestPair(groups, linkage)) {
    const [into, from] = nearest;
    groups[into] = [...(groups[into] ?? []), ...(groups[from] ?? [])].sort((a, b) => a - b);
    groups.splice(from, 1);
  }
  for (let index = MOST_COMPARED; index < texts.length; index += 1) {
    const near = groups.map((group) => linkage(group, [index]));
    const best = near.indexOf(Math.max(...near));
    if ((near[best] ?? 0) >= SAME_ISSUE) groups[best]?.push(index);
    else groups.push([index]);
  }
  return groups;
}

const NOTHING: Vector = new Map();

function nearestPair(
  groups: readonly number[][],
  linkage: (a: readonly number[], b: readonly number[]) => number,
): [number, number] | undefined {
  let best: { pair: [number, number]; near: number } | undefined;
  for (const [i, a] of groups.entries()) {
    for (const [j, b] of groups.entries()) {
      if (j <= i) continue;
      const near = linkage(a, b);
      if (near >= (best?.near ?? SAME_ISSUE)) best = { pair: [i, j], near };
    }
  }
  return best?.pair;
}
