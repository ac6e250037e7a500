import type { AnnotationId } from '#seminar';
import { m } from '../../messages/messages.ts';
import type { Pending } from '../../room/outbox.ts';
import { annotationIn, logOf } from '../../room/overlay.ts';
import { Prose } from '../../ui/prose.tsx';
import { edit } from '../actions.ts';
import { useRoom, useSession } from '../session.ts';

interface ConflictProps {
  pending: Pending;
  annotation: AnnotationId;
  /** What was written here. */
  body: string;
  /** Goes on writing, with both to look at. */
  onRewrite: () => void;
}

/** An edit that came too late: both texts side by side, and which of them it shall be. Nothing is overwritten unseen. */
export function EditConflict({ pending, annotation, body, onRewrite }: ConflictProps) {
  const session = useSession();
  const found = useRoom(({ shown }) => annotationIn(shown, annotation)?.annotation);
  const now = useRoom(({ shown }) => {
    const audience = annotationIn(shown, annotation)?.audience;
    return audience ? logOf(shown, audience).contents.words.get(annotation)?.body : undefined;
  });
  const discard = () => session.client.discard(pending);
  const useMine = () => {
    if (found) edit(session, annotation, found.revision, body);
    discard();
  };
  return (
    <div className="refused conflict" role="alert">
      <p className="refused-why">{m.conflict.why}</p>
      <div className="conflict-texts">
        <section aria-label={m.conflict.now}>
          <h4>{m.conflict.now}</h4>
          <Prose source={now ?? ''} />
        </section>
        <section aria-label={m.conflict.yours}>
          <h4>{m.conflict.yours}</h4>
          <Prose source={body} />
        </section>
      </div>
      <div className="refused-actions">
        <button type="button" className="button small" onClick={discard}>
          {m.conflict.keep}
        </button>
        <button type="button" className="button primary small" onClick={useMine}>
          {m.composer.useMine}
        </button>
        <button type="button" className="text-button" onClick={onRewrite}>
          {m.composer.edit}
        </button>
      </div>
    </div>
  );
}
