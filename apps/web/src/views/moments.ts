/** When what was said in a log: from moments to positions, and back. */

export interface Moment {
  /** Milliseconds. */
  time: number;
  position: number;
}

/** In the order of the log; a time that runs backwards (clocks do) counts as the one before. */
export function momentsOf(words: Iterable<{ at: string; position: number }>): readonly Moment[] {
  const moments = [...words].map(({ at, position }) => ({ time: Date.parse(at), position }));
  moments.sort((a, b) => a.position - b.position);
  let latest = Number.NEGATIVE_INFINITY;
  return moments.map(({ time, position }) => {
    latest = Math.max(latest, time);
    return { time: latest, position };
  });
}

/** The last position that had been written by then; that of the first moment where it is before them all. */
export function positionAt(moments: readonly Moment[], time: number): number {
  const after = firstIndex(moments, (moment) => moment.time > time);
  return (moments[after - 1] ?? moments[0])?.position ?? 0;
}

/** When this position was the last one, as far as the moments tell. */
export function timeAt(moments: readonly Moment[], position: number): number {
  const after = firstIndex(moments, (moment) => moment.position > position);
  return (moments[after - 1] ?? moments[0])?.time ?? 0;
}

/** The first of which it holds, and of all behind it; the length where there is none. */
function firstIndex(moments: readonly Moment[], holds: (moment: Moment) => boolean): number {
  let [from, to] = [0, moments.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const moment = moments[middle];
    if (moment && holds(moment)) to = middle;
    else from = middle + 1;
  }
  return from;
}
