import * as s from '../testing/a-seminar.ts';
import { given } from '../testing/given.ts';

const asked = [...s.underWay, s.annotated(s.ben, 1, 'questioning'), s.replied(s.ada, 2, 1), s.replied(s.ada, 3, 2)];
const answer = (n: number) => ({ type: 'question.answer', data: { question: s.note(1), answer: s.note(n) } }) as const;
const answered = (n: number) =>
  ({
    type: 'question.answered',
    version: 1,
    data: { question: s.note(1), answer: s.note(n) },
    personal: null,
  }) as const;
const withdraw = { type: 'answer.withdraw', data: { question: s.note(1) } } as const;

describe('answering a question', () => {
  it('marks a reply, however deep', () => {
    given(...asked)
      .when(s.ben, answer(2))
      .then(answered(2));
    given(...asked)
      .when(s.ada, answer(3))
      .then(answered(3));
  });
  it('is for whoever asked, and for instructors', () =>
    given(...asked, s.joined(s.stranger, 'participant'))
      .when(s.stranger, answer(2))
      .thenRejected('policy/not-allowed'));
  it('needs a question', () =>
    given(...s.underWay, s.annotated(s.ben, 1), s.replied(s.ada, 2, 1))
      .when(s.ben, answer(2))
      .thenRejected('question/not-a-question'));
  it('needs a reply of that thread', () => {
    given(...asked, s.annotated(s.ada, 4))
      .when(s.ben, answer(4))
      .thenRejected('question/not-a-reply');
    given(...asked, s.annotated(s.ada, 4), s.replied(s.ada, 5, 4))
      .when(s.ben, answer(5))
      .thenRejected('question/not-a-reply');
    given(...asked)
      .when(s.ben, answer(1))
      .thenRejected('question/not-a-reply');
  });
  it('needs a reply that is still there', () =>
    given(...asked, s.deleted(s.ada, 2))
      .when(s.ben, answer(2))
      .thenRejected('annotation/deleted'));
  it('takes one answer', () => {
    given(...asked, [s.ben, answered(2)])
      .when(s.ben, answer(3))
      .thenRejected('question/already-answered');
    given(...asked, [s.ben, answered(2)])
      .when(s.ben, answer(2))
      .thenNothing();
  });
  it('can be taken back', () => {
    given(...asked, [s.ben, answered(2)])
      .when(s.ada, withdraw)
      .then({ type: 'answer.withdrawn', version: 1, data: { question: s.note(1) }, personal: null });
    given(...asked)
      .when(s.ben, withdraw)
      .thenRejected('question/not-answered');
  });
});

describe('resolving a thread', () => {
  const command = (type: 'thread.resolve' | 'thread.reopen', n = 1) => ({ type, data: { thread: s.note(n) } }) as const;
  const event = (type: 'thread.resolved' | 'thread.reopened') =>
    ({ type, version: 1, data: { thread: s.note(1) }, personal: null }) as const;

  it('is for whoever opened it, and for instructors', () => {
    given(...asked)
      .when(s.ben, command('thread.resolve'))
      .then(event('thread.resolved'));
    given(...asked)
      .when(s.ada, command('thread.resolve'))
      .then(event('thread.resolved'));
    given(...asked)
      .when(s.cleo, command('thread.resolve'))
      .thenRejected('policy/not-allowed');
  });
  it('is about whole threads', () =>
    given(...asked)
      .when(s.ada, command('thread.resolve', 2))
      .thenRejected('thread/not-a-thread'));
  it('and reopening it take turns', () => {
    given(...asked, [s.ada, event('thread.resolved')])
      .when(s.ada, command('thread.resolve'))
      .thenRejected('thread/already-resolved');
    given(...asked, [s.ada, event('thread.resolved')])
      .when(s.ben, command('thread.reopen'))
      .then(event('thread.reopened'));
    given(...asked)
      .when(s.ben, command('thread.reopen'))
      .thenRejected('thread/not-resolved');
  });
});
