/** What a model may cost: answers are kept, what goes to and fro is counted, and a model that failed is left alone for a while. */

import { createHash } from 'node:crypto';
import { type Ask, ModelFailure } from './chat-completions.ts';

export interface Bounds {
  /** Characters, sent and answered, in 24 hours. */
  charactersPerDay: number;
  /** Milliseconds for which a model that failed is not asked again. */
  rest: number;
  /** Calls at the same time. */
  concurrency: number;
  /** Answers that are kept. */
  remembered: number;
}

const DAY_MS = 24 * 60 * 60 * 1_000;

/** The same question is asked once: a thread in which nothing is new costs nothing. */
export function remembering(ask: Ask, most: number): Ask {
  const answers = new Map<string, unknown>();
  return async (question, until) => {
    const { name, system, user, schema } = question;
    const key = createHash('sha256')
      .update(JSON.stringify([name, system, user]))
      .digest('base64');
    const known = schema.safeParse(answers.get(key));
    const answer = known.success ? known.data : await ask(question, until);
    answers.delete(key);
    answers.set(key, answer);
    for (const oldest of answers.keys()) {
      if (answers.size <= most) break;
      answers.delete(oldest);
    }
    return answer;
  };
}

/** Throws a `ModelFailure` rather than go beyond what a day may cost. */
export function withinBudget(ask: Ask, charactersPerDay: number, now: () => number = Date.now): Ask {
  let spent: { at: number; characters: number }[] = [];
  return async (question, until) => {
    spent = spent.filter(({ at }) => at > now() - DAY_MS);
    const asking = question.system.length + question.user.length;
    const total = spent.reduce((sum, { characters }) => sum + characters, asking);
    if (total > charactersPerDay) throw new ModelFailure('its budget for the day is spent');
    const entry = { at: now(), characters: asking };
    spent.push(entry);
    const answer = await ask(question, until);
    entry.characters += JSON.stringify(answer).length;
    return answer;
  };
}

/** After a failure nothing is asked for a while, so that what hangs holds up one summary and not all. */
export function restingAfterFailure(ask: Ask, rest: number, now: () => number = Date.now): Ask {
  let until = Number.NEGATIVE_INFINITY;
  return async (question, signal) => {
    if (now() < until) throw new ModelFailure('it failed a moment ago');
    try {
      return await ask(question, signal);
    } catch (error) {
      until = now() + rest;
      throw error;
    }
  };
}

/** At most so many at a time; the others wait for their turn. */
export function atMost(ask: Ask, concurrency: number): Ask {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (question, until) => {
    if (running >= concurrency) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await ask(question, until);
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}

export function bounded(ask: Ask, { charactersPerDay, rest, concurrency, remembered }: Bounds): Ask {
  return remembering(atMost(restingAfterFailure(withinBudget(ask, charactersPerDay), rest), concurrency), remembered);
}
