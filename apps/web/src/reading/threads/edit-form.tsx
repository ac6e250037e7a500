import { useEffect } from 'react';
import type { AnnotationState, Audience } from '#seminar';
import type { DraftPlace } from '../../kept/drafts.ts';
import { m } from '../../messages/messages.ts';
import { useStore } from '../../store/use-store.ts';
import { Prose } from '../../ui/prose.tsx';
import { toTyped } from '../../views/mentions.ts';
import { edit } from '../actions.ts';
import { useSession } from '../session.ts';
import { useHandles } from '../writing/use-names-to-mention.ts';
import { WritingField } from '../writing/writing-field.tsx';

/** Rewriting a remark. Where it changed meanwhile both texts are shown, and nothing is overwritten unseen. */
export function EditForm({
  annotation,
  audience,
  body: stored,
}: {
  annotation: AnnotationState;
  audience: Audience;
  body: string;
}) {
  const session = useSession();
  const handles = useHandles();
  const body = toTyped(stored, handles);
  const { id, revision, motivation } = annotation;
  const place: DraftPlace = `edit:${id}`;
  const draft = useStore(session.drafts.store, (drafts) => drafts[place]);
  useEffect(() => {
    if (!session.drafts.at(place)) session.drafts.write(place, { body, revision });
  }, [session, place, body, revision]);
  const stale = draft?.revision !== undefined && draft.revision !== revision;
  const close = () => session.ui.update((ui) => ({ ...ui, editing: undefined }));
  const save = () => {
    if (draft && draft.body.trim() !== body) edit(session, id, revision, draft.body);
    session.drafts.drop(place);
    close();
  };
  return (
    <>
      {stale && (
        <div className="stale">
          <p>{m.composer.stale}</p>
          <Prose source={stored} />
        </div>
      )}
      <WritingField
        value={draft?.body ?? body}
        label={m.thread.edit}
        submitLabel={stale ? m.composer.useMine : m.composer.save}
        allowEmpty={motivation === 'highlighting'}
        audience={audience}
        autoFocus
        onChange={(next) => session.drafts.write(place, { body: next, revision: draft?.revision ?? revision })}
        onSubmit={save}
        onCancel={close}
      >
        <button
          type="button"
          className="text-button"
          onClick={() => {
            session.drafts.drop(place);
            close();
          }}
        >
          {m.composer.discard}
        </button>
      </WritingField>
    </>
  );
}
