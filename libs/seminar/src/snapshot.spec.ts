import { evolveContents, noContents } from './contents.ts';
import { evolve } from './evolve.ts';
import { AssignmentId, SCRIBE } from './ids.ts';
import { fromSnapshot, toSnapshot } from './snapshot.ts';
import { initialState } from './state.ts';
import * as s from './testing/a-seminar.ts';
import { recorded } from './testing/given.ts';

const log = recorded([
  ...s.underWay,
  s.annotated(s.ben, 1, 'questioning'),
  s.replied(s.ada, 2, 1),
  s.replied(s.ben, 3, 2),
  [s.ada, { type: 'reaction.added', version: 1, data: { annotation: s.note(3), reaction: 'agree' }, personal: null }],
  [
    s.ben,
    {
      type: 'annotation.edited',
      version: 1,
      data: { annotation: s.note(3), revision: 2 },
      personal: { body: 'Because.' },
    },
  ],
  [s.ada, { type: 'annotation.tagged', version: 1, data: { annotation: s.note(1), tags: ['key'] }, personal: null }],
  [s.ben, { type: 'question.answered', version: 1, data: { question: s.note(1), answer: s.note(2) }, personal: null }],
  s.annotated(s.ada, 4),
  s.deleted(s.ada, 4),
  s.replied(s.ben, 5, 4),
  [s.ada, { type: 'reaction.added', version: 1, data: { annotation: s.note(5), reaction: 'thanks' }, personal: null }],
  s.deleted(s.ben, 5),
  [
    s.ben,
    {
      type: 'annotation.restored',
      version: 1,
      data: { annotation: s.note(5), tags: [], reactions: [{ reaction: 'thanks', members: [s.ada] }] },
      personal: { body: 'Back again.' },
    },
  ],
  [s.ada, { type: 'thread.resolved', version: 1, data: { thread: s.note(1) }, personal: null }],
  [
    SCRIBE,
    {
      type: 'summary.made',
      version: 1,
      data: {
        ...{
          article: s.article,
          section: s.block,
          version: 1,
          number: 1,
          from: 6,
          to: 16,
          language: 'en',
          maker: 'extract',
        },
        sentences: [{ kind: 'statement', issue: 0, cites: [s.note(1)] }],
      },
      personal: { body: 'Margins answer back.' },
    },
  ],
  [
    s.ada,
    {
      type: 'reading.assigned',
      version: 1,
      data: {
        assignment: AssignmentId.parse('00000000-0000-4000-8000-000000000301'),
        ...{ article: s.article, section: s.block, contributions: 2, due: '2026-12-04T17:00:00.000Z' },
      },
      personal: null,
    },
  ],
  [s.ada, { type: 'summary.pinned', version: 1, data: { article: s.article, section: s.block }, personal: null }],
  [
    s.ada,
    { ...s.imported[1], data: { article: s.article, version: 2, document: s.document } } as (typeof s.imported)[1],
  ],
]);
const folded = (events: typeof log) => ({
  state: events.reduce(evolve, initialState),
  contents: events.reduce(evolveContents, noContents),
});

describe('a snapshot', () => {
  it('holds everything that the fold holds', () => {
    for (let n = 0; n <= log.length; n++) {
      const before = folded(log.slice(0, n));
      const after = fromSnapshot(JSON.parse(JSON.stringify(toSnapshot(before))));
      expect(toSnapshot(after)).toEqual(toSnapshot(before));
      expect(after.state.annotations.toJS()).toEqual(before.state.annotations.toJS());
      expect(after.state.summaries.toJS()).toEqual(before.state.summaries.toJS());
      expect(after.contents.summaries.toJS()).toEqual(before.contents.summaries.toJS());
      expect(after.state.readings.toJS()).toEqual(before.state.readings.toJS());
      expect(after.state.articles.toJS()).toEqual(before.state.articles.toJS());
    }
  });

  it('can be folded on', () => {
    const middle = fromSnapshot(toSnapshot(folded(log.slice(0, 9))));
    const rest = log.slice(9);
    const end = { state: rest.reduce(evolve, middle.state), contents: rest.reduce(evolveContents, middle.contents) };
    expect(toSnapshot(end)).toEqual(toSnapshot(folded(log)));
  });

  it('keeps tombstones, without their words', () => {
    const tombstone = toSnapshot(folded(log)).annotations.find(({ id }) => id === s.note(4));
    expect(tombstone).toMatchObject({ deleted: true, body: null });
  });

  it('knows for a tombstone what comes back with it, and of what has come back nothing more', () => {
    const deleted = log.findLastIndex(({ type }) => type === 'annotation.deleted') + 1;
    const reply = (events: typeof log) => toSnapshot(folded(events)).annotations.find(({ id }) => id === s.note(5));
    expect(reply(log.slice(0, deleted))).toMatchObject({
      ...{ body: null, reactions: [] },
      deletion: { by: s.ben, at: log[deleted - 1]?.at, reactions: [['thanks', [s.ada]]], answered: false },
    });
    const back = reply(log);
    expect(back).toMatchObject({ deleted: false, body: 'Back again.', reactions: [['thanks', [s.ada]]] });
    expect(back).not.toHaveProperty('deletion');
  });
});
