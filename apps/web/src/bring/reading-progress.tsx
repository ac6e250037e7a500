import { type Progress, STAGES } from '#article';
import { m } from '../messages/messages.ts';

interface ReadingProgressProps {
  progress: Progress | undefined;
  busy: boolean;
  onStop: () => void;
}

/** How far the reading of a file has come; where only the stage is known, the bar moves and claims nothing. */
export function ReadingProgress({ progress, busy, onStop }: ReadingProgressProps) {
  const { stage, done, of } = progress ?? {};
  const isCounted = done !== undefined && of !== undefined;
  return (
    <section className="panel reading-progress" aria-live="polite">
      <p>
        <b>{stage ? m.bring.stages[stage] : m.bring.waiting}</b>
        {isCounted && <span>{m.bring.pages(Math.min(done + 1, of), of)}</span>}
      </p>
      <progress
        {...(isCounted ? { value: done, max: of } : {})}
        aria-label={stage ? m.bring.stages[stage] : m.bring.waiting}
      />
      <ol>
        {STAGES.map((it) => (
          <li key={it} data-state={stateOf(it, stage)}>
            {m.bring.stages[it]}
          </li>
        ))}
      </ol>
      <p className="hint">{m.bring.waitingHint}</p>
      <button type="button" className="button" disabled={busy} onClick={onStop}>
        {m.bring.stop}
      </button>
    </section>
  );
}

function stateOf(stage: Progress['stage'], now: Progress['stage'] | undefined): 'done' | 'now' | 'later' {
  if (now === undefined) return 'later';
  const [at, current] = [STAGES.indexOf(stage), STAGES.indexOf(now)];
  return at < current ? 'done' : at === current ? 'now' : 'later';
}
