import { Popover } from 'radix-ui';
import { useContext, useRef, useState } from 'react';
import { m } from '../messages/en.ts';
import { ArticleContext } from './article-context.ts';
import { InlineText, Quoted } from './inline-text.tsx';

/** The raised number of a note; what it says appears on hover, focus or tap. */
export function NoteMark({ label, at }: { label: string; at: number }) {
  const { notes } = useContext(ArticleContext);
  const note = notes.get(label);
  const [open, setOpen] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const soon = (next: boolean, wait: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOpen(next), wait);
  };
  if (!note) return <sup className="note-mark">{label}</sup>;
  const hover = {
    onPointerEnter: (event: { pointerType: string }) => event.pointerType === 'mouse' && soon(true, 180),
    onPointerLeave: (event: { pointerType: string }) => event.pointerType === 'mouse' && soon(false, 220),
  };
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <sup className="note-mark" id={`ref-${note.id}-${at}`} data-note={note.id}>
        <Popover.Trigger asChild>
          <button type="button" aria-label={m.article.note(label)} {...hover}>
            {label}
          </button>
        </Popover.Trigger>
      </sup>
      {open && (
        <Popover.Portal>
          <Popover.Content
            className="note-popover"
            sideOffset={6}
            collisionPadding={12}
            onOpenAutoFocus={(event) => event.preventDefault()}
            {...hover}
          >
            <b className="note-label">{label}</b>
            <Quoted value={true}>
              <InlineText prose={note} />
            </Quoted>
          </Popover.Content>
        </Popover.Portal>
      )}
    </Popover.Root>
  );
}
