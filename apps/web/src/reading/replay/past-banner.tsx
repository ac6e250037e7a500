import { locale, m } from '../../messages/messages.ts';
import { useStore } from '../../store/use-store.ts';
import { ClockIcon, LinkIcon } from '../../ui/icons.tsx';
import { dayAndTime } from '../../views/when.ts';
import { notify } from '../actions.ts';
import { useRoom, useSession } from '../session.ts';

/** Over everything while one looks back: which moment it is, a link to it, and the way back to now. */
export function PastBanner() {
  const session = useSession();
  const past = useStore(session.past.store, (it) => it);
  const head = useRoom((room) => room.confirmed.everyone.state.position);
  if (!past) return null;
  const { position, stood, failed } = past;
  const copy = async () => {
    const { origin, pathname } = location;
    await navigator.clipboard.writeText(`${origin}${pathname}?at=${position}`);
    notify(session, m.toast.linkCopied);
  };
  const words = failed
    ? m.replay.failed
    : stood?.position === position
      ? m.replay.asItStood(dayAndTime(stood.at, locale()))
      : m.replay.loading;
  return (
    <div className="past-banner">
      <ClockIcon />
      <p role="status">
        <b>{words}</b> <span>{m.replay.event(position, head)}</span>
      </p>
      <span className="space" />
      <button type="button" className="text-button" onClick={() => void copy()}>
        <LinkIcon />
        <span className="tool-word">{m.replay.link}</span>
      </button>
      <button type="button" className="button primary small" onClick={() => session.past.go(undefined)}>
        {m.replay.now}
      </button>
    </div>
  );
}
