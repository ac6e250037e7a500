/**
 * Reads articles in threads of their own, so that no file, however it was made, takes more time or memory than it may, and
 * nobody else waits while one is read.
 */
import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { failure, type Progress, type ReadLimits, type ReadOptions, type ReadResult, refused } from '#article';

export interface ImportBounds {
  /** Milliseconds that reading one article may take. */
  time: number;
  /** Megabytes of memory that reading one may take. */
  memory: number;
  /** Articles that are read at the same time; others wait for their turn. */
  atOnce: number;
  limits: ReadLimits;
}

/** What a thread is given; what it reports comes as messages. */
export interface Reading {
  source: Uint8Array | string;
  options: Omit<ReadOptions, 'progress'>;
}

/** What a thread says: how far it has come, and at last what it has read. */
export type Said = { progress: Progress } | { result: ReadResult };

interface Wishes extends Pick<ReadOptions, 'format' | 'name' | 'files' | 'progress'> {
  /** Stops the reading; it answers as if it had taken too long. */
  signal?: AbortSignal;
}

/** Beside this file where it is built; where tests run the sources, in what was built from them. */
const THREAD = ['./read-thread.js', '../../../dist/libs/importing/src/read-thread.js']
  .map((path) => new URL(path, import.meta.url))
  .find((url) => existsSync(url));

export class ArticleReader {
  readonly #bounds: ImportBounds;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(bounds: ImportBounds) {
    this.#bounds = bounds;
  }

  /** The article, or why there is none; also where reading it broke off. */
  async read(source: Uint8Array | string, { signal, progress, ...options }: Wishes): Promise<ReadResult> {
    if (this.#running >= this.#bounds.atOnce) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#running += 1;
    try {
      const reading = { source, options: { ...options, limits: this.#bounds.limits } };
      return await this.#readNow(reading, signal, progress);
    } finally {
      // The place goes to whoever waits first.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }

  #readNow(reading: Reading, signal?: AbortSignal, progress?: (progress: Progress) => void): Promise<ReadResult> {
    if (signal?.aborted) return Promise.resolve(failure('article/out-of-bounds'));
    if (!THREAD) throw new Error('The thread that reads articles has not been built');
    const { time, memory } = this.#bounds;
    const tooLong = refused('article/out-of-bounds', 'too-long', { most: Math.round(time / 1000) });
    const tooMuch = refused('article/out-of-bounds', 'too-much-memory', { most: memory });
    const thread = new Worker(THREAD, { workerData: reading, resourceLimits: { maxOldGenerationSizeMb: memory } });
    return new Promise<ReadResult>((resolve, reject) => {
      const timer = setTimeout(() => resolve(tooLong), time);
      signal?.addEventListener('abort', () => resolve(tooLong), { once: true });
      thread
        .on('message', (said: Said) => ('result' in said ? resolve(said.result) : progress?.(said.progress)))
        .once('error', (error) => (isOutOfMemory(error) ? resolve(tooMuch) : reject(error)))
        .once('exit', () => clearTimeout(timer));
    }).finally(() => thread.terminate());
  }
}

const isOutOfMemory = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
