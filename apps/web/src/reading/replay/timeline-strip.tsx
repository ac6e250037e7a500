import { useMemo, useState } from 'react';
import { keep, recall } from '../../kept/kept.ts';
import { locale, m } from '../../messages/messages.ts';
import { CloseIcon } from '../../ui/icons.tsx';
import { BackIcon, OnIcon, PauseIcon, PlayIcon } from '../../ui/tool-icons.tsx';
import { timelineOf } from '../../views/timeline.ts';
import { dayOf } from '../../views/when.ts';
import { useRoom, useSession } from '../session.ts';
import { ReplaySlider } from './replay-slider.tsx';
import { type Times, useTimes } from './use-moments.ts';
import { type Player, SPEEDS, usePlayer } from './use-player.ts';

const BARS = 96;

/** The log's time at the foot of the screen, and the way through it. It can be closed, and stays closed. */
export function TimelineStrip() {
  const [open, setOpen] = useState(() => recall('timeline') !== 'closed');
  const looking = useRoom((room) => room.past !== undefined);
  const times = useTimes();
  const { moments } = times;
  const player = usePlayer(times);
  const timeline = useMemo(
    () =>
      timelineOf(
        moments.map(({ time }) => new Date(time).toISOString()),
        BARS,
        Date.now(),
      ),
    [moments],
  );
  const set = (next: boolean) => {
    keep('timeline', next ? undefined : 'closed');
    setOpen(next);
  };
  if (!timeline) return null;
  if (!open && !looking) {
    return (
      <button type="button" className="timeline-open" onClick={() => set(true)}>
        {m.timeline.open}
      </button>
    );
  }
  return (
    <section className={looking ? 'timeline looking' : 'timeline'} aria-label={m.timeline.label}>
      <span className="timeline-from">{dayOf(new Date(timeline.from).toISOString(), new Date(), locale())}</span>
      <ReplaySlider timeline={timeline} times={times} onGrab={player.pause} />
      <span className="timeline-now">{m.timeline.now}</span>
      {looking ? (
        <Controls player={player} times={times} />
      ) : (
        <>
          <button type="button" className="tool replay-start" onClick={player.play}>
            {m.replay.start}
          </button>
          <button type="button" className="icon-button" aria-label={m.timeline.close} onClick={() => set(false)}>
            <CloseIcon />
          </button>
        </>
      )}
    </section>
  );
}

/** Play and pause, how fast, and one event at a time. */
function Controls({ player, times: { position, head, moments } }: { player: Player; times: Times }) {
  const { past } = useSession();
  const first = moments[0]?.position ?? 1;
  const step = (by: 1 | -1) => {
    player.pause();
    past.go(position + by >= head ? undefined : Math.max(first, position + by));
  };
  return (
    <div className="replay-controls">
      <button
        type="button"
        className="icon-button"
        aria-label={m.replay.before}
        title={m.replay.before}
        onClick={() => step(-1)}
      >
        <BackIcon />
      </button>
      <button
        type="button"
        className="icon-button replay-play"
        aria-label={player.playing ? m.replay.pause : m.replay.play}
        onClick={player.playing ? player.pause : player.play}
      >
        {player.playing ? <PauseIcon /> : <PlayIcon />}
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={m.replay.next}
        title={m.replay.next}
        onClick={() => step(1)}
      >
        <OnIcon />
      </button>
      <select
        aria-label={m.replay.speed}
        value={player.speed}
        onChange={({ target }) => player.setSpeed(SPEEDS.find((speed) => speed === target.value) ?? player.speed)}
      >
        {SPEEDS.map((speed) => (
          <option key={speed} value={speed}>
            {m.replay.speeds[speed]}
          </option>
        ))}
      </select>
    </div>
  );
}
