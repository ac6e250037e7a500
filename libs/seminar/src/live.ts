/**
 * What a live hour leaves in a log: that it was held, where everybody was asked to look, what was asked for a show of hands. Who is here
 * and whom one follows is no event; see docs/protocol.md, presence.
 */
import { List, OrderedMap, Map as PersistentMap } from 'immutable';
import type { PassageTarget, RecordedEvent } from './events.ts';
import type { MemberId, PollId, SessionId } from './ids.ts';
import type { Spot } from './spot.ts';

/** A live hour, from its first position in the main log to its last. */
export interface SessionState {
  readonly session: SessionId;
  readonly by: MemberId;
  readonly from: number;
  /** ISO 8601. */
  readonly startedAt: string;
  /** `undefined` while it is held. */
  readonly to: number | undefined;
  readonly endedAt: string | undefined;
}

export interface PollState {
  readonly poll: PollId;
  readonly target: PassageTarget;
  readonly by: MemberId;
  /** When it was opened, ISO 8601. */
  readonly at: string;
  readonly position: number;
  /** How many answers there are to choose from. */
  readonly options: number;
  /** Everybody sees who chose what; else nobody does, and a ballot stands for each. */
  readonly named: boolean;
  readonly open: boolean;
  /** By member, or by ballot, which option they chose last. */
  readonly answers: PersistentMap<string, number>;
}

export interface LiveState {
  readonly sessions: List<SessionState>;
  /** Where everybody was last asked to look. */
  readonly attention: (Spot & { readonly by: MemberId; readonly at: string; readonly position: number }) | undefined;
  readonly timer: { readonly by: MemberId; readonly seconds: number; readonly ends: string } | undefined;
  /** In the order they were opened. */
  readonly polls: OrderedMap<PollId, PollState>;
  /** In the log of a member with the instructors: since when their hand is raised. */
  readonly hand: { readonly at: string } | undefined;
}

export const nothingLive: LiveState = {
  sessions: List(),
  attention: undefined,
  timer: undefined,
  polls: OrderedMap(),
  hand: undefined,
};

/** The live hour that is being held. */
export const sessionUnderWay = ({ sessions }: LiveState): SessionState | undefined => {
  const last = sessions.last();
  return last && last.to === undefined ? last : undefined;
};

/** What happened next, as far as it concerns a live hour. Total, like `evolve`. */
export function evolveLive(live: LiveState, event: RecordedEvent): LiveState {
  const { by, at, position } = event;
  switch (event.type) {
    case 'session.started': {
      const started = { session: event.data.session, by, from: position, startedAt: at };
      return { ...live, sessions: live.sessions.push({ ...started, to: undefined, endedAt: undefined }) };
    }
    case 'session.ended':
      return {
        ...live,
        sessions: live.sessions.map((was) =>
          was.session === event.data.session ? { ...was, to: position, endedAt: at } : was,
        ),
      };
    case 'attention.called':
      return { ...live, attention: { ...event.data, by, at, position } };
    case 'timer.set':
      return { ...live, timer: { by, ...event.data } };
    case 'timer.stopped':
      return { ...live, timer: undefined };
    case 'poll.opened':
      return {
        ...live,
        polls: live.polls.set(event.data.poll, {
          ...event.data,
          by,
          at,
          position,
          open: true,
          answers: PersistentMap(),
        }),
      };
    case 'poll.answered':
      return changePoll(live, event.data.poll, (was) => ({ ...was, answers: was.answers.set(by, event.data.option) }));
    case 'ballot.cast': {
      const { poll, ballot, option } = event.data;
      return changePoll(live, poll, (was) => ({ ...was, answers: was.answers.set(ballot, option) }));
    }
    case 'poll.closed':
      return changePoll(live, event.data.poll, (was) => ({ ...was, open: false }));
    case 'hand.raised':
      return { ...live, hand: { at } };
    case 'hand.lowered':
      return { ...live, hand: undefined };
    default:
      return live;
  }
}

function changePoll(live: LiveState, id: PollId, changed: (was: PollState) => PollState): LiveState {
  const was = live.polls.get(id);
  return was ? { ...live, polls: live.polls.set(id, changed(was)) } : live;
}
