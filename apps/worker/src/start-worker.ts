import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { pino } from 'pino';
import { Digests, digestOptionsOf, Subscriptions } from '#digest';
import { ArticleReader, Assets, createImportQueue, Uploads } from '#importing';
import { openLog } from '#log';
import { createSendQueue, InboundSmtp, Mailboxes, Mails, MailTransport, Receiving } from '#mail';
import { People, signingSecret, Tokens } from '#people';
import { type AppSettings, createPool, limitsOf, openQueue, readLimitsOf } from '#platform';
import { Projector, Rebuilder, SectionsToSumUp } from '#read-models';
import { Cleaning } from './cleaning.ts';
import { Digesting } from './digesting.ts';
import { Importing } from './importing.ts';
import { Inbound } from './inbound.ts';
import type { PersonJob, SeminarJob } from './jobs.ts';
import { Projecting } from './projecting.ts';
import { Sending } from './sending.ts';
import { summariser } from './summariser.ts';
import { Summarising } from './summarising.ts';
import { workerModule } from './worker.module.ts';

/** A worker that takes jobs. */
export interface Worker {
  /** Finishes the jobs under way, then stops. */
  close(): Promise<void>;
}

/** Starts a worker on a database that has been migrated. */
export async function startWorker(settings: AppSettings): Promise<Worker> {
  const logger = pino({ level: settings.LOG_LEVEL });
  const pool = createPool(settings.DATABASE_URL, settings.POOL_SIZE, {
    name: 'catena worker',
    onError: (err) => logger.warn({ err }, 'a connection to the database broke'),
  });
  const log = await openLog(
    pool,
    { states: settings.STATES_MAX, snapshotEvery: settings.SNAPSHOT_EVERY, limits: limitsOf(settings) },
    (err, { type }) => logger.error({ err, command: type }, 'a command of the worker failed'),
  );
  const queues = {
    project: openQueue<SeminarJob>('project', settings),
    summarise: openQueue<SeminarJob>('summarise', settings),
    digest: openQueue<PersonJob>('digest', settings),
    send: createSendQueue(settings),
    import: createImportQueue(settings),
    clean: openQueue<null>('clean', settings),
  };
  const summarising = new Summarising({
    sections: new SectionsToSumUp(pool),
    seminars: log.seminars,
    queue: queues.summarise,
    summarise: summariser(settings, new People(pool), logger),
    logger,
    settings,
  });
  const mails = new Mails(pool);
  const mailboxes = new Mailboxes(pool);
  const subscriptions = new Subscriptions(pool);
  const secret = await signingSecret(pool, settings.SESSION_SECRET);
  const digestOptions = digestOptionsOf(settings, secret);
  const { site, addresses } = digestOptions;
  const { SMTP_URL, INBOUND_SMTP_PORT: port } = settings;
  const sending = new Sending({
    ...{ mails, mailboxes, site, addresses, logger, settings },
    queue: queues.send,
    transport: SMTP_URL === undefined ? undefined : new MailTransport({ ...settings, SMTP_URL }),
  });
  const digests = new Digests(pool, { subscriptions, mails, mailboxes, tokens: new Tokens(secret) }, digestOptions);
  const digesting = new Digesting({
    ...{ digests, subscriptions, logger, settings },
    queue: queues.digest,
    prepare: async (seminar) => {
      await projecting.project(seminar);
      await summarising.sumUp(seminar);
      await projecting.project(seminar);
    },
    onMail: (mail) => sending.consider([mail]),
  });
  const receiving =
    addresses &&
    new Receiving({
      ...{ mails, mailboxes, seminars: log.seminars, addresses, site, settings },
      onMade: (made) => sending.consider(made),
    });
  const inbound = new Inbound(
    receiving && port !== undefined
      ? new InboundSmtp(receiving, { ...settings, INBOUND_SMTP_PORT: port, domain: site.domain }, (err) =>
          logger.error({ err }, 'a mail that came in could not be taken'),
        )
      : undefined,
  );
  const projecting = new Projecting({
    projector: new Projector(pool, log.store),
    rebuilder: new Rebuilder(pool, log.store),
    queue: queues.project,
    onProjected: async (seminar) => {
      await summarising.consider(seminar);
      await digesting.consider(seminar);
    },
    wakeUps: log.wakeUps,
    snapshots: log.snapshots,
    logger,
    settings,
  });

  const importing = new Importing({
    uploads: new Uploads(pool),
    assets: new Assets(pool),
    reader: new ArticleReader({
      time: settings.IMPORT_TIMEOUT_MS,
      memory: settings.IMPORT_MEMORY_MB,
      atOnce: settings.IMPORTS_AT_ONCE,
      limits: readLimitsOf(settings),
    }),
    queue: queues.import,
    ...{ logger, settings },
  });
  const cleaning = new Cleaning({ pool, queue: queues.clean, logger, settings });

  const app = await NestFactory.createApplicationContext(
    workerModule({ cleaning, digesting, importing, inbound, projecting, sending, summarising }),
    { logger: false, abortOnError: false },
  );
  return {
    async close() {
      await app.close();
      await log.close();
      await Promise.all(Object.values(queues).map((queue) => queue.close()));
      await pool.end();
    },
  };
}
