import { createContext } from 'react';
import type { BlockId, Note } from '#article';
import type { Place } from '../views/numbering.ts';

/** What the parts of an article need to know of the whole. */
export interface ArticleParts {
  notes: ReadonlyMap<string, Note>;
  places: ReadonlyMap<BlockId, Place>;
  /** Where the picture with this hash is; `undefined` where it can’t be shown. */
  addressOf: (asset: string) => string | undefined;
}

export const ArticleContext = createContext<ArticleParts>({
  notes: new Map(),
  places: new Map(),
  addressOf: () => undefined,
});
