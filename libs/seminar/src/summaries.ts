/** Section summaries: what was said on a section, each sentence with the annotations that it rests on. */

import { z } from 'zod';
import { BlockId } from '#article';
import { AnnotationId, ArticleId } from './ids.ts';

/** A section of an article, by its id in the version that was summed up. */
export const SectionKey = z.object({ article: ArticleId, section: BlockId });
export type SectionKey = z.infer<typeof SectionKey>;

/** How a sentence stands to the discussion: said by somebody, against what was said, a question that is open, an answer. */
export const SentenceKind = z.enum(['statement', 'dispute', 'question', 'answer']);
export type SentenceKind = z.infer<typeof SentenceKind>;

/** What is kept of a sentence; its words are personal and stand in the body, one sentence a line. */
export const SentenceSource = z.object({
  kind: SentenceKind,
  issue: z.int().nonnegative().describe('Which of the issues of the section it belongs to, from 0.'),
  cites: z.array(AnnotationId).min(1),
});
export type SentenceSource = z.infer<typeof SentenceSource>;

/** Who put the sentences together: the extractive summariser, a model, or an instructor who changed them. */
export const SummaryMaker = z.enum(['extract', 'model', 'instructor']);
export type SummaryMaker = z.infer<typeof SummaryMaker>;

export interface SummarySentence extends SentenceSource {
  text: string;
}

/** One line of `body` for each sentence. */
export const bodyOfSentences = (sentences: readonly { text: string }[]): string =>
  sentences.map(({ text }) => text.replace(/\s+/gu, ' ').trim()).join('\n');

/** The sentences again; none once the words are erased. */
export function sentencesOfBody(sources: readonly SentenceSource[], body: string | null): SummarySentence[] {
  const lines = body?.split('\n') ?? [];
  return sources.flatMap((source, index) => {
    const text = lines[index];
    return text ? [{ ...source, text }] : [];
  });
}

/** The key of a section in persistent maps. */
export const sectionName = ({ article, section }: SectionKey): string => `${article}/${section}`;
