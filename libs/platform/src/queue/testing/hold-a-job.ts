/** A worker that takes a job and never ends it, to be killed: `node … NAME QUEUE_URL`. Says `taken` when it has one. */
import { createWorker } from '../queue.ts';

const [name = '', url = ''] = process.argv.slice(-2);

createWorker(
  name,
  () => {
    process.stdout.write('taken\n');
    return new Promise(() => undefined);
  },
  { QUEUE_URL: url, POOL_SIZE: 2 },
  { lockDuration: 500, stalledInterval: 200 },
);
