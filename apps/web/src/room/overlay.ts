/**
 * What is shown: the confirmed log with the pending commands on top, run through the very rules that the server
 * will run. Nothing here is kept; when the log moves on, it is laid over anew.
 */
import {
  type AnnotationId,
  type AnnotationState,
  type Audience,
  beside,
  type CommandId,
  EVERYONE,
  evolve,
  evolveContents,
  type Folded,
  type Limits,
  type MemberId,
  nothingFolded,
  type RecordedEvent,
} from '#seminar';
import type { Pending } from './outbox.ts';
import type { Decide } from './rules.ts';

/** The logs that a member reads. */
export interface Logs {
  everyone: Folded;
  /** Those of smaller audiences that have been used. */
  smaller: ReadonlyMap<Audience, Folded>;
}

export const noLogs: Logs = { everyone: nothingFolded, smaller: new Map() };

/** The log of an audience; an empty one where it has not been used. */
export const logOf = ({ everyone, smaller }: Logs, audience: Audience): Folded =>
  audience === EVERYONE ? everyone : (smaller.get(audience) ?? nothingFolded);

/** The logs with that of one audience as it is now. */
export const withLog = (logs: Logs, audience: Audience, log: Folded): Logs =>
  audience === EVERYONE
    ? { ...logs, everyone: log }
    : { ...logs, smaller: new Map([...logs.smaller, [audience, log]]) };

/** What is left of the logs for whoever may read these audiences. */
export function keepOnly(logs: Logs, audiences: readonly Audience[]): Logs {
  const kept = [...logs.smaller].filter(([audience]) => audiences.includes(audience));
  return kept.length === logs.smaller.size ? logs : { ...logs, smaller: new Map(kept) };
}

/** Which log an annotation stands in, and how it stands there. */
export function annotationIn(
  { everyone, smaller }: Logs,
  id: AnnotationId,
): { audience: Audience; annotation: AnnotationState } | undefined {
  const open = everyone.state.annotations.get(id);
  if (open) return { audience: EVERYONE, annotation: open };
  for (const [audience, { state }] of smaller) {
    const annotation = state.annotations.get(id);
    if (annotation) return { audience, annotation };
  }
  return undefined;
}

/** Lays the pending commands over the logs, in the order they were written. What a rule refuses is left out. */
export function overlay(
  confirmed: Logs,
  pending: readonly Pending[],
  me: MemberId,
  limits: Limits,
  decide: Decide,
): Logs {
  let shown = confirmed;
  for (const { request, at, refused } of pending) {
    if (refused) continue;
    const { id, audience, seminar: _, ...intent } = request;
    const log = logOf(shown, audience);
    const state = audience === EVERYONE ? log.state : beside(shown.everyone.state, log.state);
    const decision = decide({ ...intent, id, audience, by: me, at }, state, limits);
    if (decision.ok) {
      shown = withLog(shown, audience, folded(log, decision.events, { at, by: me, command: id }));
    }
  }
  return shown;
}

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
