/** The log's time as a row of bars. */
export interface Timeline {
  /** When the first and the last bar begin and end, milliseconds. */
  from: number;
  to: number;
  /** How much was said in each span. */
  bars: readonly number[];
}

/** Spreads moments (ISO 8601) over so many bars, from the first to now; `undefined` where nothing was said. */
export function timelineOf(moments: readonly string[], bars: number, now: number): Timeline | undefined {
  const times = moments.map((at) => Date.parse(at)).filter((time) => !Number.isNaN(time));
  if (times.length === 0) return undefined;
  const from = times.reduce((least, time) => Math.min(least, time), now);
  const to = times.reduce((most, time) => Math.max(most, time), now);
  const counts = Array<number>(bars).fill(0);
  for (const time of times) {
    const bar = to === from ? bars - 1 : Math.min(bars - 1, Math.floor(((time - from) / (to - from)) * bars));
    counts[bar] = (counts[bar] ?? 0) + 1;
  }
  return { from, to, bars: counts };
}
