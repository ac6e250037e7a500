/**
 * A revised version keeps the ids of what stayed: anchors hang on them. What has the same words has the same id; what was
 * lightly edited, and stands between the same neighbours, is the same passage too. Nothing is asked of the source but its
 * text, so a revision may even come in another format.
 *
 * First whatever has exactly the same text is paired, in order. These pairs are landmarks; in the gaps between them the
 * pairs with the most words in common are sought that don't cross (an alignment, as `diff` does it with lines). Last, what
 * was moved: alike enough to be sure, wherever it stands.
 */
import { type Article, type Block, BlockId, type Mark } from './model.ts';

/** What has an id and words; blocks are paired with blocks, notes with notes. */
interface Passage {
  id: BlockId;
  text: string;
}

/** Shared words, as a share of all words of both, from which on two passages in a gap are the same. */
const LIKE = 0.5;
/** The same for passages that stand elsewhere. */
const ALIKE = 0.75;
/** Pairs that are compared at most; beyond, only the nearest. */
const MOST_PAIRS = 200_000;

/** The next version of an article, with the ids that its passages had in the previous one. */
export function keepIds(previous: Article, next: Article): Article {
  const kept = new Map<BlockId, BlockId>();
  for (const part of PARTS) pair(part(previous), part(next), kept);
  const taken = new Set(kept.values());
  const ids = new Map<BlockId, BlockId>();
  for (const { id } of PARTS.flatMap((part) => part(next))) {
    const own = kept.get(id) ?? free(id, taken);
    taken.add(own);
    ids.set(id, own);
  }
  return renamed(next, (id) => ids.get(id) ?? id);
}

/** What is paired among itself. Titles of sections are short and often alike, so they keep to themselves. */
const PARTS: readonly ((article: Article) => Passage[])[] = [
  ({ sections }) => sections.map(({ id, title }) => ({ id, text: title })),
  ({ abstract, sections, back }) => [...abstract, ...sections.flatMap(({ blocks }) => blocks), ...back],
  ({ notes }) => notes,
  ({ references }) => references ?? [],
];

/** An id that nothing has yet: as it is, or with a number behind it. */
function free(id: BlockId, taken: ReadonlySet<BlockId>): BlockId {
  let own = id;
  for (let count = 2; taken.has(own); count++) own = BlockId.parse(`${id.slice(0, 70)}-${count}`);
  return own;
}

function pair(previous: readonly Passage[], next: readonly Passage[], kept: Map<BlockId, BlockId>): void {
  const landmarks = exactPairs(previous, next);
  let [before, after] = [0, 0];
  for (const [from, to] of [...landmarks, [previous.length, next.length] as const]) {
    for (const [old, fresh] of aligned(previous.slice(before, from), next.slice(after, to))) kept.set(fresh.id, old.id);
    const [old, fresh] = [previous[from], next[to]];
    if (old && fresh) kept.set(fresh.id, old.id);
    [before, after] = [from + 1, to + 1];
  }
  const used = new Set(kept.values());
  const lost = previous.filter(({ id }) => !used.has(id));
  for (const fresh of next.filter(({ id }) => !kept.has(id))) {
    const at = nearest(fresh, lost);
    const old = lost[at];
    if (!old) continue;
    kept.set(fresh.id, old.id);
    lost.splice(at, 1);
  }
}

const normal = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();

/** The longest run of pairs with the same text that don't cross, as places in both. */
function exactPairs(previous: readonly Passage[], next: readonly Passage[]): (readonly [number, number])[] {
  const places = new Map<string, number[]>();
  for (const [index, { text }] of previous.entries()) {
    const key = normal(text);
    places.set(key, [...(places.get(key) ?? []), index]);
  }
  // Of several with the same text the first that is left; the chain below drops those that cross.
  const candidates = next.flatMap(({ text }, index): (readonly [number, number])[] => {
    const place = places.get(normal(text))?.shift();
    return place === undefined ? [] : [[place, index]];
  });
  return longestRising(candidates);
}

/** The most pairs whose first places rise like their second ones (patience sorting). */
function longestRising(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  /** For each length the pair that a run of it ends with; the lower, the better. */
  const ends: number[] = [];
  const before: number[] = [];
  for (const [index, [place]] of pairs.entries()) {
    let length = ends.findIndex((end) => (pairs[end]?.[0] ?? 0) > place);
    if (length === -1) length = ends.length;
    before[index] = ends[length - 1] ?? -1;
    ends[length] = index;
  }
  const run: (readonly [number, number])[] = [];
  for (let at = ends.at(-1) ?? -1; at !== -1; at = before[at] ?? -1) {
    const found = pairs[at];
    if (found) run.unshift(found);
  }
  return run;
}

