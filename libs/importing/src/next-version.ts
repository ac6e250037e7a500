import { type Article, keepIds } from '#article';
import type { Snapshots } from '#log';
import { type ArticleId, EVERYONE, type SeminarId } from '#seminar';

/** The number that the next version of an article has, and its document with the ids of what stayed. */
export async function nextVersion(
  snapshots: Snapshots,
  { seminar, article }: { seminar: SeminarId; article: ArticleId },
  document: Article,
): Promise<{ version: number; document: Article }> {
  const { contents } = await snapshots.newest({ seminar, audience: EVERYONE });
  const newest = contents.documents.get(article);
  return newest
    ? { version: newest.version + 1, document: keepIds(newest.document, document) }
    : { version: 1, document };
}
