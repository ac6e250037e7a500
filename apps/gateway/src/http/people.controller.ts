import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Tokens } from '#people';
import type { InviteAnswer, MeAnswer, MembershipAnswer } from '#protocol';
import { Refused } from '../refused.ts';
import { Admissions } from '../seminars/admissions.ts';
import { Readings } from '../seminars/readings.ts';
import { Sessions } from '../sessions.ts';
import { Handles, Input, type InputOf } from './route.ts';
import { routes } from './routes.ts';

type Of<R extends keyof typeof routes> = InputOf<(typeof routes)[R]>;

/** Coming in: who one is, an invitation, a sign-in link; and going out. */
@Controller()
export class PeopleController {
  constructor(
    private readonly admissions: Admissions,
    private readonly readings: Readings,
    private readonly sessions: Sessions,
    private readonly tokens: Tokens,
  ) {}

  @Handles(routes.me)
  async me(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<MeAnswer> {
    return this.readings.me(await this.sessions.ofOrNew(request, reply));
  }

  @Handles(routes.invitation)
  async invitation(
    @Input() { params }: Of<'invitation'>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InviteAnswer> {
    return this.admissions.invitation(await this.sessions.ofOrNew(request, reply), params.token);
  }

  @Handles(routes.join)
  async join(
    @Input() { params, body }: Of<'join'>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MembershipAnswer> {
    return this.admissions.join(await this.sessions.ofOrNew(request, reply), params.token, body, request.ip);
  }

  @Handles(routes.signIn)
  async signIn(@Input() { params }: Of<'signIn'>, @Res() reply: FastifyReply): Promise<void> {
    const read = await this.tokens.readSignIn(params.token);
    if (!read) throw new Refused('sign-in/invalid');
    await this.sessions.begin(read.person, reply);
    await reply.redirect(read.to, routes.signIn.status);
  }

  @Handles(routes.signOut)
  signOut(@Res({ passthrough: true }) reply: FastifyReply): void {
    this.sessions.end(reply);
  }
}
