/**
 * At which positions of a log its folded state is kept: every `every` events, and later when the log has grown by a
 * thirty-second since the last one. To reach any position from the nearest state before it costs no more than folding that
 * share of the log. Of a state only the pages that have changed are written, so one more state is cheap where people write
 * about what is new; where every page is touched again and again, all states together cost some 33 times the newest one and
 * not, as at equal distances, the square of the log. The places follow from `every` alone, so every process keeps the same ones.
 */
const SHARE = 32;

/** The first place after a position. */
export function nextPlace(position: number, every: number): number {
  let place = 0;
  while (place <= position) place += every * Math.max(1, Math.floor(place / (SHARE * every)));
  return place;
}
