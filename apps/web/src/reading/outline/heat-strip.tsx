import { type PointerEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useLookOnScroll } from '../../ui/use-look-on-scroll.ts';
import { heatStrip } from '../../views/heat-strip.ts';
import { useView } from '../session.ts';

type Spans = ReadonlyMap<string, { top: number; bottom: number }>;

/** The whole article at a glance beside it: warm where people are, with marks for what is new and asked. A press leads there. */
export function HeatStrip() {
  const talk = useView((view) => view?.talk);
  const { spans, height } = useSpans();
  const strip = useRef<HTMLDivElement>(null);
  const marks = useMemo(() => (talk ? heatStrip(talk, spans, height) : []), [talk, spans, height]);
  const seen = useRef<HTMLSpanElement>(null);
  const follow = useCallback(() => {
    const text = document.querySelector('article.text')?.getBoundingClientRect();
    if (!text || !seen.current || text.height === 0) return;
    const from = Math.max(0, Math.min(1, -text.top / text.height));
    const to = Math.max(from, Math.min(1, (innerHeight - text.top) / text.height));
    seen.current.style.top = `${from * 100}%`;
    seen.current.style.height = `${(to - from) * 100}%`;
  }, []);
  useLookOnScroll(follow);
  if (marks.length === 0) return null;
  const go = ({ clientY }: PointerEvent) => {
    const rect = strip.current?.getBoundingClientRect();
    const text = document.querySelector('article.text')?.getBoundingClientRect();
    if (!rect || !text) return;
    const at = (clientY - rect.top) / rect.height;
    scrollTo({ top: scrollY + text.top + at * text.height - innerHeight * 0.35 });
  };
  return (
    // The outline says the same in words, and leads there by keys.
    <div className="heat-strip" ref={strip} aria-hidden="true" onPointerDown={go}>
      <span className="strip-seen" ref={seen} />
      {marks.map(({ block, from, to, heat, fresh, asked }) => (
        <i
          key={block}
          className={['strip-mark', `heat-${heat}`, fresh && 'strip-fresh', asked && 'strip-asked']
            .filter(Boolean)
            .join(' ')}
          style={{ top: `${from * 100}%`, height: `${(to - from) * 100}%` }}
        />
      ))}
    </div>
  );
}

/** Where the blocks of the text stand in it, measured anew when it is set anew. */
function useSpans(): { spans: Spans; height: number } {
  const document_ = useView((view) => view?.document);
  const [measured, setMeasured] = useState<{ spans: Spans; height: number }>({ spans: new Map(), height: 0 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another document is measured anew
  useEffect(() => {
    const text = document.querySelector<HTMLElement>('article.text');
    if (!text) return;
    const measure = () => {
      const origin = text.getBoundingClientRect();
      const spans = new Map<string, { top: number; bottom: number }>();
      for (const block of text.querySelectorAll<HTMLElement>('[data-block]')) {
        const { top, bottom } = block.getBoundingClientRect();
        spans.set(block.dataset.block ?? '', { top: top - origin.top, bottom: bottom - origin.top });
      }
      setMeasured({ spans, height: origin.height });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(text);
    return () => observer.disconnect();
  }, [document_]);
  return measured;
}
