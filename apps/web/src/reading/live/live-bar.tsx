import { useState } from 'react';
import { sessionUnderWay } from '#seminar';
import { m } from '../../messages/messages.ts';
import { CloseIcon } from '../../ui/icons.tsx';
import { HandIcon } from '../../ui/tool-icons.tsx';
import { raisedHands } from '../../views/live-hour.ts';
import { useRoom, useSession, useUi, useView } from '../session.ts';
import { AttentionPill } from './attention-pill.tsx';
import { Clock } from './clock.tsx';
import { HandQueue } from './hand-queue.tsx';
import { toggleHand } from './live-actions.ts';
import { useName } from './people.ts';
import { PollPill } from './poll-pill.tsx';
import { useFollowing, useLeading } from './use-leading.ts';

/** What goes on in a live hour: one calm line under the top, and nothing where nothing does. */
export function LiveBar() {
  useLeading();
  useFollowing();
  return (
    <div className="live-bar">
      <Hour />
      <Clock />
      <Lead />
      <HandQueue />
      <OwnHand />
      <AttentionPill />
      <PollPill />
    </div>
  );
}

function Hour() {
  const held = useRoom(({ shown }) => sessionUnderWay(shown.everyone.state.live) !== undefined);
  if (!held) return null;
  return (
    <span className="live-chip live-hour" role="status">
      <i aria-hidden="true" />
      {m.live.hour}
    </span>
  );
}

/** Whom one follows or may follow, or that one leads. */
function Lead() {
  const { ui } = useSession();
  const leading = useUi((it) => it.leading);
  const following = useUi((it) => it.following);
  const leader = useRoom(
    ({ here, you }) => here.find(({ member, leads }) => leads !== undefined && member !== you.member)?.member,
  );
  const [declined, setDeclined] = useState<string>();
  const followers = useRoom(({ here }) => here.length - 1);
  if (leading) {
    return (
      <span className="live-chip" role="status">
        {m.live.leading(followers)}
        <button type="button" onClick={() => ui.update((was) => ({ ...was, leading: false }))}>
          {m.live.stop}
        </button>
      </span>
    );
  }
  if (!leader || (declined === leader && !following)) return null;
  const follow = () => ui.update((was) => ({ ...was, following: leader }));
  if (following) return <Following member={following} />;
  return <Offer member={leader} onFollow={follow} onDecline={() => setDeclined(leader)} />;
}

function Following({ member }: { member: Parameters<typeof useName>[0] }) {
  const { ui } = useSession();
  return (
    <span className="live-chip live-following" role="status">
      {m.live.following(useName(member))}
      <button type="button" onClick={() => ui.update((was) => ({ ...was, following: undefined }))}>
        {m.live.stop}
      </button>
    </span>
  );
}

function Offer({
  member,
  onFollow,
  onDecline,
}: {
  member: Parameters<typeof useName>[0];
  onFollow: () => void;
  onDecline: () => void;
}) {
  return (
    <span className="live-chip live-offer" role="status">
      {m.live.leads(useName(member))}
      <button type="button" onClick={onFollow}>
        {m.live.follow}
      </button>
      <button type="button" className="icon-button" aria-label={m.close} onClick={onDecline}>
        <CloseIcon />
      </button>
    </span>
  );
}

/** My own hand, in a live hour. */
function OwnHand() {
  const session = useSession();
  const held = useRoom(({ shown }) => sessionUnderWay(shown.everyone.state.live) !== undefined);
  const participant = useRoom((room) => room.you.role === 'participant');
  const raised = useRoom(({ shown, you }) =>
    raisedHands(shown.smaller, sessionUnderWay(shown.everyone.state.live)).some(({ member }) => member === you.member),
  );
  const reading = useView((view) => view !== undefined);
  if (!participant || !reading || !held) return null;
  return (
    <button
      type="button"
      className={raised ? 'live-chip live-hand raised' : 'live-chip live-hand'}
      aria-pressed={raised}
      onClick={() => toggleHand(session, raised)}
    >
      <HandIcon />
      {raised ? m.live.lowerHand : m.live.raiseHand}
    </button>
  );
}
