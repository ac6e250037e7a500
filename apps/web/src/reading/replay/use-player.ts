import { useEffect, useRef, useState } from 'react';
import { type Moment, positionAt, timeAt } from '../../views/moments.ts';
import { useSession } from '../session.ts';
import type { Times } from './use-moments.ts';

export const SPEEDS = ['hour', 'day', 'week', 'event'] as const;
export type Speed = (typeof SPEEDS)[number];

const HOUR = 3_600_000;
/** Of the log, in a millisecond of ours; events are counted instead. */
const PACE: Readonly<Record<Exclude<Speed, 'event'>, number>> = {
  hour: HOUR / 1_000,
  day: (24 * HOUR) / 1_000,
  week: (7 * 24 * HOUR) / 1_000,
};
/** Milliseconds from an event to the next. */
const EVENT_EVERY = 500;
/** No more often than this, in milliseconds: each step renders. */
const STEP = 100;

export interface Player {
  playing: boolean;
  speed: Speed;
  setSpeed(speed: Speed): void;
  /** From where one is; from the beginning where one is at the end. */
  play(): void;
  pause(): void;
}

/** Plays the log from where one is, until now. */
export function usePlayer(times: Times): Player {
  const { past } = useSession();
  const [playing, setPlaying] = useState(false);
  const [chosen, setSpeed] = useState<Speed>();
  const speed = chosen ?? speedFor(times.moments);
  const latest = useRef(times);
  latest.current = times;
  useEffect(() => {
    if (!playing) return;
    let clock = timeAt(latest.current.moments, latest.current.position);
    let last = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      const passed = now - last;
      const at = past.store.get();
      const { moments, head, position } = latest.current;
      // What is not there yet is waited for, or one would see nothing but the last of a jump.
      if (at && at.stood?.position !== at.position && !at.failed) {
        last = now;
        return;
      }
      if (speed === 'event' && passed < EVENT_EVERY) return;
      last = now;
      if (speed !== 'event') clock += passed * PACE[speed];
      const next = speed === 'event' ? position + 1 : Math.max(position, positionAt(moments, clock));
      if (at?.failed || next >= head || (speed !== 'event' && clock > Date.now())) {
        setPlaying(false);
        past.go(undefined);
      } else if (next !== position) past.go(next);
    }, STEP);
    return () => clearInterval(timer);
  }, [playing, speed, past]);
  return {
    ...{ playing, speed, setSpeed },
    play() {
      const { moments, head, position } = latest.current;
      if (position >= head) past.go(moments[0]?.position);
      setPlaying(true);
    },
    pause: () => setPlaying(false),
  };
}

/** Fast enough that nobody waits for the end for minutes, and slow enough that there is something to see: a lesson goes word by word. */
function speedFor(moments: readonly Moment[]): Speed {
  const hours = ((moments.at(-1)?.time ?? 0) - (moments[0]?.time ?? 0)) / HOUR;
  if (hours < 3) return 'event';
  return hours > 60 * 24 ? 'week' : hours > 2 * 24 ? 'day' : 'hour';
}
