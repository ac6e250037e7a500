import { createContext, type ReactNode, use } from 'react';
import { type Inline, inlineOf, type Prose } from './inline.ts';
import { NoteMark } from './note-mark.tsx';

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
