/** The schema of a snapshot, for the documentation and for clients; the server makes snapshots and takes none. */

import { z } from 'zod';
import { Article, BlockId } from '#article';
import {
  AnnotationId,
  ArticleId,
  AskedReading,
  GroupId,
  MemberId,
  Motivation,
  PassageTarget,
  PollId,
  Reaction,
  Role,
  SectionKey,
  SeminarId,
  type Snapshot as SeminarSnapshot,
  SentenceSource,
  SessionId,
  SNAPSHOT_VERSION,
  Spot,
  SummaryMaker,
  Target,
} from '#seminar';

const Annotation = z.strictObject({
  id: AnnotationId,
  author: MemberId,
  motivation: Motivation,
  target: Target,
  tags: z.array(z.string()),
  revision: z.int().positive(),
  deleted: z.boolean(),
  resolved: z.boolean(),
  answer: AnnotationId.optional(),
  body: z.string().nullable(),
  at: z.iso.datetime(),
  position: z.int().positive(),
  editedAt: z.iso.datetime().optional(),
  earlier: z.array(z.strictObject({ body: z.string().nullable(), at: z.iso.datetime() })).optional(),
  reactions: z.array(z.tuple([Reaction, z.array(MemberId)])),
  deletion: z
    .strictObject({
      by: MemberId,
      at: z.iso.datetime(),
      tags: z.array(z.string()),
      reactions: z.array(z.tuple([Reaction, z.array(MemberId)])),
      answered: z.boolean(),
    })
    .optional(),
});

const Summary = SectionKey.extend({
  version: z.int().positive(),
  number: z.int().positive(),
  from: z.int().positive(),
  to: z.int().positive(),
  language: z.string(),
  maker: SummaryMaker,
  by: MemberId,
  at: z.iso.datetime(),
  sentences: z.array(SentenceSource.extend({ text: z.string() })),
}).strict();

const Poll = z.strictObject({
  poll: PollId,
  target: PassageTarget,
  by: MemberId,
  at: z.iso.datetime(),
  position: z.int().positive(),
  options: z.int().min(2),
  named: z.boolean(),
  open: z.boolean(),
  /** By member, or by ballot, which option. */
  answers: z.array(z.tuple([z.string(), z.int().min(0)])),
  words: z.strictObject({ question: z.string(), options: z.array(z.string()) }).nullable(),
});

export const Snapshot = z.strictObject({
  version: z.literal(SNAPSHOT_VERSION),
  position: z.int().nonnegative(),
  seminar: z.strictObject({ id: SeminarId, title: z.string() }).optional(),
  roster: z.array(z.tuple([MemberId, Role])),
  groups: z.array(z.strictObject({ group: GroupId, name: z.string(), open: z.boolean(), members: z.array(MemberId) })),
  articles: z.array(
    z.strictObject({
      article: ArticleId,
      version: z.int().positive(),
      document: Article,
      older: z.array(z.tuple([z.int().positive(), z.array(z.tuple([BlockId, z.string()]))])),
    }),
  ),
  annotations: z.array(Annotation),
  summaries: z.array(
    z.strictObject({
      section: z.string(),
      state: z.strictObject({
        number: z.int().nonnegative(),
        to: z.int().nonnegative(),
        pinned: z.boolean(),
        hidden: z.boolean(),
      }),
      versions: z.array(Summary),
    }),
  ),
  readings: z.array(AskedReading),
  live: z.strictObject({
    sessions: z.array(
      z.strictObject({
        session: SessionId,
        by: MemberId,
        from: z.int().positive(),
        startedAt: z.iso.datetime(),
        to: z.int().positive().optional(),
        endedAt: z.iso.datetime().optional(),
      }),
    ),
    attention: Spot.extend({ by: MemberId, at: z.iso.datetime(), position: z.int().positive() }).optional(),
    timer: z.strictObject({ by: MemberId, seconds: z.int().positive(), ends: z.iso.datetime() }).optional(),
    hand: z.strictObject({ at: z.iso.datetime() }).optional(),
    polls: z.array(Poll),
  }),
}) satisfies z.ZodType<SeminarSnapshot>;
