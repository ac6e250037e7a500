import type { ReactNode } from 'react';
import type { BlockId, Reference } from '#article';
import { InlineText } from './inline-text.tsx';

export interface ReferencesProps {
  references: readonly Reference[];
  beside: (block: BlockId) => ReactNode;
}

/** The bibliography. */
export function References({ references, beside }: ReferencesProps) {
  return (
    <ul className="reference-list">
      {references.map((reference) => (
        <li key={reference.id} className="passage" id={reference.id} data-block={reference.id} tabIndex={-1}>
          {reference.label && <b className="reference-label">{reference.label}</b>}
          <p>
            <InlineText prose={reference} />
          </p>
          {beside(reference.id)}
        </li>
      ))}
    </ul>
  );
}
