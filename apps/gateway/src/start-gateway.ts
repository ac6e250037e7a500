import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import { Digests, digestOptionsOf, Subscriptions } from '#digest';
import { ArticleReader, Assets, createImportQueue, Uploads } from '#importing';
import { openLog } from '#log';
import { addSendJobs, createSendQueue, Mailboxes, Mails, Receiving } from '#mail';
import { Invites, People, ReadMarksShelf, signingSecret, Tokens } from '#people';
import { type AppSettings, createPool, limitsOf, Operating, readLimitsOf } from '#platform';
import { Notifications, Projector, Searches, SeminarOverviews } from '#read-models';
import { Answers } from './answers.ts';
import { Ballots } from './ballots.ts';
import { Commands } from './commands.ts';
import { gatewayModule, type Parts } from './gateway.module.ts';
import { Health } from './health.ts';
import { ErrorFilter } from './http/error.filter.ts';
import { guard, httpAdapter, type ServerOptions } from './http/server.ts';
import { AddressCheck } from './mail/address-check.ts';
import { MailDesk } from './mail/mail-desk.ts';
import { MailHook } from './mail/mail-hook.ts';
import { Metrics } from './metrics.ts';
import { serveOperating } from './operate/serve-operating.ts';
import { Devices } from './room/devices.ts';
import { Elsewhere } from './room/elsewhere.ts';
import { Joining } from './room/joining.ts';
import { SocketAdapter } from './room/socket-adapter.ts';
import { Admissions } from './seminars/admissions.ts';
import { Articles } from './seminars/articles.ts';
import { Finding } from './seminars/finding.ts';
import { Pictures } from './seminars/pictures.ts';
import { Readings } from './seminars/readings.ts';
import { Uploading } from './seminars/uploading.ts';
import { Sessions } from './sessions.ts';
import { serveWebApp } from './web/web-app.ts';

/** A gateway that takes requests. */
export interface Gateway {
  /** Where it listens. */
  address: string;
  /** Answers what is under way, then stops. */
  close(): Promise<void>;
}

