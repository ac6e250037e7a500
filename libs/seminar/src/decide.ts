import type { Command, CommandOf, CommandType } from './commands.ts';
import type { AnnotationId, MemberId } from './ids.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { may, mayRead, standingOf } from './policies.ts';
import { type Decision, reject } from './rejection.ts';
import * as annotation from './rules/annotation.ts';
import * as article from './rules/article.ts';
import * as group from './rules/group.ts';
import * as live from './rules/live.ts';
import * as reading from './rules/reading.ts';
import type { Rule } from './rules/rule.ts';
import * as seminar from './rules/seminar.ts';
import * as summary from './rules/summary.ts';
import * as thread from './rules/thread.ts';
import type { SeminarState } from './state.ts';

const RULES: { [T in CommandType]: Rule<T> } = {
  'seminar.open': seminar.openSeminar,
  'seminar.join': seminar.joinSeminar,
  'role.give': seminar.giveRole,
  'group.form': group.formGroup,
  'group.join': group.joinGroup,
  'group.leave': group.leaveGroup,
  'article.import': article.importArticle,
  'annotation.create': annotation.createAnnotation,
  'annotation.reply': annotation.reply,
  'annotation.edit': annotation.editAnnotation,
  'annotation.delete': annotation.deleteAnnotation,
  'annotation.restore': annotation.restoreAnnotation,
  'annotation.tag': annotation.tagAnnotation,
  'reaction.add': annotation.addReaction,
  'reaction.remove': annotation.removeReaction,
  'question.answer': thread.answerQuestion,
  'answer.withdraw': thread.withdrawAnswer,
  'thread.resolve': thread.resolveThread,
  'thread.reopen': thread.reopenThread,
  'summary.make': summary.makeSummary,
  'summary.edit': summary.editSummary,
  'summary.pin': summary.pinSummary,
  'summary.unpin': summary.unpinSummary,
  'summary.hide': summary.hideSummary,
  'summary.show': summary.showSummary,
  'reading.assign': reading.assignReading,
  'reading.withdraw': reading.withdrawReading,
  'session.start': live.startSession,
  'session.end': live.endSession,
  'attention.call': live.callAttention,
  'timer.set': live.setTimer,
  'timer.stop': live.stopTimer,
  'poll.open': live.openPoll,
  'poll.answer': live.answerPoll,
  'ballot.cast': live.castBallot,
  'poll.close': live.closePoll,
  'hand.raise': live.raiseHand,
  'hand.lower': live.lowerHand,
};

/** Commands that somebody sends who is not a member yet, or never will be. */
const FROM_OUTSIDE: ReadonlySet<CommandType> = new Set(['seminar.open', 'seminar.join', 'summary.make', 'ballot.cast']);

/**
 * What follows from a command in this state of its log: events, none where nothing would change, or a rejection.
 * Pure: the same command on the same state is always decided alike.
 */
export function decide(command: Command, state: SeminarState, limits: Limits = DEFAULT_LIMITS): Decision {
  const { type, by: member, audience } = command;
  if (!state.seminar && type !== 'seminar.open') return reject('seminar/not-open');

  const standing = standingOf(state, member);
  if (!FROM_OUTSIDE.has(type)) {
    if (standing.role === undefined) return reject('policy/not-a-member');
    if (!mayRead(standing, audience)) return reject('policy/not-allowed');
  }

  const id = subjectOf(command);
  const subject = id && state.annotations.get(id);
  if (id && !subject) return reject('annotation/unknown');
  const request = { ...standing, audience, author: subject?.author, ...personAndGroup(command, state) };
  if (!may(type, request)) return reject('policy/not-allowed');

  return ruleFor(command)(command, state, limits);
}

function ruleFor<T extends CommandType>(command: CommandOf<T>): Rule<T> {
  return RULES[command.type];
}

/** Whom a command is about, and whether the group that it is about lets its members come and go. */
function personAndGroup(command: Command, { groups }: SeminarState): { about: MemberId; open: boolean } | undefined {
  if (command.type !== 'group.join' && command.type !== 'group.leave') return undefined;
  const { member, group } = command.data;
  return { about: member, open: groups.get(group)?.open ?? false };
}

/** The annotation, question or thread that a command is about. */
function subjectOf(command: Command): AnnotationId | undefined {
  switch (command.type) {
    case 'annotation.reply':
      return command.data.target.annotation;
    case 'annotation.edit':
    case 'annotation.delete':
    case 'annotation.restore':
    case 'annotation.tag':
    case 'reaction.add':
    case 'reaction.remove':
      return command.data.annotation;
    case 'question.answer':
    case 'answer.withdraw':
      return command.data.question;
    case 'thread.resolve':
    case 'thread.reopen':
      return command.data.thread;
    default:
      return undefined;
  }
}
