/** What runs in the thread of `ArticleReader`: reads one article, says how far it has come, answers, and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { readArticle } from '#article';
import type { Reading, Said } from './article-reader.ts';

const { source, options }: Reading = workerData;
const say = (said: Said): void => parentPort?.postMessage(said);
say({ result: await readArticle(source, { ...options, progress: (progress) => say({ progress }) }) });
