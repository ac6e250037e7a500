/** What may happen in a live hour. */
import { bodyOfPoll } from '../contents.ts';
import type { Event } from '../events.ts';
import { sessionUnderWay } from '../live.ts';
import { accept, reject } from '../rejection.ts';
import { objectionToTarget } from './annotation.ts';
import type { Rule } from './rule.ts';

/** One live hour at a time. */
export const startSession: Rule<'session.start'> = ({ data }, { live }) =>
  sessionUnderWay(live)
    ? reject('hour/under-way')
    : accept({ type: 'session.started', version: 1, data, personal: null });

/** The clock ends with the hour; polls stay open until they are closed. */
export const endSession: Rule<'session.end'> = ({ data }, { live }) => {
  if (sessionUnderWay(live)?.session !== data.session) return reject('hour/none');
  const ended: Event = { type: 'session.ended', version: 1, data, personal: null };
  return live.timer ? accept({ type: 'timer.stopped', version: 1, data: {}, personal: null }, ended) : accept(ended);
};

export const callAttention: Rule<'attention.call'> = ({ data }, { articles }) => {
  const article = articles.get(data.article);
  if (!article) return reject('article/unknown');
  const passages = article.versions.get(data.version);
  if (!passages) return reject('article/unknown-version');
  if (!passages.has(data.block)) return reject('anchor/unknown-block');
  return accept({ type: 'attention.called', version: 1, data, personal: null });
};

const LONGEST_TIMER = 4 * 60 * 60;

/** Set again, it runs anew. When it ends is said, so that every screen shows the same. */
export const setTimer: Rule<'timer.set'> = ({ data: { seconds }, at }) => {
  if (seconds > LONGEST_TIMER) return reject('timer/length');
  const ends = new Date(Date.parse(at) + seconds * 1_000).toISOString();
  return accept({ type: 'timer.set', version: 1, data: { seconds, ends }, personal: null });
};

export const stopTimer: Rule<'timer.stop'> = (_, { live }) =>
  live.timer ? accept({ type: 'timer.stopped', version: 1, data: {}, personal: null }) : accept();

/** A question on a passage, with a few answers, no two the same. */
export const openPoll: Rule<'poll.open'> = ({ data: { poll, target, named, ...words } }, state, limits) => {
  if (state.live.polls.has(poll)) return reject('annotation/id-taken');
  const objection = objectionToTarget(target, state, limits);
  if (objection) return reject(objection);
  const oneLine = (text: string) => text.replace(/\s+/gu, ' ').trim();
  const [question, options] = [oneLine(words.question), words.options.map(oneLine)];
  const body = bodyOfPoll(question, options);
  const isAsked = question !== '' && options.length >= 2 && options.every((option) => option !== '');
  const isSound = options.length <= limits.pollOptions && new Set(options).size === options.length;
  if (!isAsked || !isSound || body.length > limits.pollCharacters) return reject('poll/words');
  return accept({
    type: 'poll.opened',
    version: 1,
    data: { poll, target, options: options.length, named },
    personal: { body },
  });
};

/** One answer each; who chooses again has changed their mind. */
export const answerPoll: Rule<'poll.answer'> = ({ data, by }, { live }) => {
  const poll = live.polls.get(data.poll);
  if (!poll) return reject('poll/unknown');
  if (!poll.named) return reject('poll/anonymous');
  if (!poll.open) return reject('poll/closed');
  if (data.option >= poll.options) return reject('poll/unknown-option');
  if (poll.answers.get(by) === data.option) return accept();
  return accept({ type: 'poll.answered', version: 1, data, personal: null });
};

/** The same in an anonymous poll: one choice for each ballot. */
export const castBallot: Rule<'ballot.cast'> = ({ data }, { live }) => {
  const poll = live.polls.get(data.poll);
  if (!poll || poll.named) return reject('poll/unknown');
  if (!poll.open) return reject('poll/closed');
  if (data.option >= poll.options) return reject('poll/unknown-option');
  if (poll.answers.get(data.ballot) === data.option) return accept();
  return accept({ type: 'ballot.cast', version: 1, data, personal: null });
};

export const closePoll: Rule<'poll.close'> = ({ data }, { live }) => {
  const poll = live.polls.get(data.poll);
  if (!poll) return reject('poll/unknown');
  return poll.open ? accept({ type: 'poll.closed', version: 1, data, personal: null }) : accept();
};

export const raiseHand: Rule<'hand.raise'> = (_, { live }) =>
  live.hand ? accept() : accept({ type: 'hand.raised', version: 1, data: {}, personal: null });

export const lowerHand: Rule<'hand.lower'> = (_, { live }) =>
  live.hand ? accept({ type: 'hand.lowered', version: 1, data: {}, personal: null }) : accept();
