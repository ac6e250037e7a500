/** What somebody wants to happen. A command is decided on the state of one log: that of its audience. */

import { z } from 'zod';
import { Article } from '#article';
import { Audience } from './audience.ts';
import { PassageTarget, ReplyTarget } from './events.ts';
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
import { Text } from './text.ts';
import { Motivation, Reaction, Role } from './vocabulary.ts';

const command = <T extends string, D extends z.ZodType>(type: T, data: D) => z.object({ type: z.literal(type), data });

export const OpenSeminar = command('seminar.open', z.object({ seminar: SeminarId, title: Text }));
export const ImportArticle = command(
  'article.import',
  z.object({
    article: ArticleId,
    /** 1, or the newest version plus one. */ version: z.int().positive(),
    document: Article,
  }),
);
/** Sent by the gateway for somebody who holds an invitation to this role. */
export const JoinSeminar = command('seminar.join', z.object({ role: Role }));
export const GiveRole = command('role.give', z.object({ member: MemberId, role: Role }));

/** Forms a group; sent again with the same id, it names or opens it otherwise. */
export const FormGroup = command(
  'group.form',
  z.object({
    group: GroupId,
    name: Text,
    /** Whether members may come and go by themselves. */ open: z.boolean(),
  }),
);
export const JoinGroup = command('group.join', z.object({ group: GroupId, member: MemberId }));
export const LeaveGroup = command('group.leave', z.object({ group: GroupId, member: MemberId }));

export const CreateAnnotation = command(
  'annotation.create',
  z.object({
    annotation: AnnotationId,
    motivation: Motivation.exclude(['replying']),
    target: PassageTarget,
    body: Text,
    tags: z.array(Text).default([]),
  }),
);
export const Reply = command(
  'annotation.reply',
  z.object({ annotation: AnnotationId, target: ReplyTarget, body: Text }),
);
export const EditAnnotation = command(
  'annotation.edit',
  z.object({
    annotation: AnnotationId,
    /** The revision that was read before editing. */ revision: z.int().positive(),
    body: Text,
  }),
);
export const DeleteAnnotation = command('annotation.delete', z.object({ annotation: AnnotationId }));
/** Takes a deletion back. */
export const RestoreAnnotation = command(
  'annotation.restore',
  z.object({
    annotation: AnnotationId,
    /** What it said: shown by the sender until it is done. Into the log go the words that stand there. */ body: Text,
  }),
);
export const TagAnnotation = command('annotation.tag', z.object({ annotation: AnnotationId, tags: z.array(Text) }));
export const AddReaction = command('reaction.add', z.object({ annotation: AnnotationId, reaction: Reaction }));
export const RemoveReaction = command('reaction.remove', z.object({ annotation: AnnotationId, reaction: Reaction }));
export const AnswerQuestion = command('question.answer', z.object({ question: AnnotationId, answer: AnnotationId }));
export const WithdrawAnswer = command('answer.withdraw', z.object({ question: AnnotationId }));
export const ResolveThread = command('thread.resolve', z.object({ thread: AnnotationId }));
export const ReopenThread = command('thread.reopen', z.object({ thread: AnnotationId }));

export const StartSession = command('session.start', z.object({ session: SessionId }));
export const EndSession = command('session.end', z.object({ session: SessionId }));
/** Asks everybody to look at a paragraph. */
export const CallAttention = command('attention.call', Spot);
export const SetTimer = command('timer.set', z.object({ seconds: z.int().positive() }));
export const StopTimer = command('timer.stop', z.object({}));
export const OpenPoll = command(
  'poll.open',
  z.object({ poll: PollId, target: PassageTarget, question: Text, options: z.array(Text), named: z.boolean() }),
);
/** In an anonymous poll the gateway makes a ballot of it. */
export const AnswerPoll = command('poll.answer', z.object({ poll: PollId, option: z.int().min(0) }));
/** Sent by the gateway for somebody who answers an anonymous poll. */
export const CastBallot = command(
  'ballot.cast',
  z.object({ poll: PollId, ballot: z.string(), option: z.int().min(0) }),
);
export const ClosePoll = command('poll.close', z.object({ poll: PollId }));
/** In the log of oneself with the instructors. */
export const RaiseHand = command('hand.raise', z.object({}));
export const LowerHand = command('hand.lower', z.object({}));

