/** A bounded map that forgets what has not been asked for the longest. */
export class LeastRecentlyUsed<K, V> {
  readonly #entries = new Map<K, V>();
  readonly #capacity: number;
  readonly #mayForget: (value: V) => boolean;

  /** Values for which `mayForget` says no stay, even over the capacity. */
  constructor(capacity: number, mayForget: (value: V) => boolean = () => true) {
    this.#capacity = capacity;
    this.#mayForget = mayForget;
  }

  get(key: K): V | undefined {
    const value = this.#entries.get(key);
    if (value !== undefined) {
      this.#entries.delete(key);
      this.#entries.set(key, value);
    }
    return value;
  }

  set(key: K, value: V): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    for (const [oldest, candidate] of this.#entries) {
      if (this.#entries.size <= this.#capacity) return;
      if (oldest !== key && this.#mayForget(candidate)) this.#entries.delete(oldest);
    }
  }

  delete(key: K): void {
    this.#entries.delete(key);
  }
}
