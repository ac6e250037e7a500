import { m } from '../../messages/messages.ts';
import { DownIcon, UpIcon } from '../../ui/icons.tsx';
import type { ThreadView } from '../../views/threads.ts';
import { StackList } from '../late.ts';
import { useSession, useUi } from '../session.ts';

/** The threads of a crowded paragraph that have no room of their own; unfolds into a list with a scroll of its own. */
export function StackCard({ id, threads }: { id: string; threads: readonly ThreadView[] }) {
  const { ui } = useSession();
  const unfolded = useUi((it) => it.stack === id);
  const fresh = threads.reduce((sum, thread) => sum + thread.fresh, 0);
  const toggle = () => ui.update((was) => ({ ...was, stack: unfolded ? undefined : id }));
  return (
    <div className={unfolded ? 'stack unfolded' : 'stack'}>
      <button type="button" className="stack-head" aria-expanded={unfolded} onClick={toggle}>
        {unfolded ? <UpIcon /> : <DownIcon />}
        {unfolded ? m.thread.stackLess : m.thread.stack(threads.length)}
        {fresh > 0 && <span className="fresh">{m.thread.unread(fresh)}</span>}
      </button>
      {unfolded && <StackList threads={threads} />}
    </div>
  );
}
