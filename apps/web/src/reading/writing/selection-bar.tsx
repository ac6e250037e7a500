import { useEffect, useState } from 'react';
import { EVERYONE } from '#seminar';
import type { OpeningMotivation } from '../../kept/drafts.ts';
import { m } from '../../messages/messages.ts';
import { allowed } from '../actions.ts';
import { useRoom, useSession } from '../session.ts';
import { annotate } from './annotate.ts';

const CHOICES: readonly { motivation: OpeningMotivation; key: string }[] = [
  { motivation: 'commenting', key: 'a' },
  { motivation: 'questioning', key: 'q' },
  { motivation: 'highlighting', key: 'h' },
];

/** The bar at a selection, which also teaches the three keys. On a phone it is at the lower edge, near the thumb. */
export function SelectionBar({ phone }: { phone: boolean }) {
  const session = useSession();
  const place = useSelectionPlace();
  const onlyMe = useRoom((room) => !allowed(room, 'annotation.create', EVERYONE));
  const looking = useRoom((room) => room.past !== undefined);
  if (!place || looking) return null;
  return (
    <aside
      className={phone ? 'selection-bar at-edge' : 'selection-bar'}
      aria-label={m.selection.label}
      style={phone ? {} : { transform: `translate(${place.x}px, ${place.y}px) translate(-50%, 0)` }}
    >
      <div role="toolbar" aria-label={m.selection.label}>
        {CHOICES.map(({ motivation, key }) => (
          <button
            key={motivation}
            type="button"
            // The selection has to outlive the press.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => annotate(session, motivation)}
          >
            {m.motivation[motivation]} <kbd>{key}</kbd>
          </button>
        ))}
      </div>
      {onlyMe && <span className="selection-note">{m.audience.onlyMe}</span>}
    </aside>
  );
}

/** Where the bar stands, in the page: over the first selected line, or under the last where there is no room. */
function useSelectionPlace(): { x: number; y: number } | undefined {
  const [place, setPlace] = useState<{ x: number; y: number }>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setPlace(placeOfSelection()), 120);
    };
    document.addEventListener('selectionchange', look);
    addEventListener('pointerup', look);
    addEventListener('resize', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('selectionchange', look);
      removeEventListener('pointerup', look);
      removeEventListener('resize', look);
    };
  }, []);
  return place;
}

function placeOfSelection(): { x: number; y: number } | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const text = document.querySelector('article.text');
  if (!text?.contains(range.commonAncestorContainer) || selection.toString().trim() === '') return undefined;
  const lines = [...range.getClientRects()].filter(({ width }) => width > 2);
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return undefined;
  const over = first.top > 120;
  const line = over ? first : last;
  const x = Math.max(150, Math.min(innerWidth - 150, line.left + line.width / 2));
  return { x: x + scrollX, y: (over ? first.top - 46 : last.bottom + 10) + scrollY };
}
