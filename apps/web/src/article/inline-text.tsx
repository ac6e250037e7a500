import { createContext, type ReactNode, use, useContext, useRef, useState } from 'react';
import { m } from '../messages/messages.ts';
import { Popover } from '../ui/radix.tsx';
import { ArticleContext } from './article-context.ts';
import { Formula } from './formula.tsx';
import { type Inline, inlineOf, type Prose } from './inline.ts';
import { PictureInLine } from './picture-in-line.tsx';

/** Text shown twice (a note in a popover) must not be taken for the article's own. */
export const Quoted = createContext(false);

/** `[from, to)` of a prose, with its markup. */
export function InlineText({ prose, from, to }: { prose: Prose; from?: number; to?: number }) {
  const quoted = use(Quoted);
  return renderAll(inlineOf(prose, from, to), quoted);
}

const renderAll = (pieces: readonly Inline[], quoted: boolean): ReactNode =>
  pieces.map((piece) => <Piece key={`${piece.kind} ${piece.at}`} piece={piece} quoted={quoted} />);

function Piece({ piece, quoted }: { piece: Inline; quoted: boolean }) {
  if (piece.kind === 'text') return quoted ? piece.text : <span data-at={piece.at}>{piece.text}</span>;
  if (piece.kind === 'note') return quoted ? null : <NoteMark label={piece.label} at={piece.at} />;
  const inside = renderAll(piece.children, quoted);
  switch (piece.mark.type) {
    case 'emphasis':
      return <em>{inside}</em>;
    case 'strong':
      return <strong>{inside}</strong>;
    case 'superscript':
      return <sup>{inside}</sup>;
    case 'subscript':
      return <sub>{inside}</sub>;
    case 'small-caps':
      return <span className="small-caps">{inside}</span>;
    case 'code':
      return <code>{inside}</code>;
    case 'strikethrough':
      return <s>{inside}</s>;
    case 'formula':
      return (
        <Formula mathml={piece.mark.mathml} image={piece.mark.image}>
          {inside}
        </Formula>
      );
    case 'picture':
      return <PictureInLine image={piece.mark.image}>{inside}</PictureInLine>;
    case 'reference':
      return quoted ? inside : <a href={`#${piece.mark.target}`}>{inside}</a>;
    case 'link':
      return (
        <a href={safeHref(piece.mark.href)} target="_blank" rel="noopener nofollow noreferrer">
          {inside}
        </a>
      );
  }
}

/** The reader of a format checks links already; a stored article is checked once more where it is shown. */
const safeHref = (href: string | undefined): string | undefined =>
  href && /^(https?:|mailto:)/i.test(href) ? href : undefined;

/** The raised number of a note; what it says appears on hover, focus or tap. */
function NoteMark({ label, at }: { label: string; at: number }) {
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
            aria-label={m.article.note(label)}
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
