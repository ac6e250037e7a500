/** What an instructor does in a live hour. */
import { type Anchor, makeAnchor } from '#anchoring';
import { asideWith, EVERYONE, type PassageTarget, sessionUnderWay } from '#seminar';
import { newSessionId } from '../../ids.ts';
import { m } from '../../messages/messages.ts';
import { logOf } from '../../room/overlay.ts';
import { notify, send } from '../actions.ts';
import type { Session } from '../session.ts';
import { chosenAnchors } from '../writing/annotate.ts';
import { blockAtLine } from './reading-line.ts';

export function toggleHour(session: Session): void {
  const under = sessionUnderWay(session.room.get().shown.everyone.state.live);
  if (under) {
    session.ui.update((was) => ({ ...was, leading: false }));
    send(session, EVERYONE, { type: 'session.end', data: { session: under.session } });
  } else send(session, EVERYONE, { type: 'session.start', data: { session: newSessionId() } });
}

/** What is selected, or the paragraph in focus, or the one at the reading line. */
function meantAnchors(session: Session): readonly Anchor[] {
  const chosen = chosenAnchors(session);
  if (chosen.length > 0) return chosen;
  const block = blockAtLine();
  const text = block && session.view.get()?.passages.get(block);
  return block && text ? [makeAnchor(block, text, 0, text.length)] : [];
}

/** Asks everybody to look at what I look at. */
export function callAttention(session: Session): void {
  const view = session.view.get();
  const [anchor] = meantAnchors(session);
  if (!view || !anchor) return;
  const { article, version } = view;
  send(session, EVERYONE, { type: 'attention.call', data: { article, version, block: anchor.block } });
  notify(session, m.live.called);
}

/** Begins to write a poll on what is selected or in view. */
export function beginPoll(session: Session): void {
  const view = session.view.get();
  const anchors = meantAnchors(session);
  if (!view || anchors.length === 0) return;
  const pollOn: PassageTarget = {
    kind: 'passage',
    article: view.article,
    version: view.version,
    anchors: [...anchors],
  };
  session.ui.update((was) => ({ ...was, pollOn, dialog: 'poll' }));
}

export const setTimer = (session: Session, minutes: number): void =>
  send(session, EVERYONE, { type: 'timer.set', data: { seconds: minutes * 60 } });

/** Raises or lowers my own hand. One that was left raised in an earlier hour is raised anew. */
export function toggleHand(session: Session, raised: boolean): void {
  const { you, shown } = session.room.get();
  const aside = asideWith(you.member);
  if (raised || logOf(shown, aside).state.live.hand) send(session, aside, { type: 'hand.lower', data: {} });
  if (!raised) send(session, aside, { type: 'hand.raise', data: {} });
}
