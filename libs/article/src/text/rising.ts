/** The indexes of a longest strictly rising subsequence of the values, in order; O(n log n) by patience sorting. */
export function longestRising(values: readonly number[]): number[] {
  const tails: number[] = [];
  const before: number[] = [];
  const valueAt = (index: number | undefined): number => values[index ?? -1] ?? Number.NEGATIVE_INFINITY;
  for (const [index, value] of values.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (valueAt(tails[middle]) < value) low = middle + 1;
      else high = middle;
    }
    before[index] = tails[low - 1] ?? -1;
    tails[low] = index;
  }
  const rising: number[] = [];
  for (let index = tails.at(-1) ?? -1; index !== -1; index = before[index] ?? -1) rising.push(index);
  return rising.reverse();
}
