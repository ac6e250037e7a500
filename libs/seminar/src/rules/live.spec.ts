import { asideWith, EVERYONE } from '../audience.ts';
import type { Intent } from '../commands.ts';
import type { Event } from '../events.ts';
import { BALLOT_BOX, PollId, SessionId } from '../ids.ts';
import * as s from '../testing/a-seminar.ts';
import { given, type Past, stateAfter } from '../testing/given.ts';

const session = SessionId.parse('00000000-0000-4000-8000-0000000000b1');
const another = SessionId.parse('00000000-0000-4000-8000-0000000000b2');
const poll = PollId.parse('00000000-0000-4000-8000-0000000000c1');

const started: Event = { type: 'session.started', version: 1, data: { session }, personal: null };
const ended: Event = { type: 'session.ended', version: 1, data: { session }, personal: null };
const start = (id = session): Intent => ({ type: 'session.start', data: { session: id } });
const end = (id = session): Intent => ({ type: 'session.end', data: { session: id } });

describe('a live hour', () => {
  it('is begun and ended by an instructor, one at a time', () => {
    given(...s.underWay)
      .when(s.ada, start())
      .then(started);
    given(...s.underWay)
      .when(s.ben, start())
      .thenRejected('policy/not-allowed');
    given(...s.underWay, [s.ada, started])
      .when(s.ada, start(another))
      .thenRejected('hour/under-way');
    given(...s.underWay, [s.ada, started])
      .when(s.ada, end())
      .then(ended);
    given(...s.underWay, [s.ada, started])
      .when(s.ada, end(another))
      .thenRejected('hour/none');
    given(...s.underWay, [s.ada, started], [s.ada, ended])
      .when(s.ada, end())
      .thenRejected('hour/none');
    given(...s.underWay, [s.ada, started], [s.ada, ended])
      .when(s.ada, start(another))
      .then({ ...started, data: { session: another } });
  });
  it('is found again by its first and last position', () => {
    const { live, position } = stateAfter([...s.underWay, [s.ada, started], s.annotated(s.ben, 1), [s.ada, ended]]);
    expect(live.sessions.toJS()).toMatchObject([{ session, by: s.ada, from: position - 2, to: position }]);
  });
  it('takes the clock with it', () => {
    const timer: Event = {
      type: 'timer.set',
      version: 1,
      data: { seconds: 300, ends: '2026-11-12T15:05:00.000Z' },
      personal: null,
    };
    const stopped: Event = { type: 'timer.stopped', version: 1, data: {}, personal: null };
    given(...s.underWay)
      .when(s.ada, { type: 'timer.set', data: { seconds: 300 } })
      .then(timer);
    given(...s.underWay)
      .when(s.ben, { type: 'timer.set', data: { seconds: 300 } })
      .thenRejected('policy/not-allowed');
    given(...s.underWay)
      .when(s.ada, { type: 'timer.set', data: { seconds: 20_000 } })
      .thenRejected('timer/length');
    given(...s.underWay, [s.ada, started], [s.ada, timer])
      .when(s.ada, end())
      .then(stopped, ended);
    given(...s.underWay)
      .when(s.ada, { type: 'timer.stop', data: {} })
      .thenNothing();
  });
  it('looks at a paragraph that is there', () => {
    const spot = { article: s.article, version: 1, block: s.block };
    given(...s.underWay)
      .when(s.ada, { type: 'attention.call', data: spot })
      .then({ type: 'attention.called', version: 1, data: spot, personal: null });
    given(...s.underWay)
      .when(s.ada, { type: 'attention.call', data: { ...spot, version: 2 } })
      .thenRejected('article/unknown-version');
    given(...s.underWay)
      .when(s.ben, { type: 'attention.call', data: spot })
      .thenRejected('policy/not-allowed');
  });
});

const open = (change: Partial<Extract<Intent, { type: 'poll.open' }>['data']> = {}): Intent => ({
  type: 'poll.open',
  data: { poll, target: s.passage, question: ' Whose\nmargin? ', options: ['Mine', 'Yours'], named: true, ...change },
});
const opened = (named = true): Past => [
  s.ada,
  {
    type: 'poll.opened',
    version: 1,
    data: { poll, target: s.passage, options: 2, named },
    personal: { body: 'Whose margin?\nMine\nYours' },
  },
];
const answer = (option: number): Intent => ({ type: 'poll.answer', data: { poll, option } });
const cast = (ballot: string, option: number): Intent => ({ type: 'ballot.cast', data: { poll, ballot, option } });
const answered = (option: number): Event => ({
  type: 'poll.answered',
  version: 1,
  data: { poll, option },
  personal: null,
});
const closed: Past = [s.ada, { type: 'poll.closed', version: 1, data: { poll }, personal: null }];

