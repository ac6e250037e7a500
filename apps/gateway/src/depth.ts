/** How deep a message may nest. The protocol's own are below 10, an article's below 12. */
export const MESSAGE_DEPTH_MAX = 32;

/** Does a parsed message nest deeper than that? Walks without recursion, so that no message can exhaust the stack. */
export function isTooDeep(message: unknown, most = MESSAGE_DEPTH_MAX): boolean {
  let level = [message].filter(nests);
  for (let depth = 0; level.length > 0; depth++) {
    if (depth === most) return true;
    level = level.flatMap((value) => Object.values(value).filter(nests));
  }
  return false;
}

const nests = (value: unknown): value is object => typeof value === 'object' && value !== null;
