/**
 * At which positions of a log its folded state is kept: every `every` events, and later when the log has grown by an
 * eighth since the last one. A state is as large as what was written before it, so at equal distances a log of n events
 * would cost n² to keep; like this all states together cost some nine times the newest one, and to reach any position
 * from the nearest state before it costs no more than loading that state does. The places follow from `every` alone,
 * so every process keeps the same ones.
 */
const SHARE = 8;

/** The first place after a position. */
export function nextPlace(position: number, every: number): number {
  let place = 0;
  while (place <= position) place += every * Math.max(1, Math.floor(place / (SHARE * every)));
  return place;
}
