import { m } from '../../messages/messages.ts';
import { DownIcon, UpIcon } from '../../ui/icons.tsx';
import { useSession } from '../session.ts';
import { stepThread } from '../use-shortcuts.ts';

/** To the thread before and after this one. */
export function ThreadPager() {
  const session = useSession();
  return (
    <>
      <button
        type="button"
        className="icon-button"
        aria-label={m.thread.previous}
        title={`${m.thread.previous} (p)`}
        onClick={() => stepThread(session, -1)}
      >
        <UpIcon />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={m.thread.next}
        title={`${m.thread.next} (n)`}
        onClick={() => stepThread(session, 1)}
      >
        <DownIcon />
      </button>
    </>
  );
}
