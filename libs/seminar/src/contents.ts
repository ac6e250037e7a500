import { List, Map as PersistentMap } from 'immutable';
import type { Article } from '#article';
import type { RecordedEvent } from './events.ts';
import type { AnnotationId, ArticleId, MemberId, PollId } from './ids.ts';
import { type SectionKey, type SummaryMaker, type SummarySentence, sectionName, sentencesOfBody } from './summaries.ts';

/** The words of an annotation or reply. `body` is Markdown; `null` once deleted or erased. */
export interface Words {
  readonly body: string | null;
  /** When it was first written, ISO 8601. */
  readonly at: string;
  /** Where in the log it was first written. */
  readonly position: number;
  readonly editedAt: string | undefined;
  /** As it was worded before, the oldest first; none once it is deleted. */
  readonly earlier: readonly Wording[];
}

/** One way in which something was worded: `null` once that is erased. */
export interface Wording {
  readonly body: string | null;
  /** Since when, ISO 8601. */
  readonly at: string;
}

/** One summary of a section, as it was made or changed. */
export interface SectionSummary extends SectionKey {
  /** The version of the article whose section it is. */
  readonly version: number;
  readonly number: number;
  /** The positions that it takes in. */
  readonly from: number;
  readonly to: number;
  readonly language: string;
  readonly maker: SummaryMaker;
  /** Whoever changed it, or the scribe. */
  readonly by: MemberId;
  /** ISO 8601. */
  readonly at: string;
  readonly sentences: readonly SummarySentence[];
}

/** What a reader needs and no rule looks at: the documents, and what was written about them. */
export interface Contents {
  readonly documents: PersistentMap<ArticleId, { readonly version: number; readonly document: Article }>;
  readonly words: PersistentMap<AnnotationId, Words>;
  /** By `sectionName`: all that were made, the newest last. */
  readonly summaries: PersistentMap<string, List<SectionSummary>>;
  readonly polls: PersistentMap<PollId, PollWords>;
}

/** What a poll asks, and what there is to choose from; `null` once that is erased. */
export type PollWords = { readonly question: string; readonly options: readonly string[] } | null;

/** The question, then a line for each answer. */
export const bodyOfPoll = (question: string, options: readonly string[]): string => [question, ...options].join('\n');

function pollOfBody(body: string | undefined): PollWords {
  const [question, ...options] = body?.split('\n') ?? [];
  return question === undefined ? null : { question, options };
}

export const noContents: Contents = {
  documents: PersistentMap(),
  words: PersistentMap(),
  summaries: PersistentMap(),
  polls: PersistentMap(),
};

/** Folds the same events as `evolve`, into what can be read. Of each article the newest version is kept. */
export function evolveContents(contents: Contents, event: RecordedEvent): Contents {
  switch (event.type) {
    case 'article.imported': {
      const { article, version, document } = event.data;
      return { ...contents, documents: contents.documents.set(article, { version, document }) };
    }
    case 'annotation.created': {
      const words = {
        body: event.personal?.body ?? null,
        ...{ at: event.at, position: event.position, editedAt: undefined, earlier: [] },
      };
      return { ...contents, words: contents.words.set(event.data.annotation, words) };
    }
    case 'annotation.edited':
      return rewritten(contents, event.data.annotation, (was) => ({
        body: event.personal?.body ?? null,
        editedAt: event.at,
        earlier: [...was.earlier, { body: was.body, at: was.editedAt ?? was.at }],
      }));
    case 'annotation.deleted':
      return rewritten(contents, event.data.annotation, () => ({ body: null, earlier: [] }));
    case 'annotation.restored':
      return rewritten(contents, event.data.annotation, () => ({ body: event.personal?.body ?? null }));
    case 'poll.opened':
      return { ...contents, polls: contents.polls.set(event.data.poll, pollOfBody(event.personal?.body)) };
    case 'summary.made': {
      const { sentences, ...rest } = event.data;
      const made = { ...rest, by: event.by, at: event.at };
      return summarised(contents, { ...made, sentences: sentencesOfBody(sentences, event.personal?.body ?? null) });
    }
    case 'summary.edited': {
      const was = contents.summaries.get(sectionName(event.data))?.last();
      if (!was) return contents;
      const sentences = sentencesOfBody(event.data.sentences, event.personal?.body ?? null);
      const { number } = event.data;
      return summarised(contents, { ...was, number, maker: 'instructor', by: event.by, at: event.at, sentences });
    }
    default:
      return contents;
  }
}

function rewritten(contents: Contents, id: AnnotationId, change: (was: Words) => Partial<Words>): Contents {
  const was = contents.words.get(id);
  return was ? { ...contents, words: contents.words.set(id, { ...was, ...change(was) }) } : contents;
}

function summarised(contents: Contents, summary: SectionSummary): Contents {
  const summaries = contents.summaries.update(sectionName(summary), List(), (earlier) => earlier.push(summary));
  return { ...contents, summaries };
}
