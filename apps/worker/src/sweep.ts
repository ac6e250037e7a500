/**
 * Looks now and then for what no job tells of: a job can be lost, a row can't. One look after the other, and the last is waited for
 * when the worker ends.
 */
export class Sweep {
  readonly #look: () => Promise<void>;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();

  /** `look` never rejects. */
  constructor(look: () => Promise<void>) {
    this.#look = look;
  }

  /** Looks now and every so many milliseconds; resolves when it has looked once. */
  start(every: number): Promise<void> {
    this.#timer = setInterval(() => void this.now(), every);
    return this.now();
  }

  /** Looks as soon as what is being looked at is done. */
  now(): Promise<void> {
    this.#looking = this.#looking.then(this.#look);
    return this.#looking;
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
  }
}