/** Starts a gateway on a database that has been migrated. */
export async function startGateway(settings: AppSettings): Promise<Gateway> {
  const logger = pino({ level: settings.LOG_LEVEL });
  const pool = createPool(settings.DATABASE_URL, settings.POOL_SIZE, {
    name: 'catena gateway',
    onError: (err) => logger.warn({ err }, 'a connection to the database broke'),
  });
  const log = await openLog(
    pool,
    {
      limits: limitsOf(settings),
      appendBatch: settings.APPEND_BATCH_MAX,
      states: settings.STATES_MAX,
      snapshotEvery: settings.SNAPSHOT_EVERY,
      feedBatch: settings.FEED_BATCH,
      frameInterval: settings.FRAME_INTERVAL_MS,
      pollInterval: settings.POLL_INTERVAL_MS,
    },
    (err, { id, type }) => logger.error({ err, command: id, type }, 'a command could not be carried out'),
  );

  const people = new People(pool);
  const secret = await signingSecret(pool, settings.SESSION_SECRET);
  const tokens = new Tokens(secret);
  const sessions = new Sessions(tokens, settings.SESSION_DAYS, settings.PUBLIC_URL.startsWith('https:'));
  const projector = new Projector(pool, log.store);
  const overviews = new SeminarOverviews(pool, projector);
  const assets = new Assets(pool);
  const commands = new Commands({ ...log, people, ballots: new Ballots(secret), assets }, settings.COMMANDS_PER_MINUTE);
  const answers = new Answers(logger);
  const readings = new Readings({ people, commands, overviews, ...log });
  const mails = {
    subscriptions: new Subscriptions(pool),
    mails: new Mails(pool),
    mailboxes: new Mailboxes(pool),
    tokens,
  };
  const digestOptions = digestOptionsOf(settings, secret);
  const sendQueue = createSendQueue(settings);
  const addressCheck = new AddressCheck(
    { ...mails, onMail: (mail) => addSendJobs(sendQueue, [mail], settings) },
    { ...digestOptions, linkHours: settings.ADDRESS_LINK_HOURS },
  );
  const { site, addresses } = digestOptions;
  const receiving =
    addresses &&
    new Receiving({
      ...{ mails: mails.mails, mailboxes: mails.mailboxes, seminars: log.seminars, site, addresses, settings },
      onMade: (made) => addSendJobs(sendQueue, made, settings),
    });
  const elsewhere = new Elsewhere(pool, settings.PRESENCE_ALIVE_MS);
  const marks = new ReadMarksShelf(pool, settings.READ_MARKS_MAX);
  const devices = new Devices(pool, marks);
  await Promise.all([elsewhere.start(), devices.start()]);
  const uploads = new Uploads(pool);
  const reader = new ArticleReader({
    time: settings.IMPORT_TIMEOUT_MS,
    memory: settings.IMPORT_MEMORY_MB,
    atOnce: settings.IMPORTS_AT_ONCE,
    limits: readLimitsOf(settings),
  });
  const importQueue = createImportQueue(settings);
  const parts: Parts = {
    addressCheck,
    admissions: new Admissions(
      { people, invites: new Invites(pool), seminars: log.seminars, commands, overviews },
      {
        publicUrl: settings.PUBLIC_URL,
        inviteDays: settings.INVITE_DAYS,
        nameCharacters: settings.NAME_MAX_CHARACTERS,
        admissionsPerMinute: settings.ADMISSIONS_PER_MINUTE,
      },
    ),
    answers,
    articles: new Articles({ commands, seminars: log.seminars, snapshots: log.snapshots, assets, uploads, reader }),
    commands,
    devices,
    elsewhere,
    finding: new Finding({
      ...{
        people,
        readings,
        searches: new Searches(pool, projector),
        notifications: new Notifications(pool, projector),
      },
      marks,
      devices,
      searchesPerMinute: settings.SEARCHES_PER_MINUTE,
    }),
    health: new Health(pool, settings.PUBLIC_URL),
    joining: new Joining(commands, log, {
      limits: limitsOf(settings),
      snapshotAfter: settings.SNAPSHOT_AFTER,
      presenceInterval: settings.PRESENCE_INTERVAL_MS,
    }),
    log,
    metrics: new Metrics(pool, settings.METRICS_TOKEN),
    mailDesk: new MailDesk({
      ...mails,
      addressCheck,
      projector,
      readings,
      digests: new Digests(pool, mails, digestOptions),
    }),
    mailHook: new MailHook(settings.MAIL_HOOK_SECRET, receiving, mails.mailboxes),
    pictures: new Pictures(
      { commands, seminars: log.seminars, assets },
      { bytes: settings.PICTURE_MAX_BYTES, pixels: settings.PICTURE_MAX_PIXELS },
    ),
    readings,
    sessions,
    tokens,
    uploading: new Uploading({
      ...{ commands, seminars: log.seminars, assets, uploads, reader },
      queue: importQueue,
      queuedBytes: settings.IMPORT_QUEUED_BYTES,
    }),
  };

  const server: ServerOptions = {
    publicUrl: settings.PUBLIC_URL,
    requestBytes: settings.REQUEST_MAX_BYTES,
    fileBytes: settings.IMPORT_MAX_BYTES,
    trustProxy: settings.TRUST_PROXY === 'on',
    mailBytes: settings.INBOUND_MAX_BYTES,
  };
  const app = await NestFactory.create<NestFastifyApplication>(gatewayModule(parts), httpAdapter(server), {
    logger: ['error', 'warn', 'fatal'],
  });
  app.useGlobalFilters(new ErrorFilter(answers));
  app.useWebSocketAdapter(
    new SocketAdapter(app, { messageBytes: settings.MESSAGE_MAX_BYTES, publicUrl: settings.PUBLIC_URL }),
  );
  const fastify = app.getHttpAdapter().getInstance();
  await guard(fastify, sessions, server);
  const operating = new Operating(settings);
  serveOperating(fastify, { operating, tokens, minutes: settings.OPERATOR_MINUTES, publicUrl: settings.PUBLIC_URL });
  await serveWebApp(fastify);
  await app.init();
  await app.listen(settings.PORT, settings.HOST);
  return {
    address: await app.getUrl(),
    async close() {
      await app.close();
      await elsewhere.close();
      await devices.close();
      await operating.close();
      await log.close();
      await sendQueue.close();
      await importQueue.close();
      await pool.end();
    },
  };
}
