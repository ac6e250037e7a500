/**
 * What becomes of a mail that comes in, by whichever way. The signed address says which mail it answers or is about; without one
 * nothing happens. Whoever answers is asked as in the browser: the reply is a command of that member, under the same rules.
 */

import { createHash } from 'node:crypto';
import { v5, v7 } from 'uuid';
import type { Outcome, Seminars } from '#log';
import { isTemporary } from '#protocol';
import { AnnotationId, CommandId, EVERYONE } from '#seminar';
import type { MailSite } from '../mail-site.ts';
import type { Mailboxes } from '../mailboxes.ts';
import type { Answerable, MailOrigin, Mails } from '../mails.ts';
import type { SignedAddresses } from '../signed-addresses.ts';
import type { DeliveryReport } from './delivery-report.ts';
import { type IncomingMail, readMail } from './incoming-mail.ts';
import { composeNotice, type Notice } from './notice.ts';

/** What became of it. `later`: not now, the same mail may be brought again. */
export type Received = 'posted' | 'refused' | 'stopped' | 'ignored' | 'later';

interface Parts {
  mails: Mails;
  mailboxes: Mailboxes;
  seminars: Seminars;
  addresses: SignedAddresses;
  site: MailSite;
  settings: { PUBLIC_URL: string; MAILS_PER_PERSON_PER_DAY: number; SMTP_URL?: string | undefined };
  /** Told of mails that were made, e.g. to send them at once. */
  onMade?(mails: readonly string[]): Promise<void>;
}

/** Where providers of mailboxes send complaints to. */
const COMPLAINTS = 'complaints';

export class Receiving {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Is it an address of ours? Nothing else is taken, so nobody is sent a bounce for what they did not write. */
  takes(address: string): boolean {
    const { addresses, site } = this.#parts;
    return (
      addresses.read('reply', address) !== undefined ||
      addresses.read('bounce', address) !== undefined ||
      address.toLowerCase() === `${COMPLAINTS}@${site.inbound}`
    );
  }

  /** `recipients`: those of the envelope; else the mail's headers say. */
  async receive(raw: Buffer, recipients?: readonly string[]): Promise<Received> {
    const mail = await readMail(raw).catch(() => undefined);
    if (!mail) return 'ignored';
    const results: Received[] = [];
    for (const address of new Set(recipients ?? mail.to)) results.push(await this.#receiveAt(address, mail));
    return results.find((result) => result === 'later') ?? results.find((result) => result !== 'ignored') ?? 'ignored';
  }

  async #receiveAt(address: string, mail: IncomingMail): Promise<Received> {
    const { addresses, site } = this.#parts;
    const bounced = addresses.read('bounce', address);
    if (bounced !== undefined) return mail.report ? this.#stop([bounced], mail.report.kind) : 'ignored';
    if (mail.report?.kind === 'complaint' && address.toLowerCase() === `${COMPLAINTS}@${site.inbound}`) {
      return this.#stop(mail.report.messageIds.flatMap(idOf), 'complaint');
    }
    const answered = addresses.read('reply', address);
    if (answered === undefined || mail.automatic || mail.report) return 'ignored';
    return this.#reply(answered, mail);
  }

  /** The ids of mails are ours to know, so whoever names one has seen the mail. */
  async #stop(sent: readonly string[], kind: DeliveryReport['kind']): Promise<Received> {
    if (kind === 'delayed') return 'ignored';
    const { mails, mailboxes } = this.#parts;
    const stopped = [];
    for (const id of sent) {
      const origin = await mails.origin(id);
      if (origin?.address) stopped.push(...(await mailboxes.stop(origin.address, kind)));
    }
    return stopped.length > 0 ? 'stopped' : 'ignored';
  }

  async #reply(answered: string, mail: IncomingMail): Promise<Received> {
    const { mails, mailboxes } = this.#parts;
    const origin = await mails.origin(answered);
    if (!origin) return 'ignored';
    const { address } = await mailboxes.of(origin.person);
    const refuse = (text: string) => this.#refuse(answered, origin, mail, text);
    // Whoever was forwarded the mail holds the address too. Its owner is told, not whoever wrote.
    if (mail.from === undefined || mail.from !== address?.toLowerCase()) {
      return refuse(
        'A reply came from another address than the one that your mails go to. Write from that one, or in the browser.',
      );
    }
    if (!origin.answers) return refuse('This mail takes no reply: it is not about one contribution.');
    const outcome = await this.#post(answered, origin, origin.answers, mail);
    if (outcome.ok) {
      if (mail.attachments > 0) await this.#tell(answered, origin, mail, withoutAttachments(mail.attachments));
      return 'posted';
    }
    if (outcome.error.code === 'server/failure' || isTemporary(outcome.error.code)) return 'later';
    return refuse(outcome.error.message);
  }

  /** Both ids follow from the mail, so that one that comes twice is one command. */
  #post(
    answered: string,
    { at }: MailOrigin,
    { seminar, member, annotation }: Answerable,
    mail: IncomingMail,
  ): Promise<Outcome> {
    const hash = createHash('sha256').update(`${answered}\n${mail.id}`).digest();
    return this.#parts.seminars.handle(seminar, {
      type: 'annotation.reply',
      data: {
        annotation: AnnotationId.parse(v5(mail.id, answered)),
        target: { kind: 'annotation', annotation },
        body: mail.text,
      },
      id: CommandId.parse(v7({ msecs: Date.parse(at), random: hash, seq: hash.readUInt32BE(16) >>> 1 })),
      ...{ by: member, at: new Date().toISOString(), audience: EVERYONE },
    });
  }

  async #refuse(answered: string, origin: MailOrigin, mail: IncomingMail, text: string): Promise<Received> {
    await this.#tell(answered, origin, mail, { headline: 'Your reply was not posted', text });
    return 'refused';
  }

  /** Once for each reply, to the address that is confirmed, and within the bound of mails per person. */
  async #tell(
    answered: string,
    { person, answers }: MailOrigin,
    mail: IncomingMail,
    notice: Omit<Notice, 'href'>,
  ): Promise<void> {
    const { mails, mailboxes, site, settings, onMade } = this.#parts;
    const { address, confirmed, stopped } = await mailboxes.of(person);
    if (!address || !confirmed || stopped) return;
    if (!(await mails.mayAdd(person, settings.MAILS_PER_PERSON_PER_DAY, new Date().toISOString()))) return;
    const id = v5(`notice of ${mail.id}`, answered);
    const href = answers
      ? `${settings.PUBLIC_URL}/s/${answers.seminar}#annotation-${answers.annotation}`
      : settings.PUBLIC_URL;
    const message = await composeNotice({ ...notice, href }, { id, site, answers: mail.messageId });
    const sent = settings.SMTP_URL === undefined ? undefined : address;
    await mails.add({ ...message, id, person, address: sent, seminar: answers?.seminar });
    await onMade?.([id]);
  }
}

const withoutAttachments = (number: number): Omit<Notice, 'href'> => ({
  headline:
    number === 1 ? 'Your reply was posted without its attachment' : 'Your reply was posted without its attachments',
  text: 'Your words are in the seminar. Files cannot be attached there; put them where others can reach them, and reply with the link.',
});

/** The mail of ours that has this Message-ID. */
const idOf = (messageId: string): string[] =>
  /^<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@/i.exec(messageId)?.slice(1, 2) ?? [];
