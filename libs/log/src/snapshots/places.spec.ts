import fc from 'fast-check';
import { nextPlace } from './places.ts';

const every = fc.integer({ min: 1, max: 2_000 });
const position = fc.integer({ min: 0, max: 2_000_000 });

const placesUpTo = (position: number, every: number): number[] => {
  const places: number[] = [];
  for (let place = nextPlace(0, every); place <= position; place = nextPlace(place, every)) places.push(place);
  return places;
};

describe('the places at which states are kept', () => {
  it('stand at every so many events at first', () => {
    expect(placesUpTo(4_500, 500)).toEqual([500, 1_000, 1_500, 2_000, 2_500, 3_000, 3_500, 4_000, 4_500]);
  });

  it('are never further apart than that, or than a thirty-second of what is before them', () => {
    fc.assert(
      fc.property(position, every, (after, every) => {
        const next = nextPlace(after, every);
        expect(next).toBeGreaterThan(after);
        expect(next - after).toBeLessThanOrEqual(Math.max(every, after / 32));
      }),
    );
  });

  it('are the same wherever one begins to look', () => {
    fc.assert(
      fc.property(position, every, (after, every) => {
        const next = nextPlace(after, every);
        expect(nextPlace(next - 1, every)).toBe(next);
      }),
    );
  });

  it('cost a small multiple of the newest state, not the square of the log', () => {
    const places = placesUpTo(1_000_000, 500);
    const sum = places.reduce((all, place) => all + place, 0);
    expect(sum).toBeLessThan(35 * 1_000_000);
  });
});
