import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type PersonId, Tokens } from '#people';
import type { DigestAnswer, MailSettings } from '#protocol';
import { AddressCheck } from '../mail/address-check.ts';
import { MailDesk } from '../mail/mail-desk.ts';
import { SignedIn } from './person.ts';
import { Handles, Input, type InputOf } from './route.ts';
import { routes } from './routes.ts';

type Of<R extends keyof typeof routes> = InputOf<(typeof routes)[R]>;

/** A mail as a page: its own inline styles and nothing else, whoever wrote what stands in it. */
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-popups allow-top-navigation-by-user-activation; frame-ancestors 'self'";

/** What people are told by e-mail: what they choose, by sign-in or by a link out of a mail, and the mails themselves. */
@Controller()
export class MailController {
  constructor(
    private readonly desk: MailDesk,
    private readonly addressCheck: AddressCheck,
    private readonly tokens: Tokens,
  ) {}

  @Handles(routes.mailSettings)
  settings(@SignedIn() person: PersonId): Promise<MailSettings> {
    return this.desk.settings(person);
  }

  @Handles(routes.setMailbox)
  setMailbox(@SignedIn() person: PersonId, @Input() { body }: Of<'setMailbox'>): Promise<MailSettings> {
    return this.desk.setMailbox(person, body);
  }

  @Handles(routes.setFrequencies)
  setFrequencies(@SignedIn() person: PersonId, @Input() { params, body }: Of<'setFrequencies'>): Promise<MailSettings> {
    return this.desk.setFrequencies(person, params.seminar, body.frequencies);
  }

  @Handles(routes.mailSettingsByLink)
  byLink(@Input() { params }: Of<'mailSettingsByLink'>): Promise<MailSettings> {
    return this.desk.byLink(params.token);
  }

  @Handles(routes.setHoursByLink)
  setHoursByLink(@Input() { params, body }: Of<'setHoursByLink'>): Promise<MailSettings> {
    return this.desk.setHoursByLink(params.token, body);
  }

  @Handles(routes.setFrequenciesByLink)
  setFrequenciesByLink(@Input() { params, body }: Of<'setFrequenciesByLink'>): Promise<MailSettings> {
    return this.desk.setFrequenciesByLink(params.token, params.seminar, body.frequencies);
  }

  @Handles(routes.stopMails)
  stop(@Input() { params }: Of<'stopMails'>): Promise<void> {
    return this.desk.stop(params.token);
  }

  @Handles(routes.confirmAddress)
  async confirm(@Input() { params }: Of<'confirmAddress'>, @Res() reply: FastifyReply): Promise<void> {
    const person = await this.addressCheck.confirm(params.token);
    await reply.redirect(`/mail/${await this.tokens.mail({ person })}`, routes.confirmAddress.status);
  }

  @Handles(routes.mailPage)
  async page(
    @SignedIn() person: PersonId,
    @Input() { params }: Of<'mailPage'>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { html } = await this.desk.mail(person, params.mail);
    await asMail(reply).send(html);
  }

  @Handles(routes.mailFile)
  async file(
    @SignedIn() person: PersonId,
    @Input() { params }: Of<'mailFile'>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.desk.file(person, params.mail);
    await reply.type('message/rfc822').header('content-disposition', 'attachment; filename="message.eml"').send(file);
  }

  @Handles(routes.digest)
  digest(@SignedIn() person: PersonId, @Input() { params, query }: Of<'digest'>): Promise<DigestAnswer> {
    return this.desk.previewAnswer(person, params.seminar, query);
  }

  @Handles(routes.digestPage)
  async digestPage(
    @SignedIn() person: PersonId,
    @Input() { params, query }: Of<'digestPage'>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const preview = await this.desk.preview(person, params.seminar, query);
    await asMail(reply).send(preview?.message.html ?? '<p>There is nothing to say.</p>');
  }
}

const asMail = (reply: FastifyReply): FastifyReply =>
  reply
    .header('content-security-policy', MAIL_POLICY)
    .header('cache-control', 'private, no-store')
    .type('text/html; charset=utf-8');
