import { writeFile } from 'node:fs/promises';
import { type Command, InvalidArgumentError } from 'commander';
import type pg from 'pg';
import { Digests, digestOptionsOf, KINDS, Subscriptions } from '#digest';
import { openLog } from '#log';
import { Mailboxes, Mails, toEml } from '#mail';
import { People, signingSecret, Tokens } from '#people';
import { type AppSettings, PlainFailure } from '#platform';
import { PROJECTIONS, Projector } from '#read-models';
import { EVERYONE, MemberId, SeminarId } from '#seminar';
import { withPool } from '../database.ts';

interface Options {
  seminar: SeminarId;
  since: number;
  member?: MemberId;
  out?: string;
}

export function addDigest(program: Command): void {
  program
    .command('digest')
    .description('Look at digests before they are sent.')
    .command('preview')
    .description('Write the digest of a seminar as it would be now, as a mail (.eml).')
    .requiredOption('--seminar <id>', 'the seminar', parsedBy(SeminarId, 'the id of a seminar'))
    .option('--since <position>', 'from after this position of its log on', wholeNumber, 0)
    .option(
      '--member <id>',
      'for this member; the first instructor where it isn’t said',
      parsedBy(MemberId, 'the id of a member'),
    )
    .option('--out <file>', 'into this file; `digest.eml` where it isn’t said, - for standard output')
    .action(async (options: Options) => {
      const { eml, subject } = await withPool((pool, settings) => preview(pool, settings, options));
      const file = options.out ?? 'digest.eml';
      if (file === '-') process.stdout.write(eml);
      else {
        await writeFile(file, eml);
        process.stderr.write(`${file}: ${subject}\n`);
      }
    });
}

async function preview(pool: pg.Pool, settings: AppSettings, { seminar, since, member: wanted }: Options) {
  const log = await openLog(pool);
  try {
    const { roster } = await log.seminars.state({ seminar, audience: EVERYONE });
    const member = wanted ?? [...roster].find(([, role]) => role === 'instructor')?.[0];
    const role = member && roster.get(member);
    if (!member || !role) throw new PlainFailure('There is no such seminar, or no such member in it.');
    const projector = new Projector(pool, log.store);
    for (const projection of PROJECTIONS) await projector.project(projection, seminar);
    const person = await new People(pool).personOf(seminar, member);
    if (!person) throw new PlainFailure('There is nobody behind this member any more.');
    const secret = await signingSecret(pool, settings.SESSION_SECRET);
    const mailboxes = new Mailboxes(pool);
    const parts = {
      mailboxes,
      mails: new Mails(pool),
      subscriptions: new Subscriptions(pool),
      tokens: new Tokens(secret),
    };
    const digestOptions = digestOptionsOf(settings, secret);
    const now = new Date().toISOString();
    const digest = await new Digests(pool, parts, digestOptions).preview(
      person,
      seminar,
      member,
      KINDS[role],
      since,
      now,
    );
    if (!digest) throw new PlainFailure('There is nothing to say.');
    const { address = null } = await mailboxes.of(person);
    const eml = await toEml({ ...digest.message, id: digest.id, address, at: now }, digestOptions.site);
    return { eml, subject: digest.message.subject };
  } finally {
    await log.close();
  }
}

const parsedBy =
  <T>(schema: { safeParse(value: unknown): { success: true; data: T } | { success: false } }, what: string) =>
  (value: string): T => {
    const parsed = schema.safeParse(value);
    if (!parsed.success) throw new InvalidArgumentError(`It should be ${what}.`);
    return parsed.data;
  };

function wholeNumber(value: string): number {
  if (!/^\d{1,15}$/.test(value)) throw new InvalidArgumentError('It should be a position: 0, 1, 2 …');
  return Number(value);
}
