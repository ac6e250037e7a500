import { BlockId } from '#article';
import type { Intent } from '../commands.ts';
import { type Event } from '../events.ts';
import { ArticleId, AssignmentId } from '../ids.ts';
import { AskedReading } from '../reading.ts';
import * as s from '../testing/a-seminar.ts';
import { given, stateAfter } from '../testing/given.ts';
import { isWritten } from '../written.ts';

const assignment = AssignmentId.parse('00000000-0000-4000-8000-000000000301');
const section = s.document.sections[0]?.id ?? s.block;
const asked = { assignment, article: s.article, contributions: 2, due: '2026-12-04T17:00:00.000Z' };
const assign = (changes: Partial<AskedReading> = {}): Intent => ({
  type: 'reading.assign',
  data: { ...asked, ...changes },
});
const assigned = (changes: Partial<AskedReading> = {}): Event => ({
  type: 'reading.assigned',
  version: 1,
  data: { ...asked, ...changes },
  personal: null,
});
const withdraw: Intent = { type: 'reading.withdraw', data: { assignment } };
const withdrawn: Event = { type: 'reading.withdrawn', version: 1, data: { assignment }, personal: null };
const underWay = [...s.underWay, [s.ada, assigned()] as const];
/** Before the hour at which specs send their commands. */
const LONG_AGO = '2026-11-01T08:00:00.000Z';

describe('asking for a reading', () => {
  it('is for instructors', () => {
    given(...s.underWay)
      .when(s.ada, assign())
      .then(assigned());
    for (const member of [s.ben, s.cleo]) {
      given(...s.underWay)
        .when(member, assign())
        .thenRejected('policy/not-allowed');
      given(...underWay)
        .when(member, withdraw)
        .thenRejected('policy/not-allowed');
    }
  });
  it('may stop at a section of the newest version', () => {
    given(...s.underWay)
      .when(s.ada, assign({ section }))
      .then(assigned({ section }));
    for (const elsewhere of [s.block, BlockId.parse('s-9')]) {
      given(...s.underWay)
        .when(s.ada, assign({ section: elsewhere }))
        .thenRejected('reading/unknown-section');
    }
    const sections = [{ ...s.document.sections[0], id: BlockId.parse('s-new') }];
    const newer = { article: s.article, version: 2, document: { ...s.document, sections } };
    given(...s.underWay, [s.ada, { type: 'article.imported', version: 2, data: newer, personal: null } as Event])
      .when(s.ada, assign({ section }))
      .thenRejected('reading/unknown-section');
  });
  it('is about an article that is there', () =>
    given(...s.underWay)
      .when(s.ada, assign({ article: ArticleId.parse('00000000-0000-4000-8000-000000000099') }))
      .thenRejected('article/unknown'));
  it('leaves time to read', () =>
    given(...s.underWay)
      .when(s.ada, assign({ due: LONG_AGO }))
      .thenRejected('reading/due-passed'));
  it.each([-1, 101, 1.5])('does not ask for %d contributions', (contributions) => {
    expect(AskedReading.safeParse({ ...asked, contributions }).success).toBe(false);
    expect(AskedReading.safeParse({ ...asked, contributions: 100 }).success).toBe(true);
  });
});

describe('a reading that is asked for', () => {
  it('can be asked otherwise under the same id', () => {
    const later = { due: '2026-12-11T17:00:00.000Z', contributions: 3, section };
    given(...underWay)
      .when(s.ada, assign(later))
      .then(assigned(later));
    const { readings } = stateAfter([...underWay, [s.ada, assigned(later)]]);
    expect([...readings.values()]).toEqual([{ ...asked, ...later }]);
  });
  it('is there once, however often it is sent', () =>
    given(...underWay)
      .when(s.ada, assign())
      .thenNothing());
  it('can be changed after its day, which may stay', () => {
    const late = [...s.underWay, [s.ada, assigned({ due: LONG_AGO })] as const];
    given(...late)
      .when(s.ada, assign({ due: LONG_AGO, contributions: 1 }))
      .then(assigned({ due: LONG_AGO, contributions: 1 }));
    given(...late)
      .when(s.ada, assign({ due: '2026-11-02T08:00:00.000Z' }))
      .thenRejected('reading/due-passed');
  });
  it('stays with its article', () => {
    const other = ArticleId.parse('00000000-0000-4000-8000-000000000003');
    const data = { article: other, version: 1, document: s.document };
    given(...underWay, [s.ada, { type: 'article.imported', version: 2, data, personal: null }])
      .when(s.ada, assign({ article: other }))
      .thenRejected('reading/another-article');
  });
  it('can be withdrawn, once', () => {
    given(...underWay)
      .when(s.ada, withdraw)
      .then(withdrawn);
    given(...underWay, [s.ada, withdrawn])
      .when(s.ada, withdraw)
      .thenRejected('reading/unknown');
  });
});

it('counts what was written, not what was marked', () => {
  expect((['commenting', 'questioning', 'replying', 'highlighting'] as const).map(isWritten)).toEqual([
    ...[true, true, true],
    false,
  ]);
});