/** The pairs of a gap that have the most in common together, and don't cross. */
function aligned(previous: readonly Passage[], next: readonly Passage[]): [Passage, Passage][] {
  if (previous.length === 0 || next.length === 0 || previous.length * next.length > MOST_PAIRS) return [];
  const olds = previous.map(({ text }) => shinglesOf(text));
  const news = next.map(({ text }) => shinglesOf(text));
  const likes = olds.map((old) => news.map((fresh) => Math.max(0, likeness(old, fresh) - LIKE)));
  /** `best[i][j]`: what the passages from i and from j on have in common. */
  const best = Array.from({ length: previous.length + 1 }, () => new Float64Array(next.length + 1));
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  for (let i = previous.length - 1; i >= 0; i--) {
    for (let j = next.length - 1; j >= 0; j--) {
      const like = likes[i]?.[j] ?? 0;
      const row = best[i];
      if (row) row[j] = Math.max(at(i + 1, j), at(i, j + 1), like > 0 ? like + at(i + 1, j + 1) : 0);
    }
  }
  const pairs: [Passage, Passage][] = [];
  for (let [i, j] = [0, 0]; i < previous.length && j < next.length; ) {
    const like = likes[i]?.[j] ?? 0;
    const [old, fresh] = [previous[i], next[j]];
    if (like > 0 && old && fresh && at(i, j) === like + at(i + 1, j + 1)) {
      pairs.push([old, fresh]);
      [i, j] = [i + 1, j + 1];
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}

/** Where the passage most alike is, if one is alike enough; -1 if not. */
function nearest(fresh: Passage, lost: readonly Passage[]): number {
  if (lost.length * fresh.text.length > 100 * MOST_PAIRS) return -1;
  const shingles = shinglesOf(fresh.text);
  let [place, most] = [-1, ALIKE];
  for (const [index, { text }] of lost.entries()) {
    const like = likeness(shingles, shinglesOf(text));
    if (like >= most) [place, most] = [index, like];
  }
  return place;
}

const FEW_WORDS = 8;

/** Pairs of neighbouring words; of a short text its letters, three at a time. */
function shinglesOf(text: string): Set<string> {
  const words = normal(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length >= FEW_WORDS) return new Set(words.slice(1).map((word, index) => `${words[index]} ${word}`));
  const letters = ` ${words.join(' ')} `;
  return new Set(
    Array.from({ length: Math.max(1, letters.length - 2) }, (_, index) => letters.slice(index, index + 3)),
  );
}

/** Of a passage that was split or joined, at least so much is left, and all but so little of that was there before. */
const [LEAST_PART, CONTAINED] = [0.3, 0.9];

/**
 * What two sets share, as a share of what is in either (Jaccard). A part of the other, as splitting and joining make it, is
 * a little more like it than what may be something else; of two parts the larger one is.
 */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  let shared = 0;
  for (const shingle of few) if (many.has(shingle)) shared += 1;
  const jaccard = shared / (one.size + other.size - shared);
  const isPart = few.size >= LEAST_PART * many.size && shared >= CONTAINED * few.size;
  return isPart ? Math.max(jaccard, LIKE + (few.size / many.size) * (ALIKE - LIKE) * 0.9) : jaccard;
}

function renamed(article: Article, rename: (id: BlockId) => BlockId): Article {
  const marks = (all: readonly Mark[]): Mark[] =>
    all.map((mark) => (mark.target === undefined ? mark : { ...mark, target: rename(mark.target) }));
  const block = (it: Block): Block => ({ ...it, id: rename(it.id), marks: marks(it.marks) });
  return {
    ...article,
    abstract: article.abstract.map(block),
    sections: article.sections.map((section) => ({
      ...section,
      id: rename(section.id),
      blocks: section.blocks.map(block),
    })),
    back: article.back.map(block),
    notes: article.notes.map((note) => ({ ...note, id: rename(note.id), marks: marks(note.marks) })),
    ...(article.references && {
      references: article.references.map((entry) => ({ ...entry, id: rename(entry.id), marks: marks(entry.marks) })),
    }),
  };
}
