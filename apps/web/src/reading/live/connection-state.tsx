import { inWords } from '../../messages/in-words.ts';
import { m } from '../../messages/messages.ts';
import { useOnline } from '../../ui/use-media.ts';
import { useRoom } from '../session.ts';

/** Whether all that was said is here, and what of mine is still to be sent. */
export function ConnectionState() {
  const connection = useRoom((room) => room.connection);
  const here = useRoom((room) => room.here.length);
  const waiting = useRoom((room) => room.pending.filter(({ refused }) => !refused).length);
  const problem = useRoom((room) => room.problem);
  const online = useOnline();
  if (problem) {
    return (
      <span className="live live-lost" role="alert">
        <i aria-hidden="true" />
        {inWords(problem)}
      </span>
    );
  }
  const live = connection === 'live' && online;
  const word = live
    ? m.connection.live(here)
    : !online
      ? m.connection.offline
      : connection === 'joining'
        ? m.connection.joining
        : m.connection.reconnecting;
  return (
    <span className={live ? 'live' : 'live live-lost'} role="status">
      <i aria-hidden="true" />
      {word}
      {!live && waiting > 0 && <span className="live-kept">{m.connection.kept(waiting)}</span>}
    </span>
  );
}
