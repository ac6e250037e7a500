/**
 * What has happened, as it stands in the log for ever. An event has two parts: `data` is kept; `personal` is what a
 * person wrote, and can be erased (`null`) without disturbing position, order or meaning of anything else.
 *
 * A change of shape is a new version here and an upcaster in `upcasters.ts`.
 */

import { z } from 'zod';
import { Anchor } from '#anchoring';
import { Article } from '#article';
import {
  AnnotationId,
  ArticleId,
  AssignmentId,
  CommandId,
  GroupId,
  MemberId,
  PollId,
  SeminarId,
  SessionId,
} from './ids.ts';
import { AskedReading } from './reading.ts';
import { Spot } from './spot.ts';
import { SectionKey, SentenceSource, SummaryMaker } from './summaries.ts';
import { Motivation, Reaction, Role } from './vocabulary.ts';

export const PassageTarget = z.object({
  kind: z.literal('passage'),
  article: ArticleId,
  version: z.int().positive().describe('The version of the article that the anchors were made on.'),
  anchors: z.array(Anchor).min(1).describe('One per block that the passage touches, in reading order.'),
});
/** A passage of an article: where a thread begins. */
export type PassageTarget = z.infer<typeof PassageTarget>;

export const ReplyTarget = z.object({ kind: z.literal('annotation'), annotation: AnnotationId });
/** The annotation or reply that a reply answers. */
export type ReplyTarget = z.infer<typeof ReplyTarget>;

export const Target = z.discriminatedUnion('kind', [PassageTarget, ReplyTarget]);
/** What an annotation is about (W3C Web Annotation §3.1). */
export type Target = z.infer<typeof Target>;

const Option = z.int().min(0).describe('Which of them, from 0.');

const Body = z.object({ body: z.string() });

const event = <T extends string, D extends z.ZodType>(type: T, data: D) =>
  z.object({ type: z.literal(type), version: z.literal(1), data, personal: z.null() });

const personalEvent = <T extends string, D extends z.ZodType>(type: T, data: D) =>
  z.object({ type: z.literal(type), version: z.literal(1), data, personal: Body.nullable() });

export const SeminarOpened = event('seminar.opened', z.object({ seminar: SeminarId, title: z.string() }));
export const ArticleImported = event(
  'article.imported',
  z.object({ article: ArticleId, version: z.int().positive(), document: Article }),
).extend({ version: z.literal(2) });
export const MemberJoined = event('member.joined', z.object({ member: MemberId, role: Role }));
export const RoleGiven = event('role.given', z.object({ member: MemberId, role: Role }));
export const GroupFormed = event(
  'group.formed',
  z.object({
    group: GroupId,
    name: z.string(),
    open: z.boolean().describe('Whether members may come and go by themselves.'),
  }),
);
export const GroupJoined = event('group.joined', z.object({ group: GroupId, member: MemberId }));
export const GroupLeft = event('group.left', z.object({ group: GroupId, member: MemberId }));
export const AnnotationCreated = personalEvent(
  'annotation.created',
  z.object({
    annotation: AnnotationId,
    motivation: Motivation,
    target: Target,
    tags: z.array(z.string()),
  }),
);
export const AnnotationEdited = personalEvent(
  'annotation.edited',
  z.object({
    annotation: AnnotationId,
    revision: z.int().min(2).describe('Counts from 1, the text as first written.'),
  }),
);
export const AnnotationDeleted = event('annotation.deleted', z.object({ annotation: AnnotationId }));
export const AnnotationRestored = personalEvent(
  'annotation.restored',
  z.object({
    annotation: AnnotationId,
    tags: z.array(z.string()).describe('Those that it had.'),
    reactions: z.array(z.object({ reaction: Reaction, members: z.array(MemberId) })).describe('Those that it had.'),
  }),
);
export const AnnotationTagged = event(
  'annotation.tagged',
  z.object({ annotation: AnnotationId, tags: z.array(z.string()).describe('All tags, not only new ones.') }),
);
export const ReactionAdded = event('reaction.added', z.object({ annotation: AnnotationId, reaction: Reaction }));
export const ReactionRemoved = event('reaction.removed', z.object({ annotation: AnnotationId, reaction: Reaction }));
export const QuestionAnswered = event(
  'question.answered',
  z.object({ question: AnnotationId, answer: AnnotationId.describe('The reply that answers it.') }),
);
export const AnswerWithdrawn = event('answer.withdrawn', z.object({ question: AnnotationId }));
export const ThreadResolved = event('thread.resolved', z.object({ thread: AnnotationId }));
export const ThreadReopened = event('thread.reopened', z.object({ thread: AnnotationId }));

