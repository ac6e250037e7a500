/** That the time is up; thrown by `Deadline` and caught where the reading began. */
export class TimeIsUp extends Error {}

/** A point in time by which everything must be done. */
export class Deadline {
  readonly #end: number;

  constructor(milliseconds: number) {
    this.#end = performance.now() + milliseconds;
  }

  /** A deadline within this one, after so much of the time that is left. */
  share(part: number): Deadline {
    return new Deadline(part * (this.#end - performance.now()));
  }

  /** Throws if the time is up. */
  check(): void {
    if (performance.now() >= this.#end) throw new TimeIsUp();
  }

  /** What the promise gives, unless the time is up before. */
  async of<T>(promise: Promise<T>): Promise<T> {
    // It may fail when nobody waits for it any more.
    promise.catch(() => {});
    this.check();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new TimeIsUp()), this.#end - performance.now());
    });
    try {
      return await Promise.race([promise, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}
