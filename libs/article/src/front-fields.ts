import type { DraftArticle } from './draft.ts';

/** What is read off the first and the last page of a text without markup. */
interface Found {
  front: Pick<DraftArticle, 'title' | 'authors' | 'keywords' | 'subtitle' | 'history'>;
  imprint: Pick<DraftArticle, 'doi' | 'licence'>;
  language: string | undefined;
}

type Fields = Pick<
  DraftArticle,
  'title' | 'authors' | 'keywords' | 'subtitle' | 'history' | 'doi' | 'licence' | 'language'
>;

/** The front matter of a draft, of what was found; what was not found is not there. */
export const frontFields = ({ front, imprint, language }: Found): Fields => ({
  title: front.title,
  ...(front.subtitle !== undefined && { subtitle: front.subtitle }),
  authors: front.authors,
  ...(front.history !== undefined && { history: front.history }),
  ...(imprint.doi !== undefined && { doi: imprint.doi }),
  ...(imprint.licence !== undefined && { licence: imprint.licence }),
  ...(language !== undefined && { language }),
  keywords: front.keywords,
});
