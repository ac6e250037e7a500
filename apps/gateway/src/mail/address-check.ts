import { v4 } from 'uuid';
import { composeMessage, type Mailboxes, type MailSite, type Mails } from '#mail';
import type { PersonId, Tokens } from '#people';
import { Refused } from '../refused.ts';

export interface AddressCheckOptions {
  publicUrl: string;
  site: MailSite;
  /** Whether mails leave this server; where they don't, nothing is asked. */
  sends: boolean;
  /** How long the link in the question is valid. */
  linkHours: number;
  mailsPerDay: number;
}

interface Parts {
  mails: Mails;
  mailboxes: Mailboxes;
  tokens: Tokens;
  /** Told of each mail that was put down to be sent. */
  onMail(id: string): Promise<void>;
}

/** Asks at an address whether it is theirs: nothing else is sent there before its owner says so. */
export class AddressCheck {
  readonly #parts: Parts;
  readonly #options: AddressCheckOptions;

  constructor(parts: Parts, options: AddressCheckOptions) {
    this.#parts = parts;
    this.#options = options;
  }

  get sends(): boolean {
    return this.#options.sends;
  }

  get site(): MailSite {
    return this.#options.site;
  }

  async ask(person: PersonId, address: string): Promise<void> {
    const {
      sends,
      publicUrl,
      site: { domain },
      linkHours,
      mailsPerDay,
    } = this.#options;
    if (!sends) return;
    const { mails, tokens } = this.#parts;
    if (!(await mails.mayAdd(person, mailsPerDay, new Date().toISOString()))) {
      throw new Refused('request/too-many');
    }
    const confirm = new URL(`/confirm/${await tokens.address({ person, address }, linkHours)}`, publicUrl).href;
    const unsubscribe = new URL(`/mail/${await tokens.mail({ person })}/stop`, publicUrl).href;
    const id = v4();
    const message = await composeMessage(
      {
        ...{ language: 'en', subject: 'Is this your address?', headline: 'Is this your address?', eyebrow: 'Catena' },
        lead: 'Somebody, most likely you, wants to be told here what is said in their seminars.',
        blocks: [{ kind: 'button', text: 'Yes, send mails here', href: confirm }],
        footer: [`The link is valid for ${linkHours} hours. If it was not you, do nothing: nothing more will come.`],
      },
      { ...{ id, domain, unsubscribe }, conversation: `address ${person}` },
    );
    await mails.add({ ...message, id, person, address, seminar: undefined, confirming: true });
    await this.#parts.onMail(id);
  }

  /** Their answer, by the link that was sent there. */
  async confirm(token: string): Promise<PersonId> {
    const read = await this.#parts.tokens.readAddress(token);
    if (!read || !(await this.#parts.mailboxes.confirm(read.person, read.address)))
      throw new Refused('mail/invalid-link');
    return read.person;
  }
}
