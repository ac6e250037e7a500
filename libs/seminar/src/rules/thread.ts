import type { AnnotationId } from '../ids.ts';
import { accept, reject } from '../rejection.ts';
import type { AnnotationState, SeminarState } from '../state.ts';
import type { Rule } from './rule.ts';

/** One reply in the thread of a question is its answer. */
export const answerQuestion: Rule<'question.answer'> = ({ data }, state) => {
  const question = openQuestion(state, data.question);
  if (!question) return reject('question/not-a-question');
  const answer = state.annotations.get(data.answer);
  if (!answer || answer.depth === 0 || answer.thread !== question.id) return reject('question/not-a-reply');
  if (answer.deleted) return reject('annotation/deleted');
  if (question.answer === answer.id) return accept();
  if (question.answer) return reject('question/already-answered');
  return accept({ type: 'question.answered', version: 1, data, personal: null });
};

export const withdrawAnswer: Rule<'answer.withdraw'> = ({ data }, state) => {
  if (!state.annotations.get(data.question)?.answer) return reject('question/not-answered');
  return accept({ type: 'answer.withdrawn', version: 1, data, personal: null });
};

export const resolveThread: Rule<'thread.resolve'> = ({ data }, state) => {
  const thread = state.annotations.get(data.thread);
  if (thread?.depth !== 0) return reject('thread/not-a-thread');
  if (thread.resolved) return reject('thread/already-resolved');
  return accept({ type: 'thread.resolved', version: 1, data, personal: null });
};

export const reopenThread: Rule<'thread.reopen'> = ({ data }, state) => {
  const thread = state.annotations.get(data.thread);
  if (thread?.depth !== 0) return reject('thread/not-a-thread');
  if (!thread.resolved) return reject('thread/not-resolved');
  return accept({ type: 'thread.reopened', version: 1, data, personal: null });
};

function openQuestion(state: SeminarState, id: AnnotationId): AnnotationState | undefined {
  const question = state.annotations.get(id);
  return question?.motivation === 'questioning' && !question.deleted ? question : undefined;
}
