import { Map as PersistentMap } from 'immutable';
import type { Article } from '#article';
import type { RecordedEvent } from './events.ts';
import type { AnnotationId, ArticleId } from './ids.ts';

/** The words of an annotation or reply. `body` is Markdown; `null` once deleted or erased. */
export interface Words {
  readonly body: string | null;
  /** When it was first written, ISO 8601. */
  readonly at: string;
  /** Where in the log it was first written. */
  readonly position: number;
  readonly editedAt: string | undefined;
}

/** What a reader needs and no rule looks at: the documents, and what was written about them. */
export interface Contents {
  readonly documents: PersistentMap<ArticleId, { readonly version: number; readonly document: Article }>;
  readonly words: PersistentMap<AnnotationId, Words>;
}

export const noContents: Contents = { documents: PersistentMap(), words: PersistentMap() };

/** Folds the same events as `evolve`, into what can be read. Of each article the newest version is kept. */
export function evolveContents(contents: Contents, event: RecordedEvent): Contents {
  switch (event.type) {
    case 'article.imported': {
      const { article, version, document } = event.data;
      return { ...contents, documents: contents.documents.set(article, { version, document }) };
    }
    case 'annotation.created': {
      const words = { body: event.personal?.body ?? null, at: event.at, position: event.position, editedAt: undefined };
      return { ...contents, words: contents.words.set(event.data.annotation, words) };
    }
    case 'annotation.edited':
      return rewritten(contents, event.data.annotation, { body: event.personal?.body ?? null, editedAt: event.at });
    case 'annotation.deleted':
      return rewritten(contents, event.data.annotation, { body: null });
    default:
      return contents;
  }
}

function rewritten(contents: Contents, id: AnnotationId, change: Partial<Words>): Contents {
  const was = contents.words.get(id);
  return was ? { ...contents, words: contents.words.set(id, { ...was, ...change }) } : contents;
}
