import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import type { Snapshots, WakeUps } from '#log';
import { createWorker, type JobQueue, type JobWorker, type QueueSettings, reportFailures } from '#platform';
import { EVERY_LOG, PROJECTIONS, type Projector, type Rebuilder } from '#read-models';
import { type Audience, EVERYONE, SeminarId } from '#seminar';
import { addSeminarJobs, type SeminarJob } from './jobs.ts';
import { Sweep } from './sweep.ts';

interface Parts {
  projector: Projector;
  rebuilder: Rebuilder;
  queue: JobQueue<SeminarJob>;
  /** Told of each seminar whose projections have been brought up to date. */
  onProjected?(seminar: SeminarId): Promise<void>;
  wakeUps: WakeUps;
  snapshots: Snapshots;
  logger: Logger;
  settings: QueueSettings & { SWEEP_INTERVAL_MS: number; PROJECT_AFTER_MS: number; PROJECT_CONCURRENCY: number };
}

/**
 * Keeps the projections up to date. A wake-up makes a job, one at most for each seminar whatever happens there meanwhile;
 * a sweep, also at the start, finds what no wake-up told of, and what an earlier version of a projection has folded.
 */
export class Projecting implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #parts: Parts;
  /** Seminars that have grown since jobs were last put in. */
  readonly #grown = new Set<SeminarId>();
  readonly #sweep = new Sweep(() => this.#look());
  #worker: JobWorker<SeminarJob> | undefined;
  #stopListening: () => void = () => undefined;
  #soon: NodeJS.Timeout | undefined;
  #adding: Promise<void> = Promise.resolve();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async onApplicationBootstrap(): Promise<void> {
    const { settings, wakeUps } = this.#parts;
    this.#worker = createWorker<SeminarJob>(
      this.#parts.queue.name,
      ({ data }) => this.#project(SeminarId.parse(data.seminar)),
      settings,
      {
        concurrency: settings.PROJECT_CONCURRENCY,
      },
    );
    reportFailures(this.#worker, this.#parts.logger, 'a seminar could not be projected');
    this.#stopListening = wakeUps.on((log) => {
      if (!log) void this.#sweep.now();
      else if (isRead(log.audience)) this.#noteGrown(log.seminar);
    });
    await this.#sweep.start(settings.SWEEP_INTERVAL_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    this.#stopListening();
    // What the last look finds is left to the next start, as what has just grown.
    await this.#sweep.stop();
    clearTimeout(this.#soon);
    await this.#adding;
    await this.#worker?.close();
  }

  /** Brings every projection of a seminar up to date, now. */
  async project(seminar: SeminarId): Promise<void> {
    for (const projection of PROJECTIONS) await this.#parts.rebuilder.bringUpToDate(projection, seminar);
  }

  /** Makes a job for every seminar that a projection of this release has not folded to its end. */
  async #look(): Promise<void> {
    try {
      for (const projection of PROJECTIONS) {
        for (const seminar of await this.#parts.projector.behind(projection)) this.#noteGrown(seminar);
      }
    } catch (err) {
      this.#parts.logger.warn({ err }, 'could not look for seminars to project; trying again later');
    }
  }

  async #project(seminar: SeminarId): Promise<void> {
    await this.project(seminar);
    await this.#keepStates(seminar);
    await this.#parts.onProjected?.(seminar);
  }

  /** So that whoever looks back finds states near to any position. Without them it takes longer, and that is all. */
  async #keepStates(seminar: SeminarId): Promise<void> {
    await this.#parts.snapshots.keep({ seminar, audience: EVERYONE }).catch((err: unknown) => {
      this.#parts.logger.warn(
        { err, seminar },
        'could not keep a state of a seminar; trying again when something happens there',
      );
    });
  }

  /** A busy seminar tells of itself many times a second; a job now and then is enough. */
  #noteGrown(seminar: SeminarId): void {
    this.#grown.add(seminar);
    this.#soon ??= setTimeout(() => {
      this.#soon = undefined;
      this.#adding = this.#addJobs();
    }, this.#parts.settings.PROJECT_AFTER_MS);
  }

  async #addJobs(): Promise<void> {
    const seminars = [...this.#grown];
    this.#grown.clear();
    await addSeminarJobs(this.#parts.queue, seminars).catch((err: unknown) => {
      this.#parts.logger.warn({ err }, 'could not queue seminars to project; the next sweep finds them');
    });
  }
}

/** Does any projection read the logs of this audience? */
const isRead = (of: Audience): boolean => PROJECTIONS.some(({ audience }) => audience === EVERY_LOG || audience === of);
