/** Does it when the browser has nothing better to do, at the latest after so many milliseconds; returns how to call it off. */
export function whenIdle(act: () => void, timeout = 3_000): () => void {
  if (!('requestIdleCallback' in globalThis)) {
    const timer = setTimeout(act, 200);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(act, { timeout });
  return () => cancelIdleCallback(handle);
}
