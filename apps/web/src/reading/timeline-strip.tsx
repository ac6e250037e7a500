import { useMemo, useState } from 'react';
import { keep, recall } from '../kept/kept.ts';
import { locale, m } from '../messages/messages.ts';
import { CloseIcon } from '../ui/icons.tsx';
import { timelineOf } from '../views/timeline.ts';
import { dayOf, inFull } from '../views/when.ts';
import { useRoom } from './session.ts';

const BARS = 96;

/** The log's time at the foot of the screen. It can be closed, and stays closed. */
export function TimelineStrip() {
  const [open, setOpen] = useState(() => recall('timeline') !== 'closed');
  const words = useRoom((room) => room.confirmed.everyone.contents.words);
  const timeline = useMemo(
    () =>
      timelineOf(
        [...words.values()].map(({ at }) => at),
        BARS,
        Date.now(),
      ),
    [words],
  );
  const set = (next: boolean) => {
    keep('timeline', next ? undefined : 'closed');
    setOpen(next);
  };
  if (!timeline) return null;
  if (!open) {
    return (
      <button type="button" className="timeline-open" onClick={() => set(true)}>
        {m.timeline.open}
      </button>
    );
  }
  const most = Math.max(...timeline.bars);
  const span = (timeline.to - timeline.from) / BARS;
  const bars = timeline.bars.map((said, i) => ({ said, at: new Date(timeline.from + i * span).toISOString() }));
  return (
    <section className="timeline" aria-label={m.timeline.label}>
      <span>{dayOf(new Date(timeline.from).toISOString(), new Date(), locale())}</span>
      <div className="timeline-bars" aria-hidden="true">
        {bars.map(({ said, at }) => (
          <i
            key={at}
            className={said > 0 ? 'said' : ''}
            style={{ height: `${said === 0 ? 2 : 4 + Math.round((said / most) * 20)}px` }}
            title={said > 0 ? m.timeline.bar(said, inFull(at, locale())) : undefined}
          />
        ))}
      </div>
      <span>{m.timeline.now}</span>
      <button type="button" className="icon-button" aria-label={m.timeline.close} onClick={() => set(false)}>
        <CloseIcon />
      </button>
    </section>
  );
}
