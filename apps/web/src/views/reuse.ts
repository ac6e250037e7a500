/**
 * Keeps the objects of the last time where nothing about them changed, so that a component that shows one renders only
 * when its own words changed.
 */
export function reuse<T extends object, K>(was: readonly T[], now: readonly T[], key: (item: T) => K): readonly T[] {
  const known = new Map(was.map((item) => [key(item), item]));
  const kept = now.map((item) => {
    const old = known.get(key(item));
    return old && sameFields(old, item) ? old : item;
  });
  return kept.length === was.length && kept.every((item, i) => item === was[i]) ? was : kept;
}

/** Are all fields the same values? Looks one level deep. */
export function sameFields<T extends object>(a: T, b: T): boolean {
  const fields = Object.keys(a) as (keyof T)[];
  return fields.length === Object.keys(b).length && fields.every((field) => Object.is(a[field], b[field]));
}

/** The list of the last time where it has the same items. */
export const sameItems = <T>(was: readonly T[] | undefined, now: readonly T[]): readonly T[] =>
  was?.length === now.length && now.every((item, i) => item === was[i]) ? was : now;
