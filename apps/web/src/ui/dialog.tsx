import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { m } from '../messages/messages.ts';
import { CloseIcon } from './icons.tsx';

export interface DialogProps {
  title: string;
  /** As wide as the window allows. */
  wide?: boolean;
  onClose: () => void;
  children: ReactNode;
}

/**
 * A sheet over the page. The browser's own modal dialog keeps the focus in and gives it back; Radix's would write a
 * style element into the page, which our Content-Security-Policy refuses.
 */
export function Dialog({ title, wide = false, onClose, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const label = useId();
  // Before the effects of what stands in it, which may move the focus on.
  useLayoutEffect(() => ref.current?.showModal(), []);
  return (
    <dialog
      ref={ref}
      className={wide ? 'dialog wide' : 'dialog'}
      aria-labelledby={label}
      onClose={onClose}
      onPointerDown={(event) => event.target === ref.current && ref.current?.close()}
    >
      <div className="dialog-body">
        <header>
          <h2 id={label}>{title}</h2>
          <button type="button" className="icon-button" aria-label={m.close} onClick={() => ref.current?.close()}>
            <CloseIcon />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
