/**
 * Every setting of Catena, in the order in which docs/operating.md lists them. To add one, add a line here and run
 * `npm run docs:settings`.
 */

import { z } from 'zod';
import { DEFAULT_READ_LIMITS, type ReadLimits } from '#article';
import { DEFAULT_LIMITS, type Limits } from '#seminar';
import { choice, optionalPort, optionalText, origin, secret, serviceUrl, text, wholeNumber } from './setting.ts';

const HOST_NAME = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i;

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
  IMPORT_MAX_BYTES: wholeNumber({
    description: 'Size of a file that an article is read from. Text without tags is bounded by ARTICLE_MAX_BYTES.',
    otherwise: DEFAULT_READ_LIMITS.bytes,
    min: 1_024,
    max: 256 * 1024 * 1024,
    unit: 'bytes',
  }),
  IMPORT_TIMEOUT_MS: wholeNumber({
    description: 'How long reading one article may take.',
    otherwise: 60_000,
    min: 100,
    max: 3_600_000,
    unit: 'ms',
  }),
  IMPORT_MEMORY_MB: wholeNumber({
    description: 'Memory that reading one article may take.',
    otherwise: 512,
    min: 16,
    max: 65_536,
    unit: 'megabytes',
  }),
  IMPORTS_AT_ONCE: wholeNumber({
    description: 'Articles that a gateway or a worker reads at the same time; others wait for their turn.',
    otherwise: 2,
    min: 1,
    max: 64,
  }),
  IMPORT_QUEUED_BYTES: wholeNumber({
    description:
      'Files larger than this are read by a worker, while the page shows how far it has come; smaller ones at once.',
    otherwise: 2 * 1024 * 1024,
    min: 0,
    max: 256 * 1024 * 1024,
    unit: 'bytes',
  }),
  UPLOAD_KEEP_DAYS: wholeNumber({
    description: 'How long a file that was brought and not published is kept after somebody last came back to it.',
    otherwise: 14,
    min: 1,
    max: 3_650,
    unit: 'days',
  }),
  CLEAN_INTERVAL_MS: wholeNumber({
    description: 'How often a worker drops what was brought and never published.',
    otherwise: 6 * 3_600_000,
    min: 1_000,
    max: 7 * 24 * 3_600_000,
    unit: 'ms',
  }),
  IMPORT_DEPTH_MAX: wholeNumber({
    description: 'Elements within each other in XML and HTML.',
    otherwise: DEFAULT_READ_LIMITS.depth,
    min: 20,
    max: 1_000,
  }),
  PDF_MAX_PAGES: wholeNumber({
    description: 'Pages of a PDF.',
    otherwise: DEFAULT_READ_LIMITS.pages,
    min: 1,
    max: 10_000,
  }),
  PDF_MAX_CHARACTERS: wholeNumber({
    description: 'Characters of text on all pages of a PDF.',
    otherwise: DEFAULT_READ_LIMITS.characters,
    min: 1_000,
    max: 100_000_000,
    unit: 'characters',
  }),
  ARCHIVE_MAX_ENTRIES: wholeNumber({
    description: 'Files in an archive, such as a Word document.',
    otherwise: DEFAULT_READ_LIMITS.archiveEntries,
    min: 10,
    max: 100_000,
  }),
  ARCHIVE_MAX_BYTES: wholeNumber({
    description: 'Size that all files of an archive unpack to.',
    otherwise: DEFAULT_READ_LIMITS.archiveBytes,
    min: 1_024,
    max: 1024 * 1024 * 1024,
    unit: 'bytes',
  }),
  ARCHIVE_MAX_RATIO: wholeNumber({
    description: 'How many times larger a file in an archive may be than it is packed.',
    otherwise: DEFAULT_READ_LIMITS.archiveRatio,
    min: 2,
    max: 1_000,
  }),
  IMAGE_MAX_BYTES: wholeNumber({
    description: 'Size of a picture in an article.',
    otherwise: DEFAULT_READ_LIMITS.imageBytes,
    min: 1_024,
    max: 256 * 1024 * 1024,
    unit: 'bytes',
  }),
  IMAGES_MAX: wholeNumber({
    description: 'Pictures in an article; those beyond are left out.',
    otherwise: DEFAULT_READ_LIMITS.images,
    min: 0,
    max: 10_000,
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
  GROUPS_MAX: wholeNumber({
    description: 'Groups in a seminar.',
    otherwise: DEFAULT_LIMITS.groups,
    min: 0,
    max: 1_000,
  }),
  GROUP_NAME_MAX_CHARACTERS: wholeNumber({
    description: 'Length of a group’s name.',
    otherwise: DEFAULT_LIMITS.groupNameCharacters,
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
  SEARCHES_PER_MINUTE: wholeNumber({
    description: 'Searches that one person may make per minute; the room searches while one types.',
    otherwise: 180,
    min: 1,
    max: 1_000_000,
  }),
  READ_MARKS_MAX: wholeNumber({
    description: 'Threads of a seminar that a member may have read marks of, beyond what has been read as a whole.',
    otherwise: 20_000,
    min: 100,
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
  JOB_ATTEMPTS: wholeNumber({
    description: 'How often a job is tried before it is put with the dead letters.',
    otherwise: 5,
    min: 1,
    max: 100,
  }),
  JOB_BACKOFF_MS: wholeNumber({
    description: 'Wait before a failed job is tried again; doubled with each further try.',
    otherwise: 500,
    min: 1,
    max: 3_600_000,
    unit: 'ms',
  }),
  DEAD_LETTER_DAYS: wholeNumber({
    description: 'How long a job that failed for good is kept for an operator.',
    otherwise: 30,
    min: 1,
    max: 3_650,
    unit: 'days',
  }),
  DEAD_LETTERS_MAX: wholeNumber({
    description: 'Jobs that failed for good, kept in each queue; the oldest go first.',
    otherwise: 10_000,
    min: 1,
    max: 1_000_000,
  }),
  OPERATOR_MINUTES: wholeNumber({
    description: "How long an operator's link is valid, and the session that it opens.",
    otherwise: 60,
    min: 1,
    max: 1_440,
    unit: 'minutes',
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
  SUMMARY_MODEL_URL: serviceUrl({
    description:
      'A model that sums up, at an address to which `/chat/completions` is added (`http://localhost:8080/v1`). Names stay here.',
    protocols: ['http:', 'https:'],
    otherwise: 'no model: summaries are extracts',
  }),
  SUMMARY_MODEL_KEY: secret({ description: 'The key for that address.', min: 1, otherwise: 'none is sent' }),
  SUMMARY_MODEL: text({
    description: 'The name of the model there. Servers with a single model take any.',
    allowed: 'a name',
    otherwise: 'default',
  }),
  SUMMARY_MODEL_TIMEOUT_MS: wholeNumber({
    description: 'How long one call to the model may take.',
    otherwise: 30_000,
    min: 100,
    max: 600_000,
    unit: 'ms',
  }),
  SUMMARY_MODEL_TIME_MS: wholeNumber({
    description: 'How long a summary by the model may take, over all calls.',
    otherwise: 120_000,
    min: 100,
    max: 3_600_000,
    unit: 'ms',
  }),
  SUMMARY_MODEL_CONCURRENCY: wholeNumber({
    description: 'Calls to the model at the same time, by each worker.',
    otherwise: 2,
    min: 1,
    max: 100,
  }),
  SUMMARY_MODEL_ANSWER_TOKENS: wholeNumber({
    description: 'Length of one answer of the model.',
    otherwise: 4_000,
    min: 100,
    max: 1_000_000,
    unit: 'tokens',
  }),
  SUMMARY_MODEL_SECTION_CHARACTERS: wholeNumber({
    description: 'How much of a section the model is shown: its liveliest threads.',
    otherwise: 60_000,
    min: 1_000,
    max: 10_000_000,
    unit: 'characters',
  }),
  SUMMARY_MODEL_DAY_CHARACTERS: wholeNumber({
    description: 'What each worker may send to the model and get from it in 24 hours; then summaries are extracts.',
    otherwise: 2_000_000,
    min: 0,
    max: 1_000_000_000,
    unit: 'characters',
  }),
  SUMMARY_MODEL_REST_MS: wholeNumber({
    description: 'How long a model that failed is not asked again.',
    otherwise: 60_000,
    min: 0,
    max: 86_400_000,
    unit: 'ms',
  }),
  SUMMARY_MODEL_REMEMBERED: wholeNumber({
    description:
      'Answers of the model that a worker keeps in memory, so that only threads with news are asked about again.',
    otherwise: 2_000,
    min: 0,
    max: 1_000_000,
  }),
  DIGEST_INTERVAL_MS: wholeNumber({
    description: 'How often the worker looks for digests that are due.',
    otherwise: 15_000,
    min: 100,
    max: 3_600_000,
    unit: 'ms',
  }),
  ADDRESS_LINK_HOURS: wholeNumber({
    description: 'How long the link is valid by which somebody confirms their e-mail address.',
    otherwise: 72,
    min: 1,
    max: 8_760,
    unit: 'hours',
  }),
  SMTP_URL: serviceUrl({
    description:
      'The mail server that sends, with user and password where it wants them. Without it mails are made and shown, not sent.',
    protocols: ['smtp:', 'smtps:'],
    otherwise: 'nothing is sent',
  }),
  MAIL_FROM: optionalText({
    description: 'Whom mails come from.',
    form: /^(?:[^<>\r\n]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/,
    allowed: 'an e-mail address, e.g. Catena <catena@example.org>',
    otherwise: 'Catena <catena@MAIL_DOMAIN>',
  }),
  MAIL_DOMAIN: optionalText({
    description: 'The domain in the ids of mails and lists.',
    form: HOST_NAME,
    allowed: 'a host name',
    otherwise: 'the host of PUBLIC_URL',
  }),
  MAIL_CONNECTIONS: wholeNumber({
    description: 'Connections to the mail server, and so mails that a worker sends at the same time.',
    otherwise: 3,
    min: 1,
    max: 100,
  }),
  MAIL_TIMEOUT_MS: wholeNumber({
    description: 'How long the mail server may be silent before it counts as out of reach.',
    otherwise: 30_000,
    min: 100,
    max: 120_000,
    unit: 'ms',
  }),
  MAIL_ATTEMPTS: wholeNumber({
    description: 'How often a mail is tried that the mail server refuses for now.',
    otherwise: 12,
    min: 1,
    max: 50,
  }),
  MAIL_RETRY_MS: wholeNumber({
    description: 'How long the second try waits; each after it waits twice as long.',
    otherwise: 30_000,
    min: 10,
    max: 3_600_000,
    unit: 'ms',
  }),
  MAILS_PER_PERSON_PER_DAY: wholeNumber({
    description: 'Mails that are made for one person within 24 hours; what is more waits and comes together.',
    otherwise: 50,
    min: 1,
    max: 10_000,
  }),
  INBOUND_DOMAIN: optionalText({
    description: 'The domain whose mail reaches Catena. With it replies by mail and bounces are read.',
    form: HOST_NAME,
    allowed: 'a host name',
    otherwise: 'no mail is read',
  }),
  INBOUND_SMTP_PORT: optionalPort({
    description: 'Port on which the worker takes mail for INBOUND_DOMAIN.',
    otherwise: 'mail comes by the hook alone',
  }),
  INBOUND_SMTP_HOST: text({
    description: 'Network address on which the worker takes mail.',
    allowed: 'a host name or an IP address',
    otherwise: '127.0.0.1',
  }),
  INBOUND_CONNECTIONS: wholeNumber({
    description: 'Connections over which mail is taken at the same time.',
    otherwise: 20,
    min: 1,
    max: 1_000,
  }),
  INBOUND_MAX_BYTES: wholeNumber({
    description: 'Size of a mail that is taken, with its attachments, which are dropped.',
    otherwise: 10 * 1024 * 1024,
    min: 1_024,
    max: 64 * 1024 * 1024,
    unit: 'bytes',
  }),
  MAIL_HOOK_SECRET: secret({
    description: 'What whoever brings mails, bounces and complaints over HTTP has to know.',
    min: 16,
    otherwise: 'nothing is taken over HTTP',
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
  groups: settings.GROUPS_MAX,
  groupNameCharacters: settings.GROUP_NAME_MAX_CHARACTERS,
  titleCharacters: settings.TITLE_MAX_CHARACTERS,
  articleBytes: settings.ARTICLE_MAX_BYTES,
  summaryCharacters: settings.SUMMARY_MAX_CHARACTERS,
});

/** The bounds that the readers of articles check. */
export const readLimitsOf = (settings: Settings): ReadLimits => ({
  bytes: settings.IMPORT_MAX_BYTES,
  textBytes: settings.ARTICLE_MAX_BYTES,
  depth: settings.IMPORT_DEPTH_MAX,
  archiveEntries: settings.ARCHIVE_MAX_ENTRIES,
  archiveBytes: settings.ARCHIVE_MAX_BYTES,
  archiveRatio: settings.ARCHIVE_MAX_RATIO,
  imageBytes: settings.IMAGE_MAX_BYTES,
  images: settings.IMAGES_MAX,
  pages: settings.PDF_MAX_PAGES,
  characters: settings.PDF_MAX_CHARACTERS,
  milliseconds: settings.IMPORT_TIMEOUT_MS,
});
