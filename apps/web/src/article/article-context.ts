import { createContext } from 'react';
import type { BlockId, Note } from '#article';
import type { Place } from '../views/numbering.ts';

/** What the parts of an article need to know of the whole. */
export interface ArticleParts {
  notes: ReadonlyMap<string, Note>;
  places: ReadonlyMap<BlockId, Place>;
}

export const ArticleContext = createContext<ArticleParts>({ notes: new Map(), places: new Map() });
