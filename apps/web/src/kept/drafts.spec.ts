import { Drafts } from './drafts.ts';
import { memoryShelf } from './kept.ts';

describe('drafts', () => {
  it('are there again on the next visit, until they are dropped', () => {
    const shelf = memoryShelf();
    const drafts = new Drafts('me', shelf);
    drafts.write('reply:1', { body: 'Half a thou' });
    expect(new Drafts('me', shelf).at('reply:1')).toEqual({ body: 'Half a thou' });
    drafts.write('reply:1', { body: '' });
    expect(new Drafts('me', shelf).at('reply:1')).toBeUndefined();
  });
});
