import { useEffect, useMemo } from 'react';
import { locale, m } from '../../messages/messages.ts';
import { logOf } from '../../room/overlay.ts';
import { Prose } from '../../ui/prose.tsx';
import { conversationOf } from '../../views/conversation.ts';
import type { ThreadView } from '../../views/threads.ts';
import { inFull } from '../../views/when.ts';
import { useNames } from '../live/people.ts';
import { useRoom, useView } from '../session.ts';

/** Time for the words to be rendered, in milliseconds. */
const RENDERED = 400;

/** All threads in the order of the text, on paper only. The browser prints once they stand there. */
export function PrintedDiscussion() {
  const threads = useView((view) => view?.threads.placed) ?? [];
  useEffect(() => {
    const timer = setTimeout(() => window.print(), RENDERED);
    return () => clearTimeout(timer);
  }, []);
  return (
    <section className="printed">
      <h2>{m.print.title}</h2>
      {threads
        .filter(({ motivation, replies }) => motivation !== 'highlighting' || replies > 0)
        .map((thread) => (
          <PrintedThread key={thread.id} thread={thread} />
        ))}
    </section>
  );
}

function PrintedThread({ thread }: { thread: ThreadView }) {
  const nameOf = useNames();
  const log = useRoom((room) => logOf(room.shown, thread.audience));
  const remarks = useMemo(() => conversationOf(log, thread.id), [log, thread.id]);
  const block = thread.passages[0]?.block;
  const number = useView((view) => (block ? view?.places.get(block)?.number : undefined));
  return (
    <section className="printed-thread">
      <h3>
        {m.motivation[thread.motivation]} {m.print.on(number)}
      </h3>
      <blockquote>{thread.quote}</blockquote>
      {remarks.map(({ annotation, words, indent }) => (
        <div key={annotation.id} style={{ marginInlineStart: `${indent * 1.2}em` }}>
          <p>
            <b>{nameOf(annotation.author)}</b>, {inFull(words?.at ?? '', locale())}
          </p>
          {words?.body ? <Prose source={words.body} /> : <p>{m.thread.tombstone}</p>}
        </div>
      ))}
    </section>
  );
}
