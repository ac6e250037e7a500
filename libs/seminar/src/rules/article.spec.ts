import type { Article } from '#article';
import * as s from '../testing/a-seminar.ts';
import { given } from '../testing/given.ts';

const importing = (version: number, document: Article = s.document) =>
  ({ type: 'article.import', data: { article: s.article, version, document } }) as const;

describe('importing an article', () => {
  it('makes its first version', () =>
    given(s.opened, s.joined(s.ada, 'instructor')).when(s.ada, importing(1)).then(s.imported[1]));

  it('goes on with the next version and no other', () => {
    given(...s.underWay)
      .when(s.ada, importing(2))
      .then({
        type: 'article.imported',
        version: 2,
        data: { article: s.article, version: 2, document: s.document },
        personal: null,
      });
    given(...s.underWay)
      .when(s.ada, importing(1))
      .thenRejected('article/version-conflict');
    given(...s.underWay)
      .when(s.ada, importing(3))
      .thenRejected('article/version-conflict');
  });

  it('is for instructors', () =>
    given(...s.underWay)
      .when(s.ben, importing(2))
      .thenRejected('policy/not-allowed'));

  it('needs text', () => {
    const empty = { ...s.document, sections: s.document.sections.map((section) => ({ ...section, blocks: [] })) };
    given(...s.underWay)
      .when(s.ada, importing(2, empty))
      .thenRejected('article/no-text');
  });

  it('needs ids that tell its passages apart', () => {
    const twice = { ...s.document, sections: [...s.document.sections, ...s.document.sections] };
    given(...s.underWay)
      .when(s.ada, importing(2, twice))
      .thenRejected('article/duplicate-block');
  });

  it('has a limit in bytes', () =>
    given(...s.underWay)
      .when(s.ada, importing(2), { limits: { articleBytes: 100 } })
      .thenRejected('article/too-large'));
});
