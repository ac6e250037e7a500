import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { Feed, type Log } from '#log';
import { Tokens } from '#people';
import { Answers } from './answers.ts';
import { Commands } from './commands.ts';
import { Health } from './health.ts';
import { FindingController } from './http/finding.controller.ts';
import { MailController } from './http/mail.controller.ts';
import { MailHookController } from './http/mail-hook.controller.ts';
import { PeopleController } from './http/people.controller.ts';
import { SeminarsController } from './http/seminars.controller.ts';
import { ServiceController } from './http/service.controller.ts';
import { AddressCheck } from './mail/address-check.ts';
import { MailDesk } from './mail/mail-desk.ts';
import { MailHook } from './mail/mail-hook.ts';
import { Metrics } from './metrics.ts';
import { Devices } from './room/devices.ts';
import { Elsewhere } from './room/elsewhere.ts';
import { Joining } from './room/joining.ts';
import { RoomGateway } from './room/room.gateway.ts';
import { Admissions } from './seminars/admissions.ts';
import { Articles } from './seminars/articles.ts';
import { Finding } from './seminars/finding.ts';
import { Pictures } from './seminars/pictures.ts';
import { Readings } from './seminars/readings.ts';
import { Uploading } from './seminars/uploading.ts';
import { Sessions } from './sessions.ts';

/** The parts of the gateway, made; Nest hands them to controllers and to the socket. */
export interface Parts {
  addressCheck: AddressCheck;
  admissions: Admissions;
  answers: Answers;
  articles: Articles;
  commands: Commands;
  finding: Finding;
  health: Health;
  devices: Devices;
  elsewhere: Elsewhere;
  joining: Joining;
  log: Log;
  metrics: Metrics;
  mailDesk: MailDesk;
  mailHook: MailHook;
  pictures: Pictures;
  readings: Readings;
  sessions: Sessions;
  tokens: Tokens;
  uploading: Uploading;
}

@Module({})
class GatewayModule {}

/** The module around these parts. */
export function gatewayModule(parts: Parts): DynamicModule {
  const providers: Provider[] = [
    { provide: AddressCheck, useValue: parts.addressCheck },
    { provide: Admissions, useValue: parts.admissions },
    { provide: Answers, useValue: parts.answers },
    { provide: Articles, useValue: parts.articles },
    { provide: Commands, useValue: parts.commands },
    { provide: Feed, useValue: parts.log.feed },
    { provide: Finding, useValue: parts.finding },
    { provide: Health, useValue: parts.health },
    { provide: Devices, useValue: parts.devices },
    { provide: Elsewhere, useValue: parts.elsewhere },
    { provide: Joining, useValue: parts.joining },
    { provide: MailDesk, useValue: parts.mailDesk },
    { provide: Metrics, useValue: parts.metrics },
    { provide: MailHook, useValue: parts.mailHook },
    { provide: Pictures, useValue: parts.pictures },
    { provide: Readings, useValue: parts.readings },
    { provide: Sessions, useValue: parts.sessions },
    { provide: Tokens, useValue: parts.tokens },
    { provide: Uploading, useValue: parts.uploading },
  ];
  return {
    module: GatewayModule,
    controllers: [
      FindingController,
      MailController,
      MailHookController,
      PeopleController,
      SeminarsController,
      ServiceController,
    ],
    providers: [...providers, RoomGateway],
  };
}
