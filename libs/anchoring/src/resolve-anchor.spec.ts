import { BlockId } from '#article';
import { makeAnchor } from './make-anchor.ts';
import { quotesExactly, resolveAnchor } from './resolve-anchor.ts';

const p1 = BlockId.parse('p-1');
const p2 = BlockId.parse('p-2');
const text = 'The South is many. The South is not one South.';

describe('an anchor', () => {
  const last = makeAnchor(p1, text, 32, 45);

  it('quotes the passage with its surroundings', () => {
    expect(last.quote.exact).toBe('not one South');
    expect(last.quote.prefix).toBe('The South is many. The South is ');
    expect(last.quote.suffix).toBe('.');
    expect(quotesExactly(last, text)).toBe(true);
  });

  it('leaves white space at its ends out', () => {
    const loose = makeAnchor(p1, text, 18, 29);
    expect(loose.quote.exact).toBe('The South');
    expect(loose.position).toEqual({ start: 19, end: 28 });
  });

  it('never holds half a surrogate pair in its context', () => {
    const emoji = '😀'.repeat(40);
    const { quote } = makeAnchor(p1, `${emoji}x passage${emoji}`, 81, 89);
    expect([quote.prefix.isWellFormed(), quote.suffix.isWellFormed()]).toEqual([true, true]);
  });
});

describe('resolving an anchor', () => {
  const anchor = makeAnchor(p1, text, 23, 28);

  it('finds it where it was', () => {
    expect(resolveAnchor(anchor, new Map([[p1, text]]))).toEqual({ block: p1, start: 23, end: 28 });
  });

  it('tells equal words apart by what stands around them', () => {
    const longer = `Indeed. ${text}`;
    expect(resolveAnchor(anchor, new Map([[p1, longer]]))).toEqual({ block: p1, start: 31, end: 36 });
  });

  it('follows a passage into another block', () => {
    expect(resolveAnchor(anchor, new Map([[p2, `${text} And more.`]]))).toEqual({ block: p2, start: 23, end: 28 });
  });

  it('finds nothing when the passage is gone', () => {
    expect(resolveAnchor(anchor, new Map([[p1, 'Nothing of it.']]))).toBeUndefined();
  });
});
