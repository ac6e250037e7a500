import { type MouseEvent, memo } from 'react';
import type { BlockId } from '#article';
import { m } from '../../messages/messages.ts';
import type { BlockTalk } from '../../views/heat.ts';
import { openThread } from '../actions.ts';
import { useSession, useView } from '../session.ts';
import { enterThread } from '../thread-focus.ts';

const sameTalk = (a: BlockTalk | undefined, b: BlockTalk | undefined): boolean =>
  a?.heat === b?.heat && a?.fresh === b?.fresh && a?.threads.length === b?.threads.length;

/** The heat line of a paragraph, and a way to its threads for keyboards, screen readers and thumbs. */
export const BesidePassage = memo(function BesidePassage({ block }: { block: BlockId }) {
  const session = useSession();
  const talk = useView((view) => view?.talk.get(block), sameTalk);
  if (!talk) return null;
  const count = talk.threads.length;
  const open = (event: MouseEvent) => {
    // Threads may have changed since this was rendered; the first one with news comes first.
    const threads = session.view.get()?.talk.get(block)?.threads ?? [];
    const id = (threads.find(({ fresh }) => fresh > 0) ?? threads[0])?.id;
    // A press of a key has no click count.
    if (id && event.detail === 0) enterThread(session, id);
    else openThread(session, id);
  };
  return (
    <>
      <span className={`heat heat-${talk.heat}`} aria-hidden="true" />
      <button type="button" className="talk" onClick={open} aria-label={m.article.threadsHere(count, talk.fresh)}>
        {count}
        {talk.fresh > 0 && <span className="fresh"> +{talk.fresh}</span>}
      </button>
    </>
  );
});
