import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { exportLog, type LogKey, nameOf, StoredChain, type Verified, verifyFile, verifyStored } from '#log';
import { errorMessage, PlainFailure } from '#platform';
import { Audience, EVERYONE, SeminarId } from '#seminar';
import { withPool } from '../database.ts';

/** Between two lines of progress, in ms. */
const PROGRESS_INTERVAL = 1_000;

export function addLog(program: Command): void {
  const log = program.command('log').description('Check logs, and take them away as files.');
  log
    .command('verify [file]')
    .description('Check that nothing in a log was changed, taken out or put elsewhere: in a file, or in the database.')
    .option('--seminar <id>', 'all logs of this seminar, in the database')
    .option('--head <hash>', 'the hash that the log in the file must end with, as somebody noted it')
    .action(async (file: string | undefined, { seminar, head }: { seminar?: string; head?: string }) => {
      if (file !== undefined && seminar === undefined) return verifyInFile(file, head);
      if (file === undefined && seminar !== undefined) return verifyInDatabase(seminarId(seminar));
      throw new PlainFailure('Say what to check: a file, or --seminar ID.');
    });
  log
    .command('export')
    .description('Write a log as a file that anybody can check with `catena log verify FILE`.')
    .requiredOption('--seminar <id>')
    .option('--audience <audience>', 'whose log: everyone, instructors, group:ID, aside:ID or member:ID', EVERYONE)
    .option('--output <file>', 'where to; standard output where it isn’t said')
    .action(async ({ seminar, audience, output }: { seminar: string; audience: string; output?: string }) => {
      const parsed = Audience.safeParse(audience);
      if (!parsed.success) throw new PlainFailure(`${audience} is no audience; there is everyone, and member:ID.`);
      await exportFrom({ seminar: seminarId(seminar), audience: parsed.data }, output);
    });
}

function seminarId(text: string): SeminarId {
  const parsed = SeminarId.safeParse(text);
  if (!parsed.success) throw new PlainFailure(`${text} is no id of a seminar; it stands in the address of its room.`);
  return parsed.data;
}

async function verifyInFile(file: string, head: string | undefined): Promise<void> {
  const input = createReadStream(file);
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  const opened = new Promise<never>((_, reject) => input.once('error', reject));
  const found = await Promise.race([verifyFile(lines, progress(file)), opened]).catch((error: unknown) => {
    throw new PlainFailure(`${file} can’t be read: ${errorMessage(error)}`);
  });
  if (!found.ok) {
    const where = found.flaw ? `position ${found.flaw.position} is wrong (line ${found.line})` : `line ${found.line}`;
    throw new PlainFailure(`${file}: ${where}: ${found.problem}.`);
  }
  if (head !== undefined && head.toLowerCase() !== found.hash) {
    throw new PlainFailure(
      `${file}: the chain holds in itself, but its head is ${found.hash}, not ${head}: this is another log, or a later or earlier state of it.`,
    );
  }
  report(nameOf(found.log), found);
}

async function verifyInDatabase(seminar: SeminarId): Promise<void> {
  await withPool(async (pool) => {
    const chain = new StoredChain(pool);
    const logs = await chain.logsOf(seminar);
    if (logs.length === 0) throw new PlainFailure(`There is no seminar ${seminar} in this database.`);
    const flaws: string[] = [];
    for (const log of logs) {
      const verified = await verifyStored(chain, log, progress(log.audience));
      if (verified.ok) report(nameOf(log), verified);
      else flaws.push(`${nameOf(log)}: position ${verified.flaw.position} is wrong: ${verified.flaw.problem}.`);
    }
    if (flaws.length > 0) throw new PlainFailure(flaws.join('\n'));
  });
}

async function exportFrom(log: LogKey, output: string | undefined): Promise<void> {
  await withPool(async (pool) => {
    const lines = await exportLog(new StoredChain(pool), log);
    if (!lines) throw new PlainFailure(`There is no log ${nameOf(log)} in this database.`);
    if (output === undefined) await pipeline(Readable.from(lines), process.stdout, { end: false });
    else await pipeline(Readable.from(lines), createWriteStream(output));
  });
}

function report(name: string, { head, hash, erased }: Extract<Verified, { ok: true }>): void {
  const words = erased === 0 ? '' : `, the words of ${erased} erased`;
  process.stdout.write(`${name}: ${head} events, all as they were written${words}. Head ${hash}\n`);
}

/** Says on standard error how far it has come, now and then. */
function progress(what: string): (position: number, of: number) => void {
  let next = Date.now() + PROGRESS_INTERVAL;
  return (position, of) => {
    if (Date.now() < next) return;
    next = Date.now() + PROGRESS_INTERVAL;
    process.stderr.write(`${what}: ${position} of ${of} (${Math.floor((100 * position) / of)} %)\n`);
  };
}
