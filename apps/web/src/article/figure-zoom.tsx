import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { m } from '../messages/messages.ts';
import { Dialog } from '../ui/dialog.tsx';

/** How many times as wide as the window. */
const STEPS = [1, 1.5, 2, 3, 4] as const;

export interface FigureZoomProps {
  address: string;
  alternative: string;
  onClose: () => void;
  /** The caption. */
  children: ReactNode;
}

/** A figure as large as the window, and larger: by the buttons, by + and −, or by a click; arrows move over it. */
export default function FigureZoom({ address, alternative, onClose, children }: FigureZoomProps) {
  const [step, setStep] = useState(0);
  const view = useRef<HTMLElement>(null);
  useEffect(() => view.current?.focus(), []);
  const to = (next: number) => setStep(Math.max(0, Math.min(STEPS.length - 1, next)));
  const press = ({ key }: KeyboardEvent) => {
    if (key === '+' || key === '=') to(step + 1);
    if (key === '-') to(step - 1);
    if (key === '0') to(0);
  };
  return (
    <Dialog title={m.article.figure} wide onClose={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are another way to the two buttons */}
      <div className="zoom" onKeyDown={press}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
        <section ref={view} className="zoom-view" aria-label={alternative || m.article.figure} tabIndex={0}>
          <img src={address} alt={alternative} style={{ width: `${(STEPS[step] ?? 1) * 100}%` }} />
        </section>
        <p className="zoom-tools">
          <button type="button" className="button small" disabled={step === 0} onClick={() => to(step - 1)}>
            {m.article.smaller} <kbd>−</kbd>
          </button>
          <button
            type="button"
            className="button small"
            disabled={step === STEPS.length - 1}
            onClick={() => to(step + 1)}
          >
            {m.article.larger} <kbd>+</kbd>
          </button>
        </p>
        <p className="zoom-caption">{children}</p>
      </div>
    </Dialog>
  );
}
