import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { m } from '../../messages/messages.ts';
import { useRoom } from '../session.ts';

export interface WritingFieldProps {
  value: string;
  label: string;
  submitLabel: string;
  /** May it be sent without a word? */
  allowEmpty?: boolean;
  autoFocus?: boolean;
  onChange: (value: string) => void;
  onSubmit: () => void;
  onCancel: () => void;
  /** What stands between the hint and the button. */
  children?: ReactNode;
}

/** Where one writes: grows with the words, posts with Ctrl Enter, closes with Esc; the words are kept elsewhere. */
export function WritingField({ value, label, submitLabel, autoFocus, ...rest }: WritingFieldProps) {
  const { allowEmpty = false, onChange, onSubmit, onCancel, children } = rest;
  const limit = useRoom((room) => room.limits.bodyCharacters);
  const field = useRef<HTMLTextAreaElement>(null);
  const over = value.trim().length - limit;
  const ready = over <= 0 && (allowEmpty || value.trim() !== '');

  // biome-ignore lint/correctness/useExhaustiveDependencies: grows with what is written
  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  }, [value]);

  useEffect(() => {
    const element = field.current;
    if (!autoFocus || !element) return;
    element.focus({ preventScroll: true });
    element.setSelectionRange(element.value.length, element.value.length);
  }, [autoFocus]);

  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      if (ready) onSubmit();
    }
    if (event.key === 'Escape') {
      event.stopPropagation();
      event.preventDefault();
      onCancel();
    }
  };
  return (
    <form
      className="write"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onSubmit();
      }}
    >
      <textarea
        ref={field}
        rows={1}
        value={value}
        placeholder={label}
        aria-label={label}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={press}
      />
      <div className="write-foot">
        <span className={over > 0 ? 'over' : 'hint'}>{over > 0 ? m.composer.tooLong(over) : m.composer.markdown}</span>
        <span className="space" />
        {children}
        <button type="submit" className="button primary small" disabled={!ready}>
          {submitLabel}
        </button>
      </div>
    </form>
  );
}
