import { z } from 'zod';

/** Ids are UUIDs; those of commands are version 7 (RFC 9562), so that they sort by the time they were made. */
export const SeminarId = z.uuid().toLowerCase().brand<'SeminarId'>();
export type SeminarId = z.infer<typeof SeminarId>;

/** A person's membership in one seminar. Events name people by it and by nothing else. */
export const MemberId = z.uuid().toLowerCase().brand<'MemberId'>();
export type MemberId = z.infer<typeof MemberId>;

export const ArticleId = z.uuid().toLowerCase().brand<'ArticleId'>();
export type ArticleId = z.infer<typeof ArticleId>;

/** An annotation or a reply: W3C Web Annotation knows no difference, a reply's target is an annotation. */
export const AnnotationId = z.uuid().toLowerCase().brand<'AnnotationId'>();
export type AnnotationId = z.infer<typeof AnnotationId>;

/** Some members who talk among themselves. */
export const GroupId = z.uuid().toLowerCase().brand<'GroupId'>();
export type GroupId = z.infer<typeof GroupId>;

/** A live hour. */
export const SessionId = z.uuid().toLowerCase().brand<'SessionId'>();
export type SessionId = z.infer<typeof SessionId>;

/** A question with a few answers to choose from. */
export const PollId = z.uuid().toLowerCase().brand<'PollId'>();
export type PollId = z.infer<typeof PollId>;

/** What an instructor asked the participants to read. */
export const AssignmentId = z.uuid().toLowerCase().brand<'AssignmentId'>();
export type AssignmentId = z.infer<typeof AssignmentId>;

/**
 * Who acts where nobody does: the worker that sums up. It is in no roster and reads what everybody may read; the policies say
 * what it may do.
 */
export const SCRIBE: MemberId = 'ca7e4a00-0000-4000-8000-000000000000' as MemberId;

/** Who answers anonymous polls in the log: in no roster, and nobody in particular. */
export const BALLOT_BOX: MemberId = 'ca7e4a00-0000-4000-8000-0000000ba110' as MemberId;

/** Made by whoever sends the command; the same id sent again is the same command. */
export const CommandId = z.uuidv7().toLowerCase().brand<'CommandId'>();
export type CommandId = z.infer<typeof CommandId>;
