/**
 * What the browser keeps between visits: JSON under a key. A browser that refuses storage (private windows, full disk)
 * keeps nothing, and the app works on.
 */

/** The two methods of `localStorage` that are used, so that a test can bring a Map. */
export interface Shelf {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** What is kept under the key; `undefined` where there is nothing, or nothing readable. */
export function recall(key: string, shelf: Shelf | undefined = browserShelf()): unknown {
  try {
    const text = shelf?.getItem(`catena.${key}`);
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a value; `undefined` removes it. False where the browser did not take it. */
export function keep(key: string, value: unknown, shelf: Shelf | undefined = browserShelf()): boolean {
  try {
    if (value === undefined) shelf?.removeItem(`catena.${key}`);
    else shelf?.setItem(`catena.${key}`, JSON.stringify(value));
    return shelf !== undefined;
  } catch {
    return false;
  }
}

/** A shelf that lasts as long as the page. */
export function memoryShelf(): Shelf {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}

function browserShelf(): Shelf | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}
