/**
 * What is shown: the confirmed log with the pending commands on top, run through the very rules that the server
 * will run. Nothing here is kept; when the log moves on, it is laid over anew.
 */
import {
  type Audience,
  beside,
  type CommandId,
  decide,
  EVERYONE,
  evolve,
  evolveContents,
  type Folded,
  type Limits,
  type MemberId,
  type RecordedEvent,
} from '#seminar';
import type { Pending } from './outbox.ts';

/** Both logs that a member reads. */
export interface Logs {
  everyone: Folded;
  own: Folded;
}

/** Lays the pending commands over the logs, in the order they were written. What a rule refuses is left out. */
export function overlay(confirmed: Logs, pending: readonly Pending[], me: MemberId, limits: Limits): Logs {
  let shown = confirmed;
  for (const { request, at, refused } of pending) {
    if (refused) continue;
    const { id, audience, seminar: _, ...intent } = request;
    const place = logName(audience);
    const state = place === 'everyone' ? shown.everyone.state : beside(shown.everyone.state, shown.own.state);
    const decision = decide({ ...intent, id, audience, by: me, at }, state, limits);
    if (decision.ok) shown = { ...shown, [place]: folded(shown[place], decision.events, { at, by: me, command: id }) };
  }
  return shown;
}

/** Which of the two logs an audience's is. */
export const logName = (audience: Audience): keyof Logs => (audience === EVERYONE ? 'everyone' : 'own');

function folded(
  log: Folded,
  events: readonly Omit<RecordedEvent, 'position' | 'at' | 'by' | 'command'>[],
  by: { at: string; by: MemberId; command: CommandId },
): Folded {
  let { state, contents } = log;
  for (const event of events) {
    const recorded = { ...event, ...by, position: state.position + 1 } as RecordedEvent; // the union's parts go together
    state = evolve(state, recorded);
    contents = evolveContents(contents, recorded);
  }
  return { state, contents };
}
