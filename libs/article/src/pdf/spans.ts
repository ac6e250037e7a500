/** What in a column is no running text: tables, formulas set off, listings, pictures; each a span of its lines. */
import { type Display, displaysIn } from './display.ts';
import type { Column, Line } from './layout.ts';
import { type Listing, listingsIn } from './listings.ts';
import type { Setting } from './setting.ts';
import { type Grid, gridsIn } from './tables.ts';

/** A line of pictures. */
export interface PictureSpan {
  kind: 'picture';
  from: number;
  to: number;
}

export type Span = Grid | Display | Listing | PictureSpan;

/** The spans of a column from top to bottom; what one has taken no other gets. */
export function spansIn(column: Column, setting: Setting): Span[] {
  const { lines } = column;
  const grids = gridsIn(column);
  const spans: Span[] = [];
  const ranked: Span[] = [
    ...picturesIn(lines),
    ...listingsIn(lines, setting),
    ...grids.filter(({ isCertain }) => isCertain),
    ...displaysIn(column, setting),
    ...grids,
  ];
  for (const span of ranked) {
    if (!spans.some(({ from, to }) => span.from < to && from < span.to)) spans.push(span);
  }
  return spans.toSorted((a, b) => a.from - b.from);
}

const picturesIn = (lines: readonly Line[]): PictureSpan[] =>
  lines.flatMap(({ pictures }, from) =>
    pictures.length > 0 ? [{ kind: 'picture' as const, from, to: from + 1 }] : [],
  );
