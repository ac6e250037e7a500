/** Stretches of a page's text that may say what they stand for, in the order in which they are drawn. */

/** Signs that have no name in Unicode. */
const NAMELESS = /^[\p{Cc}\p{Co}]+$/u;

/** Follows marked content as it begins and ends. */
export class StretchesSaid {
  /** How many stretches there have been, and whether one had a sign that nobody knows. */
  count = 0;
  hasUnknown = false;
  readonly #said: readonly string[];
  /** What is open: the number of a stretch, or other content that is marked. */
  readonly #open: (number | undefined)[] = [];

  /** @param said what each stretch stands for; it may not be known of any */
  constructor(said: readonly string[]) {
    this.#said = said;
  }

  begin(isStretch: boolean): void {
    this.#open.push(isStretch ? this.count++ : undefined);
  }

  end(): void {
    this.#open.pop();
  }

  /** What a sign says, by its font or else by the stretch that it is in. */
  read(unicode: string): string {
    const stretch = this.#open.at(-1);
    if (stretch === undefined || !NAMELESS.test(unicode)) return unicode;
    this.hasUnknown = true;
    return this.#said[stretch] || unicode;
  }
}
