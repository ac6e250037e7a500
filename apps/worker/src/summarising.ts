import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { v7 } from 'uuid';
import type { Seminars } from '#log';
import { createWorker, type JobQueue, type JobWorker, type QueueSettings, reportFailures } from '#platform';
import type { DueSection, SectionContribution, SectionsToSumUp } from '#read-models';
import {
  AnnotationId,
  type Command,
  CommandId,
  EVERYONE,
  SCRIBE,
  SeminarId,
  type SummaryMaker,
  type SummarySentence,
} from '#seminar';
import type { SectionThread } from '#summary';
import { addSeminarJobs, type SeminarJob } from './jobs.ts';

/** Sums up the threads of a section; `undefined` where there is too little to say. */
export type Summarise = (
  threads: readonly SectionThread[],
  seminar: SeminarId,
) => Promise<{ maker: Exclude<SummaryMaker, 'instructor'>; language: string; sentences: readonly Told[] } | undefined>;

type Told = Omit<SummarySentence, 'cites'> & { cites: readonly string[] };

interface Parts {
  sections: SectionsToSumUp;
  seminars: Seminars;
  queue: JobQueue<SeminarJob>;
  summarise: Summarise;
  logger: Logger;
  settings: QueueSettings & { SUMMARY_LEAST: number; SUMMARY_AFTER: number; SUMMARY_DELAY_MS: number };
}

/** Seminars that a worker sums up at the same time. */
const CONCURRENCY = 1;

/** Makes section summaries when enough is new. What is found wanting is decided again when the job runs, so a job too many does nothing. */
export class Summarising implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #parts: Parts;
  #worker: JobWorker<SeminarJob> | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  onApplicationBootstrap(): void {
    const { queue, settings, logger } = this.#parts;
    this.#worker = createWorker<SeminarJob>(
      queue.name,
      ({ data }) => this.sumUp(SeminarId.parse(data.seminar)),
      settings,
      { concurrency: CONCURRENCY },
    );
    reportFailures(this.#worker, logger, 'a seminar could not be summed up');
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#worker?.close();
  }

  /** Makes a job where a section has news enough; the job waits a while, so that a burst makes one summary. */
  async consider(seminar: SeminarId): Promise<void> {
    const { sections, queue, settings } = this.#parts;
    if (await sections.any(seminar, this.#when)) await addSeminarJobs(queue, [seminar], settings.SUMMARY_DELAY_MS);
  }

  get #when() {
    const { SUMMARY_LEAST: least, SUMMARY_AFTER: after } = this.#parts.settings;
    return { least, after };
  }

  /** Sums up every section of a seminar that has news enough, now. */
  async sumUp(seminar: SeminarId): Promise<void> {
    for (const section of await this.#parts.sections.due(seminar, this.#when)) await this.#make(seminar, section);
  }

  async #make(seminar: SeminarId, { article, section, version, to, contributions }: DueSection): Promise<void> {
    const summary = await this.#parts.summarise(threadsOf(contributions), seminar);
    if (!summary) return;
    const from = Math.min(...contributions.map(({ position }) => position));
    const command: Command = {
      type: 'summary.make',
      data: { ...{ article, section, version, from, to }, ...summary, sentences: summary.sentences.map(asCited) },
      ...{ id: CommandId.parse(v7()), by: SCRIBE, at: new Date().toISOString(), audience: EVERYONE },
    };
    const outcome = await this.#parts.seminars.handle(seminar, command);
    // Pinned, or a citation deleted, since the section was read: the next job sees it as it is then.
    if (outcome.ok || outcome.error.code === 'summary/pinned' || outcome.error.code === 'summary/uncited') return;
    throw new Error(`${outcome.error.code}: ${outcome.error.message}`);
  }
}

const asCited = (sentence: Told): SummarySentence => ({
  ...sentence,
  cites: sentence.cites.map((id) => AnnotationId.parse(id)),
});

/** The contributions of a section by thread; a reply to what was deleted counts as one to the thread. */
export function threadsOf(contributions: readonly SectionContribution[]): SectionThread[] {
  const there = new Set(contributions.map(({ id }) => id));
  const threads = new Map<string, SectionContribution[]>();
  for (const post of contributions) threads.set(post.thread, [...(threads.get(post.thread) ?? []), post]);
  return [...threads].map(([thread, posts]) => {
    const opening = posts.find(({ id }) => id === thread);
    return {
      block: posts[0]?.block ?? '',
      passage: posts[0]?.passage ?? '',
      answer: opening?.answer ?? undefined,
      resolved: opening?.resolved ?? false,
      posts: posts.map(({ id, author, body, parent, agreed }) => ({
        ...{ id, author, text: body, agreed },
        parent: parent === null ? undefined : there.has(parent) ? parent : thread,
      })),
    };
  });
}
