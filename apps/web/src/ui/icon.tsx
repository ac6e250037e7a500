import type { ReactNode } from 'react';

/** A drawing of the app: 16 × 16, one line weight, the colour of the text around it. */
export function Icon({ children }: { children: ReactNode }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
      {children}
    </svg>
  );
}
