import { useEffect, useReducer } from 'react';
import { m } from '../../messages/messages.ts';
import { clockOf } from '../../views/live-hour.ts';
import { useRoom } from '../session.ts';

/** How long a clock that has run out stays, in milliseconds. */
const STAYS = 30_000;

/** The clock that everybody sees. */
export function Clock() {
  const timer = useRoom(({ shown }) => shown.everyone.state.live.timer);
  const [, tick] = useReducer((n: number) => n + 1, 0);
  const left = timer ? Date.parse(timer.ends) - Date.now() : 0;
  const shown = timer !== undefined && left > -STAYS;
  useEffect(() => {
    if (!shown) return;
    const interval = setInterval(tick, 250);
    return () => clearInterval(interval);
  }, [shown]);
  if (!shown) return null;
  const over = left <= 0;
  return (
    <span className={over ? 'live-chip live-clock over' : 'live-chip live-clock'}>
      <span role="timer" aria-label={m.live.clock}>
        {over ? m.live.over : clockOf(left)}
      </span>
      <span className="unseen" role="status">
        {over ? m.live.over : ''}
      </span>
    </span>
  );
}