describe('a poll', () => {
  it('is a question with answers, a line each', () => {
    given(...s.underWay)
      .when(s.ada, open())
      .then(opened()[1]);
    given(...s.underWay)
      .when(s.ben, open())
      .thenRejected('policy/not-allowed');
    for (const options of [['one'], ['one', ' '], ['one', 'one '], Array.from({ length: 9 }, (_, n) => `${n}`)]) {
      given(...s.underWay)
        .when(s.ada, open({ options }))
        .thenRejected('poll/words');
    }
    given(...s.underWay)
      .when(s.ada, open({ question: ' ' }))
      .thenRejected('poll/words');
  });
  it('is answered once by each, who may change their mind while it is open', () => {
    given(...s.underWay, opened())
      .when(s.ben, answer(1))
      .then(answered(1));
    given(...s.underWay, opened(), [s.ben, answered(1)])
      .when(s.ben, answer(1))
      .thenNothing();
    given(...s.underWay, opened(), [s.ben, answered(1)])
      .when(s.ben, answer(0))
      .then(answered(0));
    given(...s.underWay, opened())
      .when(s.ben, answer(2))
      .thenRejected('poll/unknown-option');
    given(...s.underWay, opened(), closed)
      .when(s.ben, answer(1))
      .thenRejected('poll/closed');
    given(...s.underWay, opened())
      .when(s.cleo, answer(1))
      .thenRejected('policy/not-allowed');
    const { live } = stateAfter([
      ...s.underWay,
      opened(),
      [s.ben, answered(1)],
      [s.ben, answered(0)],
      [s.ada, answered(0)],
    ]);
    expect([...(live.polls.get(poll)?.answers ?? [])]).toEqual([
      [s.ben, 0],
      [s.ada, 0],
    ]);
  });
  it('that is anonymous takes ballots, and says nobody’s name', () => {
    const ballot: Event = { type: 'ballot.cast', version: 1, data: { poll, ballot: 'b1', option: 1 }, personal: null };
    given(...s.underWay, opened(false))
      .when(BALLOT_BOX, cast('b1', 1))
      .then(ballot);
    given(...s.underWay, opened(false), [BALLOT_BOX, ballot])
      .when(BALLOT_BOX, cast('b1', 1))
      .thenNothing();
    given(...s.underWay, opened(false))
      .when(s.ben, cast('b1', 1))
      .thenRejected('policy/not-allowed');
    given(...s.underWay, opened(false))
      .when(s.ben, answer(1))
      .thenRejected('poll/anonymous');
    given(...s.underWay, opened(true))
      .when(BALLOT_BOX, cast('b1', 1))
      .thenRejected('poll/unknown');
  });
  it('is closed by an instructor, once', () => {
    given(...s.underWay, opened())
      .when(s.ada, { type: 'poll.close', data: { poll } })
      .then(closed[1]);
    given(...s.underWay, opened(), closed)
      .when(s.ada, { type: 'poll.close', data: { poll } })
      .thenNothing();
    given(...s.underWay, opened())
      .when(s.ben, { type: 'poll.close', data: { poll } })
      .thenRejected('policy/not-allowed');
  });
});

describe('a hand', () => {
  const raised: Event = { type: 'hand.raised', version: 1, data: {}, personal: null };
  const lowered: Event = { type: 'hand.lowered', version: 1, data: {}, personal: null };
  const aside = { audience: asideWith(s.ben) };
  it('is raised by a participant, before the instructors alone', () => {
    given(...s.underWay)
      .when(s.ben, { type: 'hand.raise', data: {} }, aside)
      .then(raised);
    given(...s.underWay, [s.ben, raised])
      .when(s.ben, { type: 'hand.raise', data: {} }, aside)
      .thenNothing();
    given(...s.underWay)
      .when(s.ben, { type: 'hand.raise', data: {} }, { audience: EVERYONE })
      .thenRejected('policy/not-allowed');
    given(...s.underWay)
      .when(s.ada, { type: 'hand.raise', data: {} }, aside)
      .thenRejected('policy/not-allowed');
  });
  it('is lowered by either', () => {
    for (const by of [s.ada, s.ben]) {
      given(...s.underWay, [s.ben, raised])
        .when(by, { type: 'hand.lower', data: {} }, aside)
        .then(lowered);
    }
    given(...s.underWay)
      .when(s.ben, { type: 'hand.lower', data: {} }, aside)
      .thenNothing();
  });
});
