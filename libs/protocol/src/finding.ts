/** Finding one's way: what is searched for, and what concerns oneself. */

import { z } from 'zod';
import { AnnotationId, ArticleId, Audience, MemberId, Motivation, SeminarId, Text } from '#seminar';

export const SearchQuery = z.object({
  /** As one types it: words, "phrases", -excluded, or. The last word may be unfinished. */
  q: Text.max(200),
  article: ArticleId.optional(),
  /** Only the text, or only what was said. */
  in: z.enum(['text', 'discussion']).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
  offset: z.coerce.number().int().min(0).max(10_000).default(0),
});
export type SearchQuery = z.infer<typeof SearchQuery>;

export const SearchHit = z.object({
  /** Whose log it stands in. */
  audience: Audience,
  article: ArticleId,
  /** The block it is, or the one that its thread was opened on. */
  block: z.string(),
  /** `null` where it is the text itself. */
  said: z
    .object({
      annotation: AnnotationId,
      thread: AnnotationId,
      author: MemberId,
      motivation: Motivation,
      at: z.iso.datetime(),
    })
    .nullable(),
  /** The words around, in pieces; `hit` where it is what was searched for. */
  fragments: z.array(z.object({ text: z.string(), hit: z.boolean() })),
});
export type SearchHit = z.infer<typeof SearchHit>;

export const SearchAnswer = z.object({
  /** How many there are in all. */
  total: z.int().nonnegative(),
  /** The best first. */
  hits: z.array(SearchHit),
});
export type SearchAnswer = z.infer<typeof SearchAnswer>;

export const Notification = z.object({
  seminar: SeminarId,
  /** Whose log it stands in. */
  audience: Audience,
  /** An answer to words of mine or in a thread of mine; a mention; my question has an answer; a reading; a new article or version. */
  kind: z.enum(['reply', 'mention', 'aside', 'answer', 'reading', 'version']),
  /** In that log. */
  position: z.int().positive(),
  /** What has to be read for it, as read marks name it. */
  subject: z.string(),
  by: MemberId,
  byName: z.string(),
  at: z.iso.datetime(),
  article: ArticleId,
  annotation: AnnotationId.nullable(),
  /** How the words begin; of a reading or a version the title of the article. */
  excerpt: z.string(),
  unread: z.boolean(),
});
export type Notification = z.infer<typeof Notification>;

export const NotificationsAnswer = z.object({ notifications: z.array(Notification) });
export type NotificationsAnswer = z.infer<typeof NotificationsAnswer>;
