import { runApp } from '#platform';
import { startWorker } from './start-worker.ts';

await runApp('worker', startWorker);
