import { useEffect, useRef, useState } from 'react';
import { m } from '../../messages/messages.ts';
import { useRoom } from '../session.ts';
import { useNames } from './people.ts';

/** Says to a screen reader what others write while one reads; one sentence at a time, the newest. */
export function Announcer() {
  const nameOf = useNames();
  const you = useRoom((room) => room.you.member);
  const size = useRoom((room) => room.confirmed.everyone.contents.words.size);
  const state = useRoom((room) => room.confirmed.everyone);
  const heard = useRef(state.state.position);
  const [sentence, setSentence] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new word is announced
  useEffect(() => {
    let newest = { position: heard.current, sentence: '' };
    for (const [id, { position }] of state.contents.words) {
      if (position <= newest.position) continue;
      const annotation = state.state.annotations.get(id);
      if (!annotation || annotation.author === you) continue;
      const what = m.motivation[annotation.motivation];
      newest = { position, sentence: m.arrivals.announce(nameOf(annotation.author), what) };
    }
    heard.current = state.state.position;
    if (newest.sentence !== '') setSentence(newest.sentence);
  }, [size]);
  return (
    <p className="unseen" aria-live="polite">
      {sentence}
    </p>
  );
}
