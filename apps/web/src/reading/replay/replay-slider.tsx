import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { locale, m } from '../../messages/messages.ts';
import { positionAt, timeAt } from '../../views/moments.ts';
import type { Timeline } from '../../views/timeline.ts';
import { inFull } from '../../views/when.ts';
import { useSession } from '../session.ts';
import type { Times } from './use-moments.ts';

const DAY = 86_400_000;

interface SliderProps {
  timeline: Timeline;
  times: Times;
  /** Called before one moves by hand. */
  onGrab: () => void;
}

/** The bars of what was said, with a handle on the moment that is shown: pulled, or moved by the arrow keys event by event. */
export function ReplaySlider({ timeline, times, onGrab }: SliderProps) {
  const { past } = useSession();
  const track = useRef<HTMLDivElement>(null);
  const { moments, head, position } = times;
  const first = moments[0]?.position ?? 1;
  const now = position >= head;
  const span = Math.max(1, timeline.to - timeline.from);
  const time = now ? timeline.to : timeAt(moments, position);
  const share = Math.min(1, Math.max(0, (time - timeline.from) / span));
  const go = (to: number) => {
    onGrab();
    past.go(to >= head ? undefined : Math.max(first, to));
  };
  const pull = ({ clientX }: PointerEvent) => {
    const rect = track.current?.getBoundingClientRect();
    if (!rect) return;
    const at = (clientX - rect.left) / rect.width;
    go(at >= 1 ? head : positionAt(moments, timeline.from + Math.max(0, at) * span));
  };
  const press = (event: KeyboardEvent) => {
    const to = stepTo(event.key, times, time, first);
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    go(to);
  };
  const most = Math.max(...timeline.bars);
  const barSpan = (timeline.to - timeline.from) / timeline.bars.length;
  const moment = inFull(new Date(time).toISOString(), locale());
  return (
    <div
      ref={track}
      className="timeline-bars"
      role="slider"
      tabIndex={0}
      aria-label={m.replay.label}
      aria-valuemin={first}
      aria-valuemax={head}
      aria-valuenow={Math.min(position, head)}
      aria-valuetext={now ? m.timeline.now : `${moment}, ${m.replay.event(position, head)}`}
      onKeyDown={press}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        pull(event);
      }}
      onPointerMove={(event) => event.buttons === 1 && pull(event)}
    >
      {timeline.bars.map((said, i) => {
        const at = new Date(timeline.from + i * barSpan).toISOString();
        const classes = [said > 0 && 'said', i / timeline.bars.length > share && 'later'].filter(Boolean).join(' ');
        return (
          <i
            key={at}
            className={classes}
            style={{ height: `${said === 0 ? 2 : 4 + Math.round((said / most) * 20)}px` }}
            title={said > 0 ? m.timeline.bar(said, inFull(at, locale())) : undefined}
          />
        );
      })}
      <span className="timeline-handle" style={{ left: `${share * 100}%` }} />
    </div>
  );
}

/** Where a key leads: an event, a day, the beginning, now. */
function stepTo(key: string, { moments, head, position }: Times, time: number, first: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(head, position + 1);
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(first, position - 1);
    case 'PageUp':
      return Math.max(position + 1, positionAt(moments, time + DAY));
    case 'PageDown':
      return Math.min(position - 1, positionAt(moments, time - DAY));
    case 'Home':
      return first;
    case 'End':
      return head;
    default:
      return undefined;
  }
}
