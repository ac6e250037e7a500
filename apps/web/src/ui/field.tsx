import type { ComponentProps } from 'react';

/** A line to write in, with its label. */
export function Field({ label, hint, ...input }: { label: string; hint?: string } & ComponentProps<'input'>) {
  return (
    <label className="field">
      <span>
        {label} {hint && <small>{hint}</small>}
      </span>
      <input className="input" {...input} />
    </label>
  );
}
