/** What runs in the thread of `ArticleReader`: reads one article, answers, and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { readArticle } from '#article';
import type { Reading } from './article-reader.ts';

const { source, options }: Reading = workerData;
parentPort?.postMessage(await readArticle(source, options));
