/** From a selection, or from the paragraph that has the focus, to a new annotation. */
import { type Anchor, makeAnchor } from '#anchoring';
import { type Audience, EVERYONE, onlyFor } from '#seminar';
import { anchorsOf, blockAt, idOf } from '../../article/text-map.ts';
import { newAnnotationId } from '../../ids.ts';
import type { DraftPlace, OpeningMotivation } from '../../kept/drafts.ts';
import { m } from '../../messages/messages.ts';
import type { RoomSnapshot } from '../../room/snapshot.ts';
import { allowed, notify, notifyDone, openThread, send } from '../actions.ts';
import type { Session } from '../session.ts';

/** What is selected in the article, or else all of the paragraph in focus. */
export function chosenAnchors({ view }: Session): readonly Anchor[] {
  const shown = view.get();
  const root = document.querySelector('article.text');
  if (!shown || !root) return [];
  const selection = getSelection();
  if (selection && selection.rangeCount > 0 && !selection.isCollapsed) {
    const anchors = anchorsOf(selection.getRangeAt(0), root, shown.document);
    if (anchors.length > 0) return anchors;
  }
  const block = root.contains(document.activeElement) ? blockAt(document.activeElement) : undefined;
  const id = block && idOf(block);
  const text = id && shown.passages.get(id);
  return id && text ? [makeAnchor(id, text, 0, text.length)] : [];
}

/** Begins an annotation there. A highlight is made at once; comment and question open a composer. */
export function annotate(session: Session, motivation: OpeningMotivation): void {
  const room = session.room.get();
  const view = session.view.get();
  const anchors = chosenAnchors(session);
  if (!view || anchors.length === 0) return;
  if (room.past) {
    notify(session, m.replay.off);
    return;
  }
  if (anchors.length > room.limits.anchors) {
    notify(session, m.selection.tooMany);
    return;
  }
  const target = { kind: 'passage' as const, article: view.article, version: view.version, anchors: [...anchors] };
  const audience = usualAudience(room);
  const annotation = newAnnotationId();
  getSelection()?.removeAllRanges();
  if (motivation === 'highlighting') {
    send(session, audience, {
      type: 'annotation.create',
      data: { annotation, motivation, target, body: '', tags: [] },
    });
    const undo = () => send(session, audience, { type: 'annotation.delete', data: { annotation } });
    notifyDone(session, m.toast.highlighted, undo);
    return;
  }
  const place: DraftPlace = `new:${annotation}`;
  session.drafts.write(place, { body: '', opening: { target, motivation, audience, tags: '' } });
  openThread(session, undefined);
  session.ui.update((ui) => ({ ...ui, writing: place }));
}

/** Where one writes unless one chooses otherwise: to everybody, or to oneself where one may not. */
const usualAudience = (room: RoomSnapshot): Audience =>
  allowed(room, 'annotation.create', EVERYONE) ? EVERYONE : onlyFor(room.you.member);

/** Closes what is open. A new annotation without a word is forgotten; one with words stays as a draft. */
export function closeOpen(session: Session): void {
  const { writing } = session.ui.get();
  if (writing && session.drafts.at(writing)?.body.trim() === '') session.drafts.drop(writing);
  openThread(session, undefined);
}
