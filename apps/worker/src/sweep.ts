/**
 * Looks now and then for what no job tells of: a job can be lost, a row can't. One look after the other, however
 * long each takes and however often one is asked for, and the last is waited for when the worker ends.
 */
export class Sweep {
  readonly #look: () => Promise<void>;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();
  /** The look that begins when the one under way is done. */
  #next: Promise<void> | undefined;
  #stopped = false;

  /** `look` never rejects. */
  constructor(look: () => Promise<void>) {
    this.#look = look;
  }

  /** Looks now and every so many milliseconds; resolves when it has looked once. */
  start(every: number): Promise<void> {
    this.#timer = setInterval(() => void this.now(), every);
    return this.now();
  }

  /** Looks as soon as what is being looked at is done; whoever asks until then shares that look. */
  now(): Promise<void> {
    this.#next ??= this.#looking.then(() => {
      this.#next = undefined;
      this.#looking = this.#stopped ? Promise.resolve() : this.#look();
      return this.#looking;
    });
    return this.#next;
  }

  /** Resolves when nothing is being looked at any more, and nothing will be. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    await (this.#next ?? this.#looking);
  }
}
