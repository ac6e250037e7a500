import { Readable } from 'node:stream';
import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PersonId } from '#people';
import type {
  ArticlePreview,
  DoneAnswer,
  EventsAnswer,
  ImportAnswer,
  Invite as InviteAnswer,
  InvitesAnswer,
  MembersAnswer,
  MembershipAnswer,
  PictureAnswer,
  SeminarSummary,
  UploadAnswer,
  UploadsAnswer,
} from '#protocol';
import { Commands } from '../commands.ts';
import { Refused } from '../refused.ts';
import { Admissions } from '../seminars/admissions.ts';
import { Articles } from '../seminars/articles.ts';
import { Pictures } from '../seminars/pictures.ts';
import { Readings } from '../seminars/readings.ts';
import { Uploading } from '../seminars/uploading.ts';
import { Sessions } from '../sessions.ts';
import { SignedIn } from './person.ts';
import { File, Handles, Input, type InputOf } from './route.ts';
import { routes } from './routes.ts';

type Of<R extends keyof typeof routes> = InputOf<(typeof routes)[R]>;

/** Seminars: opening, looking, reading, writing, importing, inviting. */
@Controller()
export class SeminarsController {
  constructor(
    private readonly admissions: Admissions,
    private readonly articles: Articles,
    private readonly commands: Commands,
    private readonly pictures: Pictures,
    private readonly readings: Readings,
    private readonly sessions: Sessions,
    private readonly uploading: Uploading,
  ) {}

  @Handles(routes.openSeminar)
  async open(
    @Input() { body }: Of<'openSeminar'>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MembershipAnswer> {
    return this.admissions.open(await this.sessions.ofOrNew(request, reply), body, request.ip);
  }

  @Handles(routes.seminar)
  seminar(@SignedIn() person: PersonId, @Input() { params }: Of<'seminar'>): Promise<SeminarSummary> {
    return this.readings.seminar(person, params.seminar);
  }

  @Handles(routes.members)
  members(@SignedIn() person: PersonId, @Input() { params }: Of<'members'>): Promise<MembersAnswer> {
    return this.readings.members(person, params.seminar);
  }

  @Handles(routes.events)
  events(@SignedIn() person: PersonId, @Input() { params, query }: Of<'events'>): Promise<EventsAnswer> {
    return this.readings.events(person, { seminar: params.seminar, audience: query.audience }, query);
  }

  @Handles(routes.at)
  async at(
    @SignedIn() person: PersonId,
    @Input() { params, query }: Of<'at'>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answer = await this.readings.at(person, { seminar: params.seminar, ...query }, params.position);
    await reply.type('application/json').send(Readable.from(answer));
  }

  @Handles(routes.atTime)
  async atTime(
    @SignedIn() person: PersonId,
    @Input() { params, query }: Of<'atTime'>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answer = await this.readings.atTime(person, { seminar: params.seminar, ...query }, query.time);
    await reply.type('application/json').send(Readable.from(answer));
  }

  @Handles(routes.log)
  async log(@SignedIn() person: PersonId, @Input() { params }: Of<'log'>, @Res() reply: FastifyReply): Promise<void> {
    const lines = await this.readings.log(person, params.seminar);
    await reply
      .type('application/x-ndjson')
      .header('content-disposition', `attachment; filename="seminar-${params.seminar}.ndjson"`)
      .send(Readable.from(lines));
  }

  @Handles(routes.command)
  command(@SignedIn() person: PersonId, @Input() { params, body }: Of<'command'>): Promise<DoneAnswer> {
    if (body.seminar !== params.seminar) throw new Refused('request/malformed');
    return this.commands.carryOut(person, body);
  }

  @Handles(routes.preview)
  preview(@SignedIn() _person: PersonId, @Input() { body }: Of<'preview'>): Promise<ArticlePreview> {
    return this.articles.preview(body);
  }

  @Handles(routes.upload)
  upload(
    @SignedIn() person: PersonId,
    @Input() { params, query }: Of<'upload'>,
    @File() file: Uint8Array,
  ): Promise<UploadAnswer> {
    return this.uploading.bring(person, params.seminar, file, query);
  }

  @Handles(routes.uploads)
  uploads(@SignedIn() person: PersonId, @Input() { params }: Of<'uploads'>): Promise<UploadsAnswer> {
    return this.uploading.list(person, params.seminar);
  }

  @Handles(routes.uploaded)
  uploaded(@SignedIn() person: PersonId, @Input() { params }: Of<'uploaded'>): Promise<UploadAnswer> {
    return this.uploading.find(person, params);
  }

  @Handles(routes.retryUpload)
  retryUpload(@SignedIn() person: PersonId, @Input() { params, body }: Of<'retryUpload'>): Promise<UploadAnswer> {
    return this.uploading.retry(person, params, body.format);
  }

  @Handles(routes.mendUpload)
  mendUpload(@SignedIn() person: PersonId, @Input() { params, body }: Of<'mendUpload'>): Promise<void> {
    return this.uploading.mend(person, params, body.mendings);
  }

  @Handles(routes.dropUpload)
  dropUpload(@SignedIn() person: PersonId, @Input() { params }: Of<'dropUpload'>): Promise<void> {
    return this.uploading.drop(person, params);
  }

  @Handles(routes.picture)
  picture(
    @SignedIn() person: PersonId,
    @Input() { params }: Of<'picture'>,
    @File() file: Uint8Array,
  ): Promise<PictureAnswer> {
    return this.pictures.keep(person, params.seminar, file);
  }

  @Handles(routes.asset)
  async asset(
    @SignedIn() person: PersonId,
    @Input() { params }: Of<'asset'>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { bytes, mediaType, name } = await this.articles.asset(person, params.seminar, params.hash);
    await reply
      .type(mediaType)
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox")
      // Its address is the hash of what it is: what was fetched once holds for ever.
      .header('cache-control', 'private, max-age=31536000, immutable')
      .header('content-disposition', dispositionOf(name))
      .send(bytes);
  }

  @Handles(routes.importArticle)
  importArticle(@SignedIn() person: PersonId, @Input() { params, body }: Of<'importArticle'>): Promise<ImportAnswer> {
    return this.articles.import(person, params.seminar, body);
  }

  @Handles(routes.invite)
  invite(@SignedIn() person: PersonId, @Input() { params, body }: Of<'invite'>): Promise<InviteAnswer> {
    return this.admissions.invite(person, params.seminar, body.role);
  }

  @Handles(routes.invites)
  invites(@SignedIn() person: PersonId, @Input() { params }: Of<'invites'>): Promise<InvitesAnswer> {
    return this.admissions.invites(person, params.seminar);
  }

  @Handles(routes.takeBackInvite)
  takeBackInvite(@SignedIn() person: PersonId, @Input() { params }: Of<'takeBackInvite'>): Promise<void> {
    return this.admissions.takeBack(person, params.seminar, params.token);
  }
}

/** Pictures are shown; what somebody brought is saved, never opened (RFC 6266). */
const dispositionOf = (name: string | undefined): string =>
  name === undefined ? 'inline' : `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
