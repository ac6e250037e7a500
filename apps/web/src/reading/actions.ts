/** What a person does in the room, each as one command. The rules and the server have the last word. */
import {
  type AnnotationId,
  type Audience,
  type CommandType,
  EVERYONE,
  type MemberId,
  may,
  type Reaction,
  type RoomCommand,
  standingOf,
} from '#seminar';
import { annotationId, newAnnotationId, newCommandId } from '../ids.ts';
import type { DraftPlace, OpeningMotivation } from '../kept/drafts.ts';
import { m } from '../messages/messages.ts';
import { annotationIn, logOf } from '../room/overlay.ts';
import type { RoomSnapshot } from '../room/snapshot.ts';
import { handlesOf, toStored } from '../views/mentions.ts';
import { typedTags } from '../views/tags.ts';
import type { Session } from './session.ts';

/** How long a notice is seen, and what it offers can be done, in milliseconds. */
const NOTICE_STAYS = 6_000;

/** The audience of the log that an annotation is in. */
export const audienceOf = ({ shown }: RoomSnapshot, annotation: AnnotationId): Audience =>
  annotationIn(shown, annotation)?.audience ?? EVERYONE;

/** May I do this, here? Asked before something is offered. */
export function allowed(
  { shown, you, past }: RoomSnapshot,
  action: CommandType,
  audience: Audience,
  author?: MemberId,
): boolean {
  if (past) return false;
  return may(action, { ...standingOf(shown.everyone.state, you.member), audience, author });
}

/** May I do this where everybody reads? */
export const allowedInOpen = (room: RoomSnapshot, action: CommandType): boolean => allowed(room, action, EVERYONE);

export function send(session: Session, audience: Audience, command: RoomCommand): void {
  const { client, seminar, room } = session;
  if (room.get().past) {
    notify(session, m.replay.off);
    return;
  }
  client.send({ id: newCommandId(), seminar, audience, ...command }, new Date().toISOString());
}

/** What was typed, with ids in place of the names of those who are mentioned. */
const stored = ({ members }: Session, typed: string): string => toStored(typed, handlesOf(members.get().values()));

/** Sends what a draft of a new annotation holds, and opens the thread it makes. */
export function postNew(session: Session, place: DraftPlace): void {
  const draft = session.drafts.at(place);
  if (!draft?.opening) return;
  const { target, motivation, audience, tags } = draft.opening;
  const annotation = annotationId(place.slice('new:'.length));
  if (!annotation) return;
  send(session, audience, {
    type: 'annotation.create',
    data: { annotation, motivation, target, body: stored(session, draft.body), tags: typedTags(tags) },
  });
  session.drafts.drop(place);
  openThread(session, annotation);
}

export function reply(session: Session, to: AnnotationId, body: string): void {
  const annotation = newAnnotationId();
  send(session, audienceOf(session.room.get(), to), {
    type: 'annotation.reply',
    data: { annotation, target: { kind: 'annotation', annotation: to }, body: stored(session, body) },
  });
}

export function edit(session: Session, annotation: AnnotationId, revision: number, body: string): void {
  const audience = audienceOf(session.room.get(), annotation);
  send(session, audience, {
    type: 'annotation.edit',
    data: { annotation, revision, body: stored(session, body) },
  });
}

export function toggleReaction(session: Session, annotation: AnnotationId, reaction: Reaction, mine: boolean): void {
  const type = mine ? 'reaction.remove' : 'reaction.add';
  send(session, audienceOf(session.room.get(), annotation), { type, data: { annotation, reaction } });
}

/** Deletes it, and offers to take that back. */
export function remove(session: Session, annotation: AnnotationId): void {
  const { shown } = session.room.get();
  const audience = audienceOf(session.room.get(), annotation);
  const body = logOf(shown, audience).contents.words.get(annotation)?.body;
  send(session, audience, { type: 'annotation.delete', data: { annotation } });
  if (typeof body === 'string') {
    const restore = () => send(session, audience, { type: 'annotation.restore', data: { annotation, body } });
    notifyDone(session, m.toast.deleted, restore);
  } else notify(session, m.toast.deleted);
}

/** Says what was done, with the way to take it back: there for a few seconds, and by its key until something else is done. */
export function notifyDone(session: Session, text: string, undo: () => void): void {
  session.ui.update((ui) => ({ ...ui, undo }));
  notify(session, text, { label: m.toast.undo, run: () => undoLast(session) });
}

export function undoLast({ ui }: Session): void {
  const { undo } = ui.get();
  ui.update((was) => ({ ...was, undo: undefined, notice: undefined }));
  undo?.();
}

let notices = 0;

/** Says something for a few seconds at the edge of the screen. */
export function notify(session: Session, text: string, action?: { label: string; run: () => void }): void {
  const id = ++notices;
  session.ui.update((ui) => ({ ...ui, notice: { id, text, action } }));
  setTimeout(() => session.ui.update((ui) => (ui.notice?.id === id ? { ...ui, notice: undefined } : ui)), NOTICE_STAYS);
}

/** Opens a thread, and closes what was open; drafts are kept. */
export function openThread({ ui }: Session, open: AnnotationId | undefined): void {
  ui.update((was) => ({
    ...was,
    open,
    poll: undefined,
    writing: undefined,
    replyingTo: undefined,
    editing: undefined,
  }));
}

export type { OpeningMotivation };
