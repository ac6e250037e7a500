/** The article as a strip: where talk is, where something is new, where questions wait; places as shares of its height. */
import type { BlockId } from '#article';
import type { BlockTalk, Heat } from './heat.ts';

export interface StripMark {
  block: BlockId;
  /** 0 to 1 from the top of the article. */
  from: number;
  to: number;
  heat: Heat;
  fresh: boolean;
  asked: boolean;
}

/** @param spans where each block begins and ends, in any unit of which the article is `height` high */
export function heatStrip(
  talk: ReadonlyMap<BlockId, BlockTalk>,
  spans: ReadonlyMap<string, { top: number; bottom: number }>,
  height: number,
): readonly StripMark[] {
  if (height <= 0) return [];
  return [...talk].flatMap(([block, { heat, fresh, questions }]) => {
    const span = spans.get(block);
    if (!span || heat === 0) return [];
    return [{ block, from: span.top / height, to: span.bottom / height, heat, fresh: fresh > 0, asked: questions > 0 }];
  });
}
