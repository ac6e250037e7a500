import type { Command } from 'commander';
import { isQueueName, Operating, PlainFailure, QUEUES, type QueueName, reachable } from '#platform';
import { appSettings } from '../app-settings.ts';

/** Dead letters that are listed of each queue. */
const LISTED = 100;

interface Listing {
  json?: boolean;
}

export function addJobs(program: Command): void {
  const jobs = program
    .command('jobs')
    .description('How many jobs each queue holds.')
    .option('--json', 'one line of JSON for each queue')
    .action(({ json }: Listing) => withQueues(async (operating) => print(await operating.counts(), json)));
  jobs
    .command('failed [queue]')
    .description(`The jobs that failed for good, the newest ${LISTED} of each queue.`)
    .option('--json', 'one line of JSON for each job')
    .action((queue: string | undefined, _: Listing, command: Command) =>
      withQueues(async (operating) => {
        const letters = await operating.deadLetters(queue === undefined ? undefined : queueOf(queue), LISTED);
        print(letters, command.optsWithGlobals<Listing>().json);
        if (letters.length === 0) process.stderr.write('No job has failed for good.\n');
      }),
    );
  jobs
    .command('retry <queue> [id]')
    .description('Run a job that failed for good again, with all its attempts.')
    .option('--all', 'every failed job of the queue')
    .action((queue: string, id: string | undefined, { all = false }: { all?: boolean }) =>
      withQueues((operating) => retry(operating, queueOf(queue), id, all)),
    );
}

async function retry(operating: Operating, queue: QueueName, id: string | undefined, all: boolean): Promise<void> {
  if (all === (id !== undefined)) throw new PlainFailure('Say which job: its id, or --all.');
  if (id !== undefined && !(await operating.retry(queue, id))) {
    throw new PlainFailure(`There is no failed job ${id} in ${queue}. \`catena jobs failed ${queue}\` lists them.`);
  }
  const retried = id === undefined ? await operating.retryAll(queue) : 1;
  process.stderr.write(`${retried} ${retried === 1 ? 'job' : 'jobs'} of ${queue} will run again.\n`);
}

function queueOf(name: string): QueueName {
  if (isQueueName(name)) return name;
  throw new PlainFailure(`There is no queue ${name}. There are: ${Object.keys(QUEUES).join(', ')}.`);
}

async function withQueues(work: (operating: Operating) => Promise<void>): Promise<void> {
  const settings = await appSettings();
  await reachable(settings.QUEUE_URL);
  const operating = new Operating(settings);
  try {
    await work(operating);
  } finally {
    await operating.close();
  }
}

function print(rows: readonly object[], json = false): void {
  if (json) for (const row of rows) process.stdout.write(`${JSON.stringify(row)}\n`);
  else process.stdout.write(table(rows));
}

/** Columns as wide as what stands in them. */
function table(rows: readonly object[]): string {
  const [first] = rows;
  if (!first) return '';
  const lines = [Object.keys(first), ...rows.map((row) => Object.values(row).map((value) => String(value ?? '')))];
  const widths = Object.keys(first).map((_, n) => Math.max(...lines.map((line) => line[n]?.length ?? 0)));
  return lines
    .map(
      (line) =>
        `${line
          .map((word, n) => word.padEnd(widths[n] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
