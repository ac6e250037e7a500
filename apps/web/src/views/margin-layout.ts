/**
 * Places cards beside their passages. Each wants to stand at the height of its passage; none may overlap another or
 * change order. The one being read stands exactly at its passage, the others give way as little as possible.
 *
 * Without an open card this is isotonic regression (pool adjacent violators): neighbours that collide become a pool,
 * which settles at the mean of what its cards want. With one, its place bounds the cards before and after it, and
 * clamping the regression to a bound is still the nearest solution.
 */
export interface Wanted {
  id: string;
  /** Where its passage is, in pixels from the top of the article. */
  want: number;
  height: number;
}

export interface Spacing {
  gap: number;
  /** No card stands above this. */
  top: number;
}

/** The top of each card, in the order given, which is the order they keep. */
export function layOut(cards: readonly Wanted[], open: string | undefined, { gap, top }: Spacing): number[] {
  const at = cards.findIndex(({ id }) => id === open);
  const fixed = cards[at];
  if (!fixed) return settle(cards, gap, top, Number.POSITIVE_INFINITY);
  const before = cards.slice(0, at);
  const room = top + before.reduce((sum, { height }) => sum + height + gap, 0);
  // Only where the cards above it don't fit between the top and its passage does the open card give way.
  const place = Math.max(fixed.want, room);
  return [
    ...settle(before, gap, top, place - gap),
    place,
    ...settle(cards.slice(at + 1), gap, place + fixed.height + gap, Number.POSITIVE_INFINITY),
  ];
}

/** Cards between two bounds; there is room for them. */
function settle(cards: readonly Wanted[], gap: number, lowest: number, end: number): number[] {
  // Offsets turn 'no overlap' into 'never decreasing': card i stands at offsets[i] + level[i].
  const offsets: number[] = [];
  let total = 0;
  for (const { height } of cards) {
    offsets.push(total);
    total += height + gap;
  }
  const highest = end - (total - gap);
  const pools: { mean: number; size: number }[] = [];
  cards.forEach(({ want }, i) => {
    let pool = { mean: want - (offsets[i] ?? 0), size: 1 };
    for (let last = pools.at(-1); last && last.mean > pool.mean; last = pools.at(-1)) {
      pools.pop();
      const size = last.size + pool.size;
      pool = { mean: (last.mean * last.size + pool.mean * pool.size) / size, size };
    }
    pools.push(pool);
  });
  const levels = pools.flatMap(({ mean, size }) => Array<number>(size).fill(mean));
  return levels.map((level, i) => (offsets[i] ?? 0) + Math.max(lowest, Math.min(level, highest)));
}
