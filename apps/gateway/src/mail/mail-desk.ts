import { type Digests, isTimeZone, KINDS, type Subscriptions } from '#digest';
import { type Mailboxes, type Mails, type StoredMail, toEml } from '#mail';
import type { MailReader, PersonId, Tokens } from '#people';
import type { DigestAnswer, DigestQuery, Frequencies, MailboxRequest, MailHours, MailSettings } from '#protocol';
import { PROJECTIONS, type Projector } from '#read-models';
import type { SeminarId } from '#seminar';
import { Refused } from '../refused.ts';
import type { Readings } from '../seminars/readings.ts';
import type { AddressCheck } from './address-check.ts';

interface Parts {
  addressCheck: AddressCheck;
  digests: Digests;
  mailboxes: Mailboxes;
  mails: Mails;
  projector: Projector;
  readings: Readings;
  subscriptions: Subscriptions;
  tokens: Tokens;
}

/** Mails that the list shows. */
const SHOWN = 50;

/** What people choose about their mails, and the mails themselves. */
export class MailDesk {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Everything that a person may choose, and what was sent to them. */
  async settings(person: PersonId): Promise<MailSettings> {
    const sent = await this.#parts.mails.of(person, SHOWN);
    return { ...(await this.#choices(person)), sent };
  }

  /** The same for whoever comes by a link out of a mail: of one seminar where the link is, and no mails. */
  async byLink(token: string): Promise<MailSettings> {
    const { person, seminar } = await this.#reader(token);
    const { seminars, ...rest } = await this.#choices(person);
    return { ...rest, seminars: seminars.filter((one) => !seminar || one.seminar === seminar), sent: [] };
  }

  async setMailbox(person: PersonId, { address, ...hours }: MailboxRequest): Promise<MailSettings> {
    const was = await this.#parts.mailboxes.of(person);
    await this.#setHours(person, { ...hours, address: address ?? undefined });
    const isNew = address !== null && address.toLowerCase() !== was.address?.toLowerCase();
    if (isNew || (address !== null && !was.confirmed)) await this.#parts.addressCheck.ask(person, address);
    return this.settings(person);
  }

  /** By a link only the hours: a mail that was passed on must not lead the next ones elsewhere. */
  async setHoursByLink(token: string, hours: MailHours): Promise<MailSettings> {
    const { person } = await this.#reader(token);
    const { address } = await this.#parts.mailboxes.of(person);
    await this.#setHours(person, { ...hours, address });
    return this.byLink(token);
  }

  async setFrequencies(person: PersonId, seminar: SeminarId, frequencies: Frequencies): Promise<MailSettings> {
    await this.#choose(person, seminar, frequencies);
    return this.settings(person);
  }

  async setFrequenciesByLink(token: string, seminar: SeminarId, frequencies: Frequencies): Promise<MailSettings> {
    const reader = await this.#reader(token);
    if (reader.seminar !== undefined && reader.seminar !== seminar) throw new Refused('policy/not-allowed');
    await this.#choose(reader.person, seminar, frequencies);
    return this.byLink(token);
  }

  /** No more of these: of the seminar that the mail was about, or of all. */
  async stop(token: string): Promise<void> {
    const { person, seminar } = await this.#reader(token);
    if (seminar === undefined) await this.#parts.subscriptions.stopAll(person);
    else await this.#parts.subscriptions.stop(seminar, person);
  }

  async mail(person: PersonId, id: string): Promise<StoredMail> {
    const mail = await this.#parts.mails.one(person, id);
    if (!mail) throw new Refused('mail/unknown');
    return mail;
  }

  /** As it goes over the wire (RFC 5322). */
  async file(person: PersonId, id: string): Promise<Buffer> {
    return toEml(await this.mail(person, id), this.#parts.addressCheck.site);
  }

  /** What would be told now of a seminar, from after a position on. */
  async preview(person: PersonId, seminar: SeminarId, { since: after, days }: DigestQuery) {
    const { you } = await this.#parts.readings.seminar(person, seminar);
    // What was said a moment ago is in it, whether or not a worker has seen it.
    for (const projection of PROJECTIONS) await this.#parts.projector.project(projection, seminar);
    const since = after ?? (days === undefined ? 0 : await this.#parts.digests.positionBefore(seminar, daysAgo(days)));
    return this.#parts.digests.preview(person, seminar, you.member, KINDS[you.role], since, new Date().toISOString());
  }

  async previewAnswer(person: PersonId, seminar: SeminarId, query: DigestQuery): Promise<DigestAnswer> {
    const preview = await this.preview(person, seminar, query);
    if (!preview) return { subject: null, text: '' };
    const { message, since, until } = preview;
    return { subject: message.subject, text: message.text, since, until };
  }

  async #choices(person: PersonId): Promise<Omit<MailSettings, 'sent'>> {
    const { readings, subscriptions, mailboxes, addressCheck } = this.#parts;
    const [{ seminars }, { address, stopped, ...mailbox }] = await Promise.all([
      readings.me(person),
      mailboxes.of(person),
    ]);
    return {
      sends: addressCheck.sends,
      mailbox: { ...mailbox, address: address ?? null, stopped: stopped ?? null },
      seminars: await Promise.all(
        seminars.map(async ({ seminar, title, you: { member, role } }) => {
          const chosen = await subscriptions.of(seminar, member, role);
          const frequencies = Object.fromEntries(KINDS[role].map((kind) => [kind, chosen[kind] ?? 'never']));
          return { seminar, title, role, frequencies };
        }),
      ),
    };
  }

  async #setHours(person: PersonId, mailbox: MailHours & { address: string | undefined }): Promise<void> {
    if (!isTimeZone(mailbox.timeZone)) throw new Refused('mail/unknown-time-zone');
    if ((await this.#parts.readings.me(person)).person === null) throw new Refused('session/none');
    await this.#parts.mailboxes.write(person, mailbox);
    await this.#parts.subscriptions.reschedule(person, new Date().toISOString());
  }

  async #choose(person: PersonId, seminar: SeminarId, frequencies: Frequencies): Promise<void> {
    const { you } = await this.#parts.readings.seminar(person, seminar);
    const theirs = Object.fromEntries(
      KINDS[you.role].flatMap((kind) => (frequencies[kind] ? [[kind, frequencies[kind]]] : [])),
    );
    await this.#parts.subscriptions.choose(seminar, you.member, theirs, new Date().toISOString());
  }

  async #reader(token: string): Promise<MailReader> {
    const reader = await this.#parts.tokens.readMail(token);
    if (!reader) throw new Refused('mail/invalid-link');
    return reader;
  }
}

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();
