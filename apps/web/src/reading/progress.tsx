import { useCallback, useMemo, useRef, useState } from 'react';
import { m } from '../messages/messages.ts';
import { useLookOnScroll } from '../ui/use-look-on-scroll.ts';
import { minutesToRead } from '../views/reading-time.ts';
import { readingArea } from './scroll-to.ts';
import { useView } from './session.ts';

/** How far one has read, as a line under the top bar and in words. Scrolling moves the line and renders nothing. */
export function Progress() {
  const document_ = useView((view) => view?.document);
  const minutes = useMemo(() => document_ && minutesToRead(document_), [document_]);
  const line = useRef<HTMLElement>(null);
  const [percent, setPercent] = useState(0);
  const look = useCallback(() => {
    const read = shareRead();
    if (line.current) line.current.style.transform = `scaleX(${read})`;
    setPercent(Math.round(read * 20) * 5);
  }, []);
  useLookOnScroll(look);
  if (minutes === undefined) return null;
  const left = Math.round(minutes * (1 - percent / 100));
  return (
    <>
      <span className="progress-words" title={percent < 100 ? m.progress.left(left) : undefined}>
        {m.progress.read(percent)}
      </span>
      <i className="progress-line" ref={line} aria-hidden="true" />
    </>
  );
}

/** How much of the article is above the lower edge of the reading area. */
function shareRead(): number {
  const text = document.querySelector('article.text');
  if (!text) return 0;
  const rect = text.getBoundingClientRect();
  const { top, bottom } = readingArea();
  const way = rect.height - (bottom - top);
  return way <= 0 ? 1 : Math.max(0, Math.min(1, (top - rect.top) / way));
}
