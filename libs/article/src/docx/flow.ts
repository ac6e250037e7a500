/**
 * Pieces as a flow of headings and blocks. Word has no lists, quotations or listings, only paragraphs that look alike one
 * below the other; those that belong together are put together here.
 */
import type { Flow } from '../assemble.ts';
import type { DraftBlock } from '../draft.ts';
import { type DraftItem, listBlock, paragraphBlock, quotationBlock, withCaption } from '../draft-blocks.ts';
import { asLines, concat, type Prose } from '../prose.ts';
import type { Piece } from './blocks.ts';
import type { ListPlace } from './numbering.ts';

/** Puts together what belongs together: items, lines of quotations and listings, pictures and their captions. */
export function flowOf(pieces: readonly Piece[]): Flow[] {
  const flow: Flow[] = [];
  for (let from = 0; from < pieces.length; ) {
    const to = endOfGroup(pieces, from);
    flow.push(...groupFlow(pieces.slice(from, to), flow));
    from = to;
  }
  return flow;
}

/** The pieces from here on that make one block. */
function endOfGroup(pieces: readonly Piece[], from: number): number {
  const first = pieces[from];
  let to = from + 1;
  while (first && to < pieces.length) {
    const [last, next] = [pieces[to - 1], pieces[to]];
    if (!last || !next || !goTogether(first, last, next)) break;
    to += 1;
  }
  return to;
}

function goTogether(first: Piece, last: Piece, next: Piece): boolean {
  if (first.shape !== 'paragraph' || next.shape !== 'paragraph') return isCaptioned(first, next);
  if (isItem(first)) return isItem(next) && last.shape === 'paragraph' && goOn(first.list, last.list, next.list);
  const kind = first.kind.kind;
  return !isItem(next) && next.kind.kind === kind && (kind === 'quotation' || kind === 'code' || kind === 'verse');
}

/** Do items make one list? LibreOffice gives the first item a list of its own that looks like that of the others. */
function goOn(first: ListPlace | undefined, last: ListPlace | undefined, next: ListPlace | undefined): boolean {
  if (!next || !first || next.level > 0) return next !== undefined;
  return next.list === first.list || next.list === last?.list || (next.pattern === first.pattern && !next.restarts);
}

/** Headings that are numbered are no items. */
const isItem = (piece: Piece): boolean =>
  piece.shape === 'paragraph' && piece.list !== undefined && (piece.kind.kind === 'text' || piece.kind.kind === 'code');

/** A picture and the caption below it, or a caption and the table below it. */
function isCaptioned(first: Piece, next: Piece): boolean {
  const isCaption = (piece: Piece) => piece.shape === 'paragraph' && piece.kind.kind === 'caption';
  const isOf = (piece: Piece, type: DraftBlock['type']) => piece.shape === 'block' && piece.block.type === type;
  return (isOf(first, 'figure') && isCaption(next)) || (isCaption(first) && isOf(next, 'table'));
}

function groupFlow(group: readonly Piece[], before: readonly Flow[]): Flow[] {
  const [first, second] = group;
  if (!first) return [];
  const asFlow = (block: DraftBlock): Flow[] => [{ type: 'block', block }];
  if (first.shape === 'block') {
    const caption = group.slice(1).flatMap((piece) => (piece.shape === 'paragraph' ? [piece.prose] : []));
    return asFlow(caption.length === 0 ? first.block : { ...first.block, ...asLines(caption) });
  }
  if (second?.shape === 'block' && second.block.type === 'table') return asFlow(withCaption(second.block, first.prose));
  const named = first.key === undefined ? {} : { key: first.key };
  if (isItem(first)) return asFlow({ ...listOf(group), ...named });
  const proses = group.flatMap((piece) => (piece.shape === 'paragraph' ? [piece.prose] : []));
  switch (first.kind.kind) {
    case 'heading':
      return [
        {
          type: 'heading',
          depth: first.kind.level,
          title: first.prose,
          place: { paragraph: first.paragraph },
          ...named,
        },
      ];
    case 'quotation':
      return asFlow({ ...quotationBlock(proses), ...named });
    case 'verse':
      return asFlow({ type: 'verse', ...asLines(proses), ...named });
    case 'code':
      return codeOf(proses).flatMap((code) => asFlow({ ...code, ...named }));
    default: {
      // A caption below a table goes up to it.
      const last = before.at(-1);
      if (
        first.kind.kind === 'caption' &&
        last?.type === 'block' &&
        last.block.type === 'table' &&
        !last.block.caption
      ) {
        last.block = withCaption(last.block, first.prose);
        return [];
      }
      return asFlow({ ...paragraphBlock(first.prose), ...named });
    }
  }
}

/** Lines of a listing as they stand, without empty ones at its ends. */
function codeOf(lines: readonly Prose[]): DraftBlock[] {
  const isEmpty = ({ text }: Prose) => text.trim() === '';
  const from = lines.findIndex((line) => !isEmpty(line));
  if (from === -1) return [];
  const to = lines.findLastIndex((line) => !isEmpty(line)) + 1;
  return [{ type: 'code', ...concat(lines.slice(from, to), '\n') }];
}

function listOf(group: readonly Piece[]): DraftBlock {
  const items = group.flatMap((piece): DraftItem[] =>
    piece.shape === 'paragraph' ? [{ level: piece.list?.level ?? 0, prose: piece.prose }] : [],
  );
  const [first] = group;
  const place = first?.shape === 'paragraph' ? first.list : undefined;
  const least = Math.min(...items.map(({ level }) => level));
  return listBlock(
    items.map(({ level, prose }) => ({ level: level - least, prose })),
    place?.ordered ?? false,
    place?.number,
  );
}