export const SummaryMade = personalEvent(
  'summary.made',
  SectionKey.extend({
    version: z.int().positive().describe('The version of the article whose section it is.'),
    number: z.int().positive().describe('Counts the summaries of this section, from 1.'),
    from: z.int().positive().describe('The first position of this log that it takes in.'),
    to: z.int().positive().describe('The last one.'),
    language: z.string().describe('BCP 47.'),
    maker: SummaryMaker.exclude(['instructor']),
    sentences: z.array(SentenceSource),
  }),
);
export const SummaryEdited = personalEvent(
  'summary.edited',
  SectionKey.extend({ number: z.int().positive(), sentences: z.array(SentenceSource) }),
);
export const SummaryPinned = event('summary.pinned', SectionKey);
export const SummaryUnpinned = event('summary.unpinned', SectionKey);
export const SummaryHidden = event('summary.hidden', SectionKey);
export const SummaryShown = event('summary.shown', SectionKey);

export const ReadingAssigned = event('reading.assigned', AskedReading);
export const ReadingWithdrawn = event('reading.withdrawn', z.object({ assignment: AssignmentId }));

export const SessionStarted = event('session.started', z.object({ session: SessionId }));
export const SessionEnded = event('session.ended', z.object({ session: SessionId }));
export const AttentionCalled = event('attention.called', Spot);
export const TimerSet = event(
  'timer.set',
  z.object({ seconds: z.int().positive(), ends: z.iso.datetime().describe('ISO 8601, UTC.') }),
);
export const TimerStopped = event('timer.stopped', z.object({}));
export const PollOpened = personalEvent(
  'poll.opened',
  z.object({
    poll: PollId,
    target: PassageTarget,
    options: z
      .int()
      .min(2)
      .describe('How many answers there are to choose from. `body` holds the question, then a line for each.'),
    named: z.boolean().describe('Whether everybody sees who chose what.'),
  }),
);
export const PollAnswered = event('poll.answered', z.object({ poll: PollId, option: Option }));
export const BallotCast = event(
  'ballot.cast',
  z.object({
    poll: PollId,
    ballot: z
      .string()
      .describe('The same for the same member in the same poll; whose it is only the secret of the server tells.'),
    option: Option,
  }),
);
export const PollClosed = event('poll.closed', z.object({ poll: PollId }));
export const HandRaised = event('hand.raised', z.object({}));
export const HandLowered = event('hand.lowered', z.object({}));

export const Event = z.discriminatedUnion('type', [
  SeminarOpened,
  ArticleImported,
  MemberJoined,
  RoleGiven,
  AnnotationCreated,
  AnnotationEdited,
  AnnotationDeleted,
  AnnotationRestored,
  AnnotationTagged,
  ReactionAdded,
  ReactionRemoved,
  QuestionAnswered,
  AnswerWithdrawn,
  ThreadResolved,
  ThreadReopened,
  SummaryMade,
  SummaryEdited,
  SummaryPinned,
  SummaryUnpinned,
  SummaryHidden,
  SummaryShown,
  ReadingAssigned,
  ReadingWithdrawn,
  GroupFormed,
  GroupJoined,
  GroupLeft,
  SessionStarted,
  SessionEnded,
  AttentionCalled,
  TimerSet,
  TimerStopped,
  PollOpened,
  PollAnswered,
  BallotCast,
  PollClosed,
  HandRaised,
  HandLowered,
]);
/** Something that happened in a seminar. */
export type Event = z.infer<typeof Event>;
export type EventType = Event['type'];
export type EventOf<T extends EventType> = Extract<Event, { type: T }>;

const recorded = {
  /** 1, 2, 3 … without a gap in each log. */
  position: z.int().positive(),
  /** When the command was received, ISO 8601 in UTC. */
  at: z.iso.datetime(),
  /** Whose command it was. */
  by: MemberId,
  command: CommandId,
};

export const RecordedEvent = z.intersection(Event, z.object(recorded));
/** Where an event stands: everything that it takes from its log and its command. */
export interface Provenance {
  position: number;
  at: string;
  by: MemberId;
  command: CommandId;
}

/** An event as it stands in a log. */
export type RecordedEvent = Event & Provenance;

/**
 * Puts an event where it stands. Field by field, and by a cast, since TypeScript loses which data belong to which type: every event
 * that is written or read comes by here, and to spread it took a tenth of all the time.
 */
export const recordedAt = (event: Event, { position, at, by, command }: Provenance): RecordedEvent =>
  ({
    type: event.type,
    version: event.version,
    data: event.data,
    personal: event.personal,
    position,
    at,
    by,
    command,
  }) as RecordedEvent;
