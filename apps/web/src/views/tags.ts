import type { SeminarState } from '#seminar';

const known = new WeakMap<SeminarState['annotations'], readonly string[]>();

/** Every tag that stands somewhere, the most used first. */
export function tagsOf({ annotations }: SeminarState): readonly string[] {
  const held = known.get(annotations);
  if (held) return held;
  const counts = new Map<string, number>();
  for (const { tags } of annotations.values()) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const tags = [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([tag]) => tag);
  known.set(annotations, tags);
  return tags;
}

/** Tags as they are typed: separated by commas, none empty. */
export const typedTags = (typed: string): string[] =>
  typed
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
