import type { MouseEvent, ReactNode } from 'react';
import type { BlockId, Note } from '#article';
import { m } from '../messages/messages.ts';
import { InlineText } from './inline-text.tsx';

/** The notes at the end, each with a way back to where it is referred to. */
export function Notes({ notes, beside }: { notes: readonly Note[]; beside: (block: BlockId) => ReactNode }) {
  return (
    <ol className="note-list">
      {notes.map((note) => (
        <li key={note.id} className="passage" id={note.id} data-block={note.id} tabIndex={-1}>
          <a className="note-label" href={`#${note.id}`} onClick={(event) => toReference(event, note.id)}>
            <span className="unseen">{m.article.backTo(note.label)}</span>
            <span aria-hidden="true">{note.label}</span>
          </a>
          <p>
            <InlineText prose={note} />
          </p>
          {beside(note.id)}
        </li>
      ))}
    </ol>
  );
}

/** The reference is found when it is wanted: a note may be referred to more than once. */
function toReference(event: MouseEvent, note: BlockId): void {
  const reference = document.querySelector(`[data-note="${CSS.escape(note)}"] button`);
  if (!(reference instanceof HTMLElement)) return;
  event.preventDefault();
  reference.scrollIntoView({ block: 'center' });
  reference.focus({ preventScroll: true });
}
