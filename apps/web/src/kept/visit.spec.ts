import { AnnotationId } from '#seminar';
import { beginVisit, newTo, onward, readAll, readThread } from './visit.ts';

const thread = AnnotationId.parse('0190b8a0-0000-7000-8000-000000000001');
const at = (hour: number) => new Date(Date.UTC(2026, 0, 1, hour));
const word = (position: number, author = 'other') => ({ thread, author: author as never, position });

describe('a visit', () => {
  it('finds nothing new the first time, and what arrives while it lasts', () => {
    const isNew = newTo(beginVisit(undefined, 40, at(9)), 'me');
    expect(isNew(word(40))).toBe(false);
    expect(isNew(word(41))).toBe(true);
    expect(isNew(word(41, 'me'))).toBe(false);
  });

  it('finds new what was said after the last one', () => {
    const first = onward(beginVisit(undefined, 40, at(9)), 50, at(10));
    const second = beginVisit(first, 60, at(20));
    expect(second).toMatchObject({ base: 50, since: at(10).toISOString() });
    expect(newTo(second, 'me')(word(51))).toBe(true);
    expect(newTo(second, 'me')(word(50))).toBe(false);
  });

  it('goes on when the page is loaded again', () => {
    const first = readThread(beginVisit(undefined, 40, at(9)), thread, 45);
    expect(beginVisit(first, 50, at(9))).toMatchObject({ base: 40, head: 50 });
    expect(newTo(beginVisit(first, 50, at(9)), 'me')(word(45))).toBe(false);
  });

  it('can be told that all was read', () => {
    expect(newTo(readAll(beginVisit(beginVisit(undefined, 4, at(1)), 9, at(5))), 'me')(word(8))).toBe(false);
  });
});
