import { useEffect, useRef } from 'react';
import type { Draft, DraftPlace } from '../../kept/drafts.ts';
import { m } from '../../messages/messages.ts';
import { postNew } from '../actions.ts';
import { useSession } from '../session.ts';

/** Takes the first words where somebody writes before all of the card is loaded: the card finds them in the draft. */
export function NewThreadStandIn({ place, draft, open }: { place: DraftPlace; draft: Draft; open: boolean }) {
  const session = useSession();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (open) field.current?.focus({ preventScroll: true });
  }, [open]);
  if (!open || !draft.opening) return null;
  const label = m.composer[draft.opening.motivation];
  return (
    <section className="card thread on new-thread" aria-label={m.motivation[draft.opening.motivation]}>
      <div className="write">
        <textarea
          ref={field}
          rows={1}
          value={draft.body}
          aria-label={label}
          placeholder={label}
          onChange={({ target }) => session.drafts.write(place, { ...draft, body: target.value })}
          onKeyDown={({ key, ctrlKey, metaKey }) => {
            if (key === 'Enter' && (ctrlKey || metaKey) && draft.body.trim() !== '') postNew(session, place);
          }}
        />
      </div>
    </section>
  );
}
