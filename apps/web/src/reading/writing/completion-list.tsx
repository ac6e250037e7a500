import { type KeyboardEvent, useState } from 'react';

export interface Completion {
  /** For the field: what it controls, and which option is meant. */
  aria: { 'aria-controls'?: string; 'aria-activedescendant'?: string };
  open: boolean;
  options: readonly string[];
  active: number;
  /** True where the key was for the list. */
  press: (event: KeyboardEvent) => boolean;
  choose: (option: string) => void;
  id: string;
}

/** What is offered while one types: arrows choose, Enter or Tab takes, Esc puts it away until something else is typed. */
export function useCompletion(
  id: string,
  asked: string | undefined,
  options: readonly string[],
  choose: (option: string) => void,
): Completion {
  const [state, setState] = useState<{ asked: string | undefined; active: number; closed: boolean }>();
  const same = state?.asked === asked;
  const shown = asked !== undefined && !(same && state?.closed) ? options : [];
  const active = same ? Math.min(state?.active ?? 0, Math.max(0, shown.length - 1)) : 0;
  const press = (event: KeyboardEvent): boolean => {
    if (shown.length === 0) return false;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const chosen = shown[active];
    if (step !== 0) setState({ asked, closed: false, active: (active + step + shown.length) % shown.length });
    else if (event.key === 'Escape') setState({ asked, closed: true, active: 0 });
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.ctrlKey && !event.metaKey && chosen)
      choose(chosen);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  const open = shown.length > 0;
  const aria = open ? { 'aria-controls': id, 'aria-activedescendant': `${id}-${active}` } : {};
  return { id, aria, open, options: shown, active, press, choose };
}

/** The options under a field; the focus stays in the field. */
export function CompletionList({ completion, label }: { completion: Completion; label: string }) {
  const { id, options, active, choose } = completion;
  if (options.length === 0) return null;
  return (
    <div className="completion" role="listbox" id={id} aria-label={label}>
      {options.map((option, index) => (
        <div
          key={option}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          onPointerDown={(event) => {
            event.preventDefault();
            choose(option);
          }}
        >
          {option}
        </div>
      ))}
    </div>
  );
}
