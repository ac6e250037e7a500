import { m } from '../../messages/messages.ts';
import type { PollView } from '../../views/polls.ts';
import { openPoll } from '../polls/open-poll.ts';
import { usePolls } from '../polls/use-polls.ts';
import { useRoom, useSession, useUi } from '../session.ts';
import { useName } from './people.ts';

/** Whoever comes later than this finds the poll in the margin, in milliseconds. */
const STILL_ASKED = 30 * 60_000;

/** A poll that waits for my answer. */
export function PollPill() {
  const session = useSession();
  const mayAnswer = useRoom((room) => room.you.role === 'participant');
  const open = useUi((ui) => ui.poll);
  const isWaiting = (poll: PollView) =>
    poll.open && poll.mine === undefined && poll.poll !== open && Date.now() - Date.parse(poll.at) < STILL_ASKED;
  const waiting = usePolls().findLast(isWaiting);
  const name = useName(waiting?.by ?? session.room.get().you.member);
  if (!waiting || !mayAnswer) return null;
  return (
    <span className="live-chip live-call live-poll" role="status">
      <span className="live-words">{m.live.asks(name, waiting.question)}</span>
      <button type="button" onClick={() => openPoll(session, waiting)}>
        {m.live.answer}
      </button>
    </span>
  );
}
