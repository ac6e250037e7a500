/** Specs read as the rule: `given(events).when(command).then(events)`. */

import { type Audience, EVERYONE } from '../audience.ts';
import type { Command, Intent } from '../commands.ts';
import { decide } from '../decide.ts';
import type { Event, RecordedEvent } from '../events.ts';
import { evolve } from '../evolve.ts';
import { ForRules } from '../for-rules.ts';
import { CommandId, type MemberId } from '../ids.ts';
import { DEFAULT_LIMITS, type Limits } from '../limits.ts';
import type { RejectionCode } from '../rejection.ts';
import { initialState, type SeminarState } from '../state.ts';

/** An event, and whose doing it was. */
export type Past = readonly [by: MemberId, event: Event];

let commands = 0;
const nextCommandId = () => CommandId.parse(`01900000-0000-7000-8000-${String(++commands).padStart(12, '0')}`);

/** Events as they would stand in a log. */
export function recorded(past: readonly Past[], after = 0): RecordedEvent[] {
  return past.map(([by, event], index) => ({
    ...event,
    position: after + index + 1,
    at: new Date(Date.UTC(2026, 10, 12, 14, index)).toISOString(),
    by,
    command: nextCommandId(),
  }));
}

export const stateAfter = (past: readonly Past[]): SeminarState => recorded(past).reduce(evolve, initialState);

function leanStateAfter(past: readonly Past[]): SeminarState {
  const forRules = new ForRules();
  return recorded(past).reduce((state, event) => evolve(state, forRules.event(event)), initialState);
}

export function given(...past: Past[]) {
  return {
    when(
      by: MemberId,
      intent: Intent,
      { audience = EVERYONE, limits = {} }: { audience?: Audience; limits?: Partial<Limits> } = {},
    ) {
      const command: Command = { ...intent, id: nextCommandId(), by, at: '2026-11-12T15:00:00.000Z', audience };
      const asRules = { ...DEFAULT_LIMITS, ...limits };
      const decision = decide(command, stateAfter(past), asRules);
      // Whoever only decides leaves out what no rule asks for: so no rule may ask for it.
      expect(decide(command, leanStateAfter(past), asRules)).toEqual(decision);
      return {
        /** The command comes to exactly these events. */
        // biome-ignore lint/suspicious/noThenProperty: it is the word for it, and nobody awaits this.
        then(...events: Event[]) {
          expect(decision).toEqual({ ok: true, events });
        },
        thenNothing() {
          expect(decision).toEqual({ ok: true, events: [] });
        },
        thenRejected(code: RejectionCode) {
          expect(decision).toMatchObject({ ok: false, rejection: { code } });
        },
      };
    },
  };
}
