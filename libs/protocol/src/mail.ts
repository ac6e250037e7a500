/** What people are told by e-mail, how often, and where. */

import { z } from 'zod';
import { Role, SeminarId } from '#seminar';
import { DIGEST_KINDS, FREQUENCIES } from './mail-choices.ts';

export const DigestKind = z.enum(DIGEST_KINDS);
export type DigestKind = z.infer<typeof DigestKind>;

export const Frequency = z.enum(FREQUENCIES);
export type Frequency = z.infer<typeof Frequency>;

export const Frequencies = z.partialRecord(DigestKind, Frequency);
export type Frequencies = Readonly<Partial<Record<DigestKind, Frequency>>>;

export const MailHours = z.object({
  /** IANA name; the reader's own. */
  timeZone: z.string().min(1).max(100),
  /** Hour of the day, 0 to 23. */
  hour: z.int().min(0).max(23),
  /** ISO day of the week for what is weekly: 1 is Monday. */
  weekday: z.int().min(1).max(7),
});
/** When a person wants their mails. */
export type MailHours = z.infer<typeof MailHours>;

export const MailboxRequest = MailHours.extend({
  /** `null`: none. Another address than before has to be confirmed by the link that is sent there. */
  address: z.email().max(254).nullable(),
});
export type MailboxRequest = z.infer<typeof MailboxRequest>;

export const FrequenciesRequest = z.object({ frequencies: Frequencies });
export type FrequenciesRequest = z.infer<typeof FrequenciesRequest>;

export const SentMail = z.object({
  id: z.uuid(),
  subject: z.string(),
  /** `outbox` is shown here only; `unknown`: the server ended while it was being sent. */
  status: z.enum(['outbox', 'queued', 'sending', 'sent', 'failed', 'unknown']),
  at: z.iso.datetime(),
});
export type SentMail = z.infer<typeof SentMail>;

export const MailSettings = z.object({
  /** Whether this server sends mails; else they can only be looked at here. */
  sends: z.boolean(),
  mailbox: MailboxRequest.extend({
    confirmed: z.boolean(),
    /** Why nothing is sent to the address. */
    stopped: z.enum(['bounce', 'complaint', 'asked']).nullable(),
  }),
  seminars: z.array(z.object({ seminar: SeminarId, title: z.string(), role: Role, frequencies: Frequencies })),
  /** The newest mails; none for whoever came by a link. */
  sent: z.array(SentMail),
});
export type MailSettings = z.infer<typeof MailSettings>;

export const DigestQuery = z.object({
  /** From after this position on. */
  since: z.coerce.number().int().nonnegative().optional(),
  /** Or of so many days. Neither: from the beginning. */
  days: z.coerce.number().int().min(1).max(3_650).optional(),
});
export type DigestQuery = z.infer<typeof DigestQuery>;

export const DigestAnswer = z.object({
  /** `null` where there is nothing to say. */
  subject: z.string().nullable(),
  text: z.string(),
  /** The positions that it takes in. */
  since: z.int().optional(),
  until: z.int().optional(),
});
/** A digest as it would be now. */
export type DigestAnswer = z.infer<typeof DigestAnswer>;
