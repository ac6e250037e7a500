/**
 * A digest is written, put down to be sent, and its readers' positions are moved, all in one transaction: whatever breaks in
 * between, it is told once. One person gets one mail for whatever is due, also of several seminars.
 */
import type pg from 'pg';
import { v4 } from 'uuid';
import { inTransaction, type Queryable } from '#log';
import {
  composeMessage,
  type Mailboxes,
  type MailDocument,
  type MailSite,
  type Mails,
  type Message,
  mailSite,
  SignedAddresses,
} from '#mail';
import type { PersonId, Tokens } from '#people';
import type { Settings } from '#platform';
import type { DigestKind, MailHours } from '#protocol';
import type { MemberId, SeminarId } from '#seminar';
import { digestMail } from './digest-mail.ts';
import type { DigestPart } from './digest-part.ts';
import { inWords } from './schedule.ts';
import type { Subscription, Subscriptions } from './subscriptions.ts';
import { writeDigest } from './write-digest.ts';

interface Parts {
  subscriptions: Subscriptions;
  mails: Mails;
  mailboxes: Mailboxes;
  tokens: Tokens;
}

export interface DigestOptions {
  publicUrl: string;
  site: MailSite;
  /** Where replies go; `undefined` where none are read. */
  addresses: SignedAddresses | undefined;
  /** Whether mails leave this server; else they can be looked at here. */
  sends: boolean;
  /** The most that one person gets within a day; what is too many waits. */
  mailsPerDay: number;
}

/** A digest that is not sent: as it would be now. */
export interface DigestPreview {
  /** A UUID. */
  id: string;
  document: MailDocument;
  message: Message;
  /** The positions that it takes in. */
  since: number;
  until: number;
}

/** What digests must know of the settings. */
export function digestOptionsOf(settings: Settings, secret: Uint8Array): DigestOptions {
  const site = mailSite(settings);
  return {
    publicUrl: settings.PUBLIC_URL,
    site,
    addresses: site.inbound === undefined ? undefined : new SignedAddresses(secret, site.inbound),
    sends: settings.SMTP_URL !== undefined,
    mailsPerDay: settings.MAILS_PER_PERSON_PER_DAY,
  };
}

const LATER = 3_600_000;

export class Digests {
  readonly #pool: pg.Pool;
  readonly #parts: Parts;
  readonly #options: DigestOptions;

  constructor(pool: pg.Pool, parts: Parts, options: DigestOptions) {
    this.#pool = pool;
    this.#parts = parts;
    this.#options = options;
  }

