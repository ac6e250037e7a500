/** Requests and answers of the HTTP routes under `/api`; the OpenAPI document is made from these. */

import { z } from 'zod';
import { Article, Diagnostic, FORMATS, Mending, Progress } from '#article';
import {
  ArticleId,
  Audience,
  CommandId,
  EVERYONE,
  MemberId,
  RecordedEvent,
  Role,
  SeminarId,
  type Snapshot as SeminarSnapshot,
  Text,
} from '#seminar';
import { ProtocolError } from './errors.ts';
import { Snapshot } from './snapshot.ts';

/** A display name as somebody types it; how long it may be is a setting. */
const Name = Text.trim();

export const OpenSeminarRequest = z.object({ command: CommandId, seminar: SeminarId, title: Text, name: Name });
export type OpenSeminarRequest = z.infer<typeof OpenSeminarRequest>;

export const MembershipAnswer = z.object({ seminar: SeminarId, member: MemberId, role: Role });
export type MembershipAnswer = z.infer<typeof MembershipAnswer>;

export const ArticleSummary = z.object({ article: ArticleId, version: z.int().positive(), title: z.string() });
export type ArticleSummary = z.infer<typeof ArticleSummary>;

export const SeminarSummary = z.object({
  seminar: SeminarId,
  title: z.string(),
  you: z.object({ member: MemberId, role: Role }),
  articles: z.array(ArticleSummary),
  members: z.int(),
  annotations: z.int(),
  openQuestions: z.int(),
  lastActivity: z.iso.datetime(),
});
/** A seminar on the desk of one of its members. */
export type SeminarSummary = z.infer<typeof SeminarSummary>;

export const MeAnswer = z.object({
  /** `null` where nobody is signed in. */
  person: z.object({ name: z.string() }).nullable(),
  seminars: z.array(SeminarSummary),
});
export type MeAnswer = z.infer<typeof MeAnswer>;

export const Member = z.object({ member: MemberId, name: z.string(), role: Role });
/** A member with the name that the log does not know. */
export type Member = z.infer<typeof Member>;
export const MembersAnswer = z.object({ members: z.array(Member) });
export type MembersAnswer = z.infer<typeof MembersAnswer>;

const fileFields = {
  /** The file's name, where there is one. */
  name: z.string().max(300).optional(),
  /** Guessed from the content where it isn't said. */
  format: z.enum(FORMATS).optional(),
};

/** What is said of a file whose bytes are the body of the request. */
export const UploadQuery = z.object(fileFields);
export type UploadQuery = z.infer<typeof UploadQuery>;

export const ArticleSource = z.object({ /** The file's text. */ source: z.string(), ...fileFields });
export type ArticleSource = z.infer<typeof ArticleSource>;

export const ArticlePreview = z.object({
  document: Article,
  diagnostics: z.array(Diagnostic),
  format: z.enum(FORMATS),
});
/** What an import would bring, shown before it is published. */
export type ArticlePreview = z.infer<typeof ArticlePreview>;

export const UploadId = z.uuid();
export type UploadId = z.infer<typeof UploadId>;

const uploadFields = {
  upload: UploadId,
  /** The name of the file, or the title of a text without one. */
  name: z.string(),
  status: z.enum(['reading', 'ready', 'failed']),
  /** While it is read: how far that has come; none while it waits for its turn. */
  progress: Progress.optional(),
  /** Where it could not be read. */
  error: ProtocolError.optional(),
  brought: z.iso.datetime(),
};

export const UploadAnswer = z.object({
  ...uploadFields,
  /** Once it is ready. */
  preview: ArticlePreview.optional(),
  /** What has been changed since, in order; the preview is as it was read. */
  mendings: z.array(Mending),
});
/** A file that was brought, and what has become of it. */
export type UploadAnswer = Omit<z.infer<typeof UploadAnswer>, 'error'> & { error?: ProtocolError | undefined };

export const UploadSummary = z.object({
  ...uploadFields,
  /** What was read is called. */ title: z.string().optional(),
});
/** A file that was brought, at a glance. */
export type UploadSummary = Omit<z.infer<typeof UploadSummary>, 'error'> & { error?: ProtocolError | undefined };

export const UploadsAnswer = z.object({ uploads: z.array(UploadSummary) });
export interface UploadsAnswer {
  uploads: UploadSummary[];
}

export const RetryRequest = z.object({ /** Guessed where it isn’t said. */ format: z.enum(FORMATS).optional() });
export type RetryRequest = z.infer<typeof RetryRequest>;

