import fc from 'fast-check';
import { layOut } from './margin-layout.ts';

const spacing = { gap: 10, top: 0 };
const card = (id: string, want: number, height = 40) => ({ id, want, height });

describe('the margin', () => {
  it('leaves cards at their passages where there is room', () => {
    expect(layOut([card('a', 0), card('b', 100)], undefined, spacing)).toEqual([0, 100]);
  });

  it('lets neighbours that collide share the distance', () => {
    expect(layOut([card('a', 100), card('b', 100)], undefined, spacing)).toEqual([75, 125]);
  });

  it('keeps the open card at its passage and moves the others', () => {
    expect(layOut([card('a', 100), card('b', 110, 300), card('c', 120)], 'b', spacing)).toEqual([60, 110, 420]);
  });

  it('never overlaps, keeps the order, and keeps the open card in place wherever that is possible', () => {
    const cards = fc
      .array(fc.record({ want: fc.integer({ min: 0, max: 3_000 }), height: fc.integer({ min: 20, max: 600 }) }))
      .map((list) => list.sort((a, b) => a.want - b.want).map((it, i) => ({ ...it, id: String(i) })));
    fc.assert(
      fc.property(cards, fc.nat(40), (list, pick) => {
        const open = list[pick]?.id;
        const tops = layOut(list, open, spacing);
        expect(tops).toHaveLength(list.length);
        list.forEach(({ height }, i) => {
          const next = tops[i + 1];
          if (next !== undefined) expect((tops[i] ?? 0) + height + spacing.gap).toBeLessThanOrEqual(next + 1e-6);
          expect(tops[i]).toBeGreaterThanOrEqual(-1e-6);
        });
        const fixed = list[pick];
        if (!fixed) return;
        const above = list.slice(0, pick).reduce((sum, { height }) => sum + height + spacing.gap, 0);
        expect(tops[pick]).toBe(Math.max(fixed.want, above));
      }),
    );
  });
});
