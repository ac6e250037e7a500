import type { AnnotationId, RoomCommand } from '#seminar';
import { newAnnotationId, newCommandId } from '../../ids.ts';
import type { Draft, DraftPlace, OpeningMotivation } from '../../kept/drafts.ts';
import { inWords } from '../../messages/in-words.ts';
import { m } from '../../messages/messages.ts';
import type { Pending } from '../../room/outbox.ts';
import { annotationIn } from '../../room/overlay.ts';
import { openThread } from '../actions.ts';
import { useRoom, useSession } from '../session.ts';
import { EditConflict } from './edit-conflict.tsx';

/** A new thread that was refused, at the place where it would stand. */
export function RefusedThread({ pending }: { pending: Pending }) {
  return (
    <div className="card refused-card">
      <RefusedWords pending={pending} />
    </div>
  );
}

/** Replies and edits of this thread that were refused. */
export function RefusedReplies({ thread }: { thread: AnnotationId }) {
  const pending = useRoom((room) => room.pending);
  const state = useRoom((room) => room.shown);
  const threadOf = (id: AnnotationId) => annotationIn(state, id)?.annotation.thread;
  return pending
    .filter(({ refused, request }) => {
      if (!refused) return false;
      if (request.type === 'annotation.reply') return threadOf(request.data.target.annotation) === thread;
      return request.type === 'annotation.edit' && threadOf(request.data.annotation) === thread;
    })
    .map((entry) => <RefusedWords key={entry.request.id} pending={entry} />);
}

/** Words that were not taken: why, the words themselves, and what can be done. */
function RefusedWords({ pending }: { pending: Pending }) {
  const session = useSession();
  const body = bodyOf(pending.request);
  const again = () => session.client.retry(pending, newCommandId(), new Date().toISOString());
  const rewrite = () => {
    const place = draftOf(pending.request, session.drafts.at);
    if (!place) return;
    session.drafts.write(place.at, place.draft);
    session.client.discard(pending);
    if (pending.request.type === 'annotation.create') {
      openThread(session, undefined);
      session.ui.update((ui) => ({ ...ui, writing: place.at }));
    } else if (pending.request.type === 'annotation.reply') {
      const to = pending.request.data.target.annotation;
      session.ui.update((ui) => ({ ...ui, replyingTo: to }));
    } else if (pending.request.type === 'annotation.edit') {
      const editing = pending.request.data.annotation;
      session.ui.update((ui) => ({ ...ui, editing }));
    }
  };
  const { request, refused } = pending;
  if (request.type === 'annotation.edit' && refused?.code === 'annotation/changed-since') {
    const { annotation } = request.data;
    return <EditConflict pending={pending} annotation={annotation} body={body} onRewrite={rewrite} />;
  }
  return (
    <div className="refused" role="alert">
      <p className="refused-why">
        <b>{m.composer.notPosted}.</b> {pending.refused && inWords(pending.refused)}
      </p>
      <p className="refused-words">{body}</p>
      <div className="refused-actions">
        <button type="button" className="text-button" onClick={again}>
          {m.composer.tryAgain}
        </button>
        <button type="button" className="text-button" onClick={rewrite}>
          {m.composer.edit}
        </button>
        <button type="button" className="text-button" onClick={() => session.client.discard(pending)}>
          {m.composer.discard}
        </button>
      </div>
    </div>
  );
}

const bodyOf = (request: RoomCommand): string => ('body' in request.data ? request.data.body : '');

/** Where refused words go to be written again; what stands there already stays in front. */
function draftOf(
  request: Pending['request'],
  at: (place: DraftPlace) => Draft | undefined,
): { at: DraftPlace; draft: Draft } | undefined {
  const joined = (place: DraftPlace, body: string) => [at(place)?.body, body].filter(Boolean).join('\n\n');
  switch (request.type) {
    case 'annotation.create': {
      const { target, motivation, tags, body } = request.data;
      const place: DraftPlace = `new:${newAnnotationId()}`;
      const as: OpeningMotivation =
        motivation === 'questioning' || motivation === 'highlighting' ? motivation : 'commenting';
      return {
        at: place,
        draft: { body, opening: { target, motivation: as, audience: request.audience, tags: tags.join(', ') } },
      };
    }
    case 'annotation.reply': {
      const place: DraftPlace = `reply:${request.data.target.annotation}`;
      return { at: place, draft: { body: joined(place, request.data.body) } };
    }
    case 'annotation.edit': {
      const place: DraftPlace = `edit:${request.data.annotation}`;
      return { at: place, draft: { body: request.data.body, revision: request.data.revision } };
    }
    default:
      return undefined;
  }
}
