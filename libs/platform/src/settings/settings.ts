/**
 * Every setting of Catena, in the order in which docs/operating.md lists them. To add one, add a line here and run
 * `npm run docs:settings`.
 */

import { z } from 'zod';
import { DEFAULT_LIMITS, type Limits } from '#seminar';
import { choice, origin, secret, serviceUrl, text, wholeNumber } from './setting.ts';

export const settingsSchema = z.object({
  PORT: wholeNumber({
    description: 'Port that the gateway listens on; 0 takes a free one.',
    otherwise: 3000,
    min: 0,
    max: 65_535,
  }),
  HOST: text({
    description: 'Network address that the gateway listens on. `0.0.0.0` lets other machines in.',
    allowed: 'a host name or an IP address',
    otherwise: '127.0.0.1',
  }),
  PUBLIC_URL: origin({
    description: 'Where browsers reach Catena; stands in invitations, sign-in links and mails.',
    otherwise: 'http://localhost:PORT',
  }),
  DATA_DIR: text({
    description:
      "Folder of the embedded Postgres: its data, its log and what the next start must know. Relative to the project's folder.",
    allowed: 'the path of a folder',
    otherwise: '.data',
  }),
  DATABASE_URL: serviceUrl({
    description: 'A Postgres (15 or newer) of your own.',
    protocols: ['postgres:', 'postgresql:'],
    otherwise: 'embedded Postgres',
  }),
  QUEUE_URL: serviceUrl({
    description: 'Where background jobs wait: a Postgres or a Redis (6.2 or newer).',
    protocols: ['postgres:', 'postgresql:', 'redis:', 'rediss:'],
    otherwise: 'the same Postgres',
  }),
  POOL_SIZE: wholeNumber({
    description: 'Connections to Postgres that each process may open.',
    otherwise: 10,
    min: 1,
    max: 500,
  }),
  DEMO: choice({
    description: 'Whether `npm start` brings the demo seminar into an empty database and prints a link into it.',
    words: ['on', 'off'],
    otherwise: 'on',
  }),
  LOG_LEVEL: choice({
    description: 'The least that is worth a line in the log.',
    words: ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
    otherwise: 'warn',
  }),
  SESSION_SECRET: secret({
    description: 'Signs sessions and links. The same for all gateways; changing it signs everybody out.',
    min: 32,
    otherwise: 'made once, kept in the database',
  }),
  SESSION_DAYS: wholeNumber({
    description: 'How long a sign-in lasts.',
    otherwise: 90,
    min: 1,
    max: 3_650,
    unit: 'days',
  }),
  SIGN_IN_LINK_HOURS: wholeNumber({
    description: 'How long a sign-in link is valid.',
    otherwise: 24,
    min: 1,
    max: 8_760,
    unit: 'hours',
  }),
  METRICS_TOKEN: secret({
    description: 'Who sends it (`Authorization: Bearer …`) is shown the metrics at `/api/metrics`.',
    min: 16,
    otherwise: 'metrics are for this machine alone',
  }),
  TRUST_PROXY: choice({
    description: 'Whether a proxy in front says where requests come from (`X-Forwarded-For`).',
    words: ['off', 'on'],
    otherwise: 'off',
  }),
  INVITE_DAYS: wholeNumber({
    description: 'How long an invitation is valid.',
    otherwise: 180,
    min: 1,
    max: 3_650,
    unit: 'days',
  }),
  ARTICLE_MAX_BYTES: wholeNumber({
    description: 'Size of an article, as a file and as the document read from it.',
    otherwise: DEFAULT_LIMITS.articleBytes,
    min: 1_024,
    max: 64 * 1024 * 1024,
    unit: 'bytes',
  }),
  BODY_MAX_CHARACTERS: wholeNumber({
    description: 'Length of the body of an annotation or a reply.',
    otherwise: DEFAULT_LIMITS.bodyCharacters,
    min: 1,
    max: 1_000_000,
    unit: 'characters',
  }),
  REPLY_DEPTH_MAX: wholeNumber({
    description: 'How deep replies may nest.',
    otherwise: DEFAULT_LIMITS.replyDepth,
    min: 1,
    max: 10_000,
  }),
  ANCHORS_MAX: wholeNumber({
    description: 'Blocks that one annotated passage may reach over.',
    otherwise: DEFAULT_LIMITS.anchors,
    min: 1,
    max: 1_000,
  }),
  TAGS_MAX: wholeNumber({ description: 'Tags of one annotation.', otherwise: DEFAULT_LIMITS.tags, min: 0, max: 1_000 }),
  TAG_MAX_CHARACTERS: wholeNumber({
    description: 'Length of a tag.',
    otherwise: DEFAULT_LIMITS.tagCharacters,
    min: 1,
    max: 1_000,
    unit: 'characters',
  }),
  NAME_MAX_CHARACTERS: wholeNumber({
    description: 'Length of a display name.',
    otherwise: 80,
    min: 1,
    max: 1_000,
    unit: 'characters',
  }),
  TITLE_MAX_CHARACTERS: wholeNumber({
    description: 'Length of the title of a seminar.',
    otherwise: DEFAULT_LIMITS.titleCharacters,
    min: 1,
    max: 10_000,
    unit: 'characters',
  }),
  MESSAGE_MAX_BYTES: wholeNumber({
    description: 'Size of one message over the socket.',
    otherwise: 1024 * 1024,
    min: 1_024,
    max: 64 * 1024 * 1024,
    unit: 'bytes',
  }),
  REQUEST_MAX_BYTES: wholeNumber({
    description: 'Size of one HTTP request. Leave room for an article in JSON.',
    otherwise: 3 * 1024 * 1024,
    min: 1_024,
    max: 256 * 1024 * 1024,
    unit: 'bytes',
  }),
  COMMANDS_PER_MINUTE: wholeNumber({
    description: 'Commands that one person may send per minute.',
    otherwise: 240,
    min: 1,
    max: 1_000_000,
  }),
  ADMISSIONS_PER_MINUTE: wholeNumber({
    description: 'Seminars opened and joined from one network address per minute; a class may share one.',
    otherwise: 600,
    min: 1,
    max: 1_000_000,
  }),
  FRAME_INTERVAL_MS: wholeNumber({
    description: 'Events that come within this time go to a room in one frame.',
    otherwise: 16,
    min: 0,
    max: 10_000,
    unit: 'ms',
  }),
  FEED_BATCH: wholeNumber({ description: 'Events in one frame.', otherwise: 500, min: 1, max: 10_000 }),
  SNAPSHOT_AFTER: wholeNumber({
    description: 'Who has missed more events than this is sent a snapshot in their place.',
    otherwise: 500,
    min: 0,
    max: 1_000_000,
  }),
  SNAPSHOT_EVERY: wholeNumber({
    description:
      'A folded state is kept every so many events of a log, in a long one less often; from it the seminar is shown as it stood at any time.',
    otherwise: 500,
    min: 10,
    max: 1_000_000,
    unit: 'events',
  }),
  POLL_INTERVAL_MS: wholeNumber({
    description: 'How often a gateway looks for events whose wake-up was lost.',
    otherwise: 2_000,
    min: 50,
    max: 600_000,
    unit: 'ms',
  }),
  PROJECT_AFTER_MS: wholeNumber({
    description: 'How long the worker gathers what happened in a seminar before it brings the overviews up to date.',
    otherwise: 250,
    min: 0,
    max: 60_000,
    unit: 'ms',
  }),
  PROJECT_CONCURRENCY: wholeNumber({
    description: 'Seminars whose read models a worker, or `catena rebuild`, folds at the same time.',
    otherwise: 2,
    min: 1,
    max: 100,
  }),
  SWEEP_INTERVAL_MS: wholeNumber({
    description: 'How often the worker looks for work whose wake-up was lost.',
    otherwise: 30_000,
    min: 100,
    max: 3_600_000,
    unit: 'ms',
  }),
  SUMMARY_WORDS: wholeNumber({
    description: 'Words that the summary of a section may have.',
    otherwise: 100,
    min: 20,
    max: 1_000,
    unit: 'words',
  }),
  SUMMARY_MAX_CHARACTERS: wholeNumber({
    description: 'Length of a summary, also of one that an instructor writes.',
    otherwise: DEFAULT_LIMITS.summaryCharacters,
    min: 200,
    max: 1_000_000,
    unit: 'characters',
  }),
  SUMMARY_LEAST: wholeNumber({
    description: 'Contributions that a section needs before it is summed up.',
    otherwise: 3,
    min: 1,
    max: 1_000,
  }),
  SUMMARY_AFTER: wholeNumber({
    description: 'New contributions to a section before it is summed up again.',
    otherwise: 3,
    min: 1,
    max: 1_000,
  }),
  SUMMARY_DELAY_MS: wholeNumber({
    description: 'How long a discussion must be quiet before it is summed up, so that a burst makes one summary.',
    otherwise: 20_000,
    min: 0,
    max: 3_600_000,
    unit: 'ms',
  }),
  DIGEST_INTERVAL_MS: wholeNumber({
    description: 'How often the worker looks for digests that are due.',
    otherwise: 15_000,
    min: 100,
    max: 3_600_000,
    unit: 'ms',
  }),
  MAILS_PER_PERSON_PER_DAY: wholeNumber({
    description: 'Mails that one person gets within a day; what is more waits and comes together.',
    otherwise: 24,
    min: 1,
    max: 10_000,
  }),
  ADDRESS_LINK_HOURS: wholeNumber({
    description: 'How long the link is valid by which somebody confirms their e-mail address.',
    otherwise: 72,
    min: 1,
    max: 8_760,
    unit: 'hours',
  }),
  APPEND_BATCH_MAX: wholeNumber({
    description: 'Events that a gateway writes in one group commit.',
    otherwise: 1_000,
    min: 1,
    max: 100_000,
  }),
  STATES_MAX: wholeNumber({
    description: 'Folded logs that a gateway keeps in memory.',
    otherwise: 500,
    min: 1,
    max: 1_000_000,
  }),
  PRESENCE_INTERVAL_MS: wholeNumber({
    description: 'Least time between two presence messages to a room.',
    otherwise: 500,
    min: 50,
    max: 60_000,
    unit: 'ms',
  }),
});

/** The settings as the program uses them, under the names that they have in the environment. */
export type Settings = Omit<z.infer<typeof settingsSchema>, 'PUBLIC_URL'> & { PUBLIC_URL: string };

/** What a process needs that serves or works: it does not bring a Postgres of its own. */
export type AppSettings = Settings & { DATABASE_URL: string; QUEUE_URL: string };

/** The bounds that the rules of the seminar check. */
export const limitsOf = (settings: Settings): Limits => ({
  bodyCharacters: settings.BODY_MAX_CHARACTERS,
  replyDepth: settings.REPLY_DEPTH_MAX,
  anchors: settings.ANCHORS_MAX,
  tags: settings.TAGS_MAX,
  tagCharacters: settings.TAG_MAX_CHARACTERS,
  titleCharacters: settings.TITLE_MAX_CHARACTERS,
  articleBytes: settings.ARTICLE_MAX_BYTES,
  summaryCharacters: settings.SUMMARY_MAX_CHARACTERS,
});