  /**
   * Tells a person what is due. Asked twice, also at the same time, it tells it once.
   *
   * @param now ISO 8601.
   * @returns the id of the mail; `undefined` where nothing is due, or there is nothing to say.
   */
  async deliver(person: PersonId, now: string): Promise<string | undefined> {
    const { subscriptions, mails, mailboxes } = this.#parts;
    return inTransaction(this.#pool, async (transaction) => {
      const due = await subscriptions.due(person, now, transaction);
      if (due.length === 0) return undefined;
      if (!(await mails.mayAdd(person, this.#options.mailsPerDay, now, transaction))) {
        const later = new Date(Date.parse(now) + LATER).toISOString();
        for (const one of due) await subscriptions.postpone(one, later, transaction);
        return undefined;
      }
      const { timeZone, ...mailbox } = await mailboxes.of(person, transaction);
      const written = await this.#writeAll(due, { now, timeZone }, transaction);
      for (const { of, until } of written) {
        for (const one of of) await subscriptions.told(one, until, now, transaction);
      }
      const told = written.flatMap(({ part, ...rest }) => (part ? [{ part, ...rest }] : []));
      const mail = await this.#compose(person, told, { timeZone, ...mailbox });
      if (!mail) return undefined;
      const isReachable = this.#options.sends && mailbox.confirmed && mailbox.stopped === undefined;
      const { document: _, message, ...sent } = mail;
      await mails.add({ ...message, ...sent, person, address: isReachable ? mailbox.address : undefined }, transaction);
      return mail.id;
    });
  }

  /** What a member would be told of a seminar from after a position on, at this moment; `undefined` where that is nothing. */
  async preview(
    person: PersonId,
    seminar: SeminarId,
    member: MemberId,
    kinds: readonly DigestKind[],
    since: number,
    now: string,
  ): Promise<DigestPreview | undefined> {
    const mailbox = await this.#parts.mailboxes.of(person);
    const clock = { now, timeZone: mailbox.timeZone };
    const from = new Map(kinds.map((kind) => [kind, since]));
    const request = { seminar, member, kinds: from };
    const { part, until } = await writeDigest(this.#pool, request, this.#options.publicUrl, clock);
    const of = kinds.map(
      (kind): Subscription => ({ seminar, member, kind, frequency: 'weekly', position: since, sinceAt: undefined }),
    );
    const mail = part && (await this.#compose(person, [{ seminar, member, part, of }], mailbox));
    return mail && { id: mail.id, document: mail.document, message: mail.message, since, until };
  }

  /** The last position of what was said up to a moment, ISO 8601. */
  async positionBefore(seminar: SeminarId, at: string): Promise<number> {
    const { rows } = await this.#pool.query<{ position: number }>(
      'SELECT coalesce(max(position), 0)::integer AS position FROM contribution WHERE seminar_id = $1 AND at <= $2',
      [seminar, at],
    );
    return rows[0]?.position ?? 0;
  }

  async #writeAll(due: readonly Subscription[], clock: { now: string; timeZone: string }, transaction: Queryable) {
    const written: { seminar: SeminarId; member: MemberId; of: Subscription[]; part?: DigestPart; until: number }[] =
      [];
    for (const of of bySeminar(due)) {
      const [first] = of.toSorted((a, b) => a.position - b.position);
      if (!first) continue;
      const { seminar, member, sinceAt } = first;
      const kinds = new Map(of.map(({ kind, position }) => [kind, position]));
      const request = { seminar, member, kinds, sinceAt };
      const { part, until } = await writeDigest(transaction, request, this.#options.publicUrl, clock);
      written.push({ seminar, member, of, until, ...(part ? { part } : {}) });
    }
    return written;
  }

  async #compose(
    person: PersonId,
    told: readonly { seminar: SeminarId; member: MemberId; part: DigestPart; of: readonly Subscription[] }[],
    hours: MailHours,
  ) {
    const { publicUrl, site, addresses } = this.#options;
    const id = v4();
    const only = told.length === 1 ? told[0] : undefined;
    const seminar = only?.seminar;
    const token = await this.#parts.tokens.mail({ person, seminar });
    const preferences = new URL(`/mail/${token}`, publicUrl).href;
    const unsubscribe = new URL(`/mail/${token}/stop`, publicUrl).href;
    const answers = only?.part.answers && { member: only.member, annotation: only.part.answers };
    const replyTo = answers && addresses?.reply(id);
    const rhythm = rhythmOf(
      told.flatMap(({ of }) => of),
      hours,
    );
    const document = digestMail(
      told.map(({ part }) => part),
      { rhythm, preferences, stop: unsubscribe, ...(replyTo ? { replies: 'Reply to this mail to answer.' } : {}) },
    );
    if (!document) return undefined;
    const message = await composeMessage(document, {
      ...{ id, domain: site.domain, unsubscribe, replyTo },
      conversation: answers ? `thread ${only?.part.thread}` : `digest ${seminar ?? 'all'} ${person}`,
      list: only && { id: only.seminar, title: only.part.seminar },
    });
    return { id, seminar, answers, document, message };
  }
}

const bySeminar = (due: readonly Subscription[]): Subscription[][] => [
  ...due
    .reduce(
      (seminars, one) => seminars.set(one.seminar, [...(seminars.get(one.seminar) ?? []), one]),
      new Map<SeminarId, Subscription[]>(),
    )
    .values(),
];

/** How often this comes, in words; the rarest where it is several. */
function rhythmOf(of: readonly Subscription[], hours: MailHours): string {
  const rarest = (['weekly', 'daily', 'hourly', 'immediate'] as const).find((frequency) =>
    of.some((one) => one.frequency === frequency),
  );
  return inWords(rarest ?? 'weekly', hours);
}