const Sentences = z.array(SentenceSource.extend({ text: Text }));

/** Sent by the worker for the scribe. */
export const MakeSummary = command(
  'summary.make',
  SectionKey.extend({
    version: z.int().positive(),
    from: z.int().positive(),
    to: z.int().positive(),
    language: z.string(),
    maker: SummaryMaker.exclude(['instructor']),
    sentences: Sentences,
  }),
);
export const EditSummary = command(
  'summary.edit',
  SectionKey.extend({ /** The one that was read before editing. */ number: z.int().positive(), sentences: Sentences }),
);
export const PinSummary = command('summary.pin', SectionKey);
export const UnpinSummary = command('summary.unpin', SectionKey);
export const HideSummary = command('summary.hide', SectionKey);
export const ShowSummary = command('summary.show', SectionKey);

/** Asks for a reading; sent again with the same id, it changes what is asked. */
export const AssignReading = command('reading.assign', AskedReading);
export const WithdrawReading = command('reading.withdraw', z.object({ assignment: AssignmentId }));

/**
 * The commands that a member may send as they are, each with these fields beside its type and data. Opening, joining and importing
 * have HTTP routes of their own, which check an invitation or read a file first.
 */
export const roomCommandWith = <E extends z.ZodRawShape>(envelope: E) =>
  z.discriminatedUnion('type', [
    GiveRole.extend(envelope),
    FormGroup.extend(envelope),
    JoinGroup.extend(envelope),
    LeaveGroup.extend(envelope),
    CreateAnnotation.extend(envelope),
    Reply.extend(envelope),
    EditAnnotation.extend(envelope),
    DeleteAnnotation.extend(envelope),
    RestoreAnnotation.extend(envelope),
    TagAnnotation.extend(envelope),
    AddReaction.extend(envelope),
    RemoveReaction.extend(envelope),
    AnswerQuestion.extend(envelope),
    WithdrawAnswer.extend(envelope),
    ResolveThread.extend(envelope),
    ReopenThread.extend(envelope),
    EditSummary.extend(envelope),
    PinSummary.extend(envelope),
    UnpinSummary.extend(envelope),
    HideSummary.extend(envelope),
    ShowSummary.extend(envelope),
    AssignReading.extend(envelope),
    WithdrawReading.extend(envelope),
    StartSession.extend(envelope),
    EndSession.extend(envelope),
    CallAttention.extend(envelope),
    SetTimer.extend(envelope),
    StopTimer.extend(envelope),
    OpenPoll.extend(envelope),
    AnswerPoll.extend(envelope),
    ClosePoll.extend(envelope),
    RaiseHand.extend(envelope),
    LowerHand.extend(envelope),
  ]);

export const RoomCommand = roomCommandWith({});
export type RoomCommand = z.infer<typeof RoomCommand>;

/** What somebody wants to happen. */
export type Intent =
  | RoomCommand
  | z.infer<typeof OpenSeminar>
  | z.infer<typeof JoinSeminar>
  | z.infer<typeof ImportArticle>
  | z.infer<typeof MakeSummary>
  | z.infer<typeof CastBallot>;
export type CommandType = Intent['type'];

/** What every command carries besides its intent. Time comes in with the command; no rule looks at a clock. */
export interface CommandContext {
  id: CommandId;
  by: MemberId;
  /** ISO 8601, UTC. */
  at: string;
  audience: Audience;
}

export type Command<I extends Intent = Intent> = I & CommandContext;
export type CommandOf<T extends CommandType> = Command<Extract<Intent, { type: T }>>;