export const MendingsRequest = z.object({ mendings: z.array(Mending).max(10_000) });
export type MendingsRequest = z.infer<typeof MendingsRequest>;

export const ImportRequest = z.object({
  command: CommandId,
  article: ArticleId,
  version: z.int().positive(),
  /** Instead of the title found in the file. */
  title: Text.optional(),
  /** The text to read, … */
  source: z.string().optional(),
  ...fileFields,
  /** … or the document as it was previewed, and perhaps mended. */
  document: Article.optional(),
  /** The file that it was read from, if it was brought; once published, that is forgotten. */
  upload: UploadId.optional(),
});
export type ImportRequest = z.infer<typeof ImportRequest>;

export const ImportAnswer = ArticleSummary.extend({ positions: z.array(z.int()) });
export type ImportAnswer = z.infer<typeof ImportAnswer>;

export const PictureAnswer = z.object({
  /** The hash of its bytes: `![what it shows](asset:<hash>)` in what one writes. */
  asset: z.string(),
  width: z.int().positive(),
  height: z.int().positive(),
});
/** A picture that was kept. */
export type PictureAnswer = z.infer<typeof PictureAnswer>;

export const InviteRequest = z.object({ role: Role });
export const Invite = z.object({
  token: z.string(),
  url: z.string(),
  role: Role,
  expires: z.iso.datetime(),
});
/** An invitation to join a seminar in a role; whoever holds its link may use it. */
export type Invite = z.infer<typeof Invite>;
export const InvitesAnswer = z.object({ invites: z.array(Invite) });
export type InvitesAnswer = z.infer<typeof InvitesAnswer>;

export const InviteAnswer = z.object({
  seminar: z.object({ seminar: SeminarId, title: z.string() }),
  role: Role,
  articles: z.array(z.string()),
  /** How many have joined. */
  members: z.int(),
  /** Whether the person who asks is a member already. */
  joined: z.boolean(),
});
/** What an invitation invites to, shown before joining. */
export type InviteAnswer = z.infer<typeof InviteAnswer>;

export const JoinByInviteRequest = z.object({ command: CommandId, name: Name });
export type JoinByInviteRequest = z.infer<typeof JoinByInviteRequest>;

export const EventsQuery = z.object({
  audience: Audience.default(EVERYONE),
  after: z.coerce.number().int().nonnegative().default(0),
  limit: z.coerce.number().int().min(1).max(1_000).default(500),
});

export const EventsAnswer = z.object({
  audience: Audience,
  /** Where the log stands. */
  head: z.int().nonnegative(),
  events: z.array(RecordedEvent),
});
/** Consecutive events of a log, from after the position asked for. */
export type EventsAnswer = z.infer<typeof EventsAnswer>;

export const AtQuery = z.object({ audience: Audience.default(EVERYONE) });

/** In the path: a position of a log, 0 before its first event. */
export const Position = z
  .string()
  .regex(/^\d{1,15}$/, 'a position is a whole number from 0')
  .transform(Number);

export const AtTimeQuery = AtQuery.extend({
  /** ISO 8601 with its zone. */
  time: z.iso.datetime({ offset: true, error: 'a time is ISO 8601 with its zone, e.g. 2026-11-24T14:03:00Z' }),
});

export const AtAnswer = z.object({
  audience: Audience,
  /** Where the log stands now. */
  head: z.int().nonnegative(),
  /** How it stood. */
  snapshot: Snapshot,
});
/** A log as it stood at a position. */
export type AtAnswer = Omit<z.infer<typeof AtAnswer>, 'snapshot'> & { snapshot: SeminarSnapshot };

export const DoneAnswer = z.object({ audience: Audience, positions: z.array(z.int().positive()) });
/** Where the events of a command stand; none where nothing had to change. */
export type DoneAnswer = z.infer<typeof DoneAnswer>;

export const HealthAnswer = z.object({ ok: z.literal(true) });
export type HealthAnswer = z.infer<typeof HealthAnswer>;

/** What the provider that sends mails says of an address, in the words of whoever translates its webhook. */
export const MailReport = z.object({
  type: z.enum(['bounce', 'complaint']),
  address: z.email().max(254),
  /** A bounce that is not permanent stops nothing. */
  permanent: z.boolean().default(true),
});
export type MailReport = z.infer<typeof MailReport>;

export const MailTaken = z.object({ became: z.enum(['posted', 'refused', 'stopped', 'ignored']) });
/** What became of a mail or a report that was brought. */
export type MailTaken = z.infer<typeof MailTaken>;
