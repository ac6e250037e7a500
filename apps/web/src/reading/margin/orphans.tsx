import { m } from '../../messages/messages.ts';
import type { ThreadView } from '../../views/threads.ts';
import { ThreadCard } from '../late.ts';
import { useUi } from '../session.ts';
import { FoldedCard } from '../threads/folded-card.tsx';

/** Threads whose passage is gone from this version: kept, at the end of the margin. */
export function Orphans({ threads, top }: { threads: readonly ThreadView[]; top: number }) {
  const open = useUi((ui) => ui.open);
  return (
    <section className="orphans" style={{ marginTop: top }}>
      <h2 className="label">{m.thread.orphans}</h2>
      <p>{m.thread.orphansWhy}</p>
      {threads.map((thread) =>
        thread.id === open ? (
          <ThreadCard key={thread.id} thread={thread} />
        ) : (
          <FoldedCard key={thread.id} thread={thread} />
        ),
      )}
    </section>
  );
}
