import { useEffect, useRef, useState } from 'react';
import { elementOf } from '../../article/text-map.ts';
import { m } from '../../messages/messages.ts';
import { CloseIcon } from '../../ui/icons.tsx';
import { showPart } from '../scroll-to.ts';
import { useRoom, useSession, useUi, useView } from '../session.ts';
import { useName } from './people.ts';

/** Whoever comes later than this is not asked any more, in milliseconds. */
const STILL_MEANT = 60_000;

/** 'Look here', from an instructor: a pill to go there; who follows them is brought there. */
export function AttentionPill() {
  const { ui } = useSession();
  const called = useRoom(({ confirmed }) => confirmed.everyone.state.live.attention);
  const me = useRoom((room) => room.you.member);
  const article = useView((view) => view?.article);
  const number = useView((view) => called && view?.places.get(called.block)?.number);
  const following = useUi((it) => it.following);
  const [answered, setAnswered] = useState(0);
  const name = useName(called?.by ?? me);
  const meant =
    called !== undefined &&
    called.by !== me &&
    called.article === article &&
    called.position > answered &&
    Date.now() - Date.parse(called.at) < STILL_MEANT;
  const followed = meant && following === called.by;
  const went = useRef(0);
  useEffect(() => {
    if (!followed || !called || went.current === called.position) return;
    went.current = called.position;
    look(called.block);
    setAnswered(called.position);
  }, [followed, called]);
  if (!meant || followed) return null;
  const go = () => {
    ui.update((was) => ({ ...was, following: undefined }));
    look(called.block);
    setAnswered(called.position);
  };
  return (
    <span className="live-chip live-call live-attention" role="status">
      {m.live.lookHere(name, number)}
      <button type="button" onClick={go}>
        {m.live.go}
      </button>
      <button type="button" className="icon-button" aria-label={m.close} onClick={() => setAnswered(called.position)}>
        <CloseIcon />
      </button>
    </span>
  );
}

/** Goes there, and lets the paragraph light up for a moment. */
function look(block: string): void {
  showPart(block);
  const element = elementOf(block);
  element?.classList.add('looked-at');
  setTimeout(() => element?.classList.remove('looked-at'), 2_400);
}
