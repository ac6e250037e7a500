import { Controller, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { MailTaken } from '#protocol';
import { MailHook } from '../mail/mail-hook.ts';
import { Handles, Input, type InputOf } from './route.ts';
import { routes } from './routes.ts';

const SECRET = 'x-catena-secret';

/** Where mail servers and providers bring what came in. */
@Controller()
export class MailHookController {
  constructor(private readonly hook: MailHook) {}

  @Handles(routes.takeMail)
  takeMail(@Req() { headers, body }: FastifyRequest): Promise<MailTaken> {
    return this.hook.take(headers[SECRET], body);
  }

  @Handles(routes.reportMail)
  reportMail(
    @Req() { headers }: FastifyRequest,
    @Input() { body }: InputOf<typeof routes.reportMail>,
  ): Promise<MailTaken> {
    return this.hook.report(headers[SECRET], body);
  }
}
