import type { RecordedEvent, Target } from './events.ts';
import type { MemberId } from './ids.ts';

const NO_TAGS: readonly string[] = [];

/** What of an annotation is kept here once, however often it occurs. */
interface Kept {
  author: MemberId;
  tags: readonly string[];
  target: Target;
}

/**
 * Leaves out of annotations what no rule asks for, their quotes, and lets them share what they have in common: few people write on
 * few articles. So whoever only decides holds a log of many words in a fraction of their memory.
 */
export class ForRules {
  readonly #people = new Map<MemberId, MemberId>();
  readonly #targets = new Map<string, Target>();

  annotation<A extends Kept>(annotation: A): A {
    return {
      ...annotation,
      author: once(this.#people, annotation.author, annotation.author),
      tags: annotation.tags.length === 0 ? NO_TAGS : annotation.tags,
      target: this.#shared(annotation.target),
    };
  }

  event(event: RecordedEvent): RecordedEvent {
    if (event.type !== 'annotation.created') return event;
    const target = this.#shared(event.data.target);
    return { ...event, by: once(this.#people, event.by, event.by), data: { ...event.data, target } };
  }

  #shared(target: Target): Target {
    if (target.kind === 'annotation') return target;
    const { article, version } = target;
    return once(this.#targets, `${article} ${version}`, { ...target, anchors: [] });
  }
}

function once<K, V>(known: Map<K, V>, name: K, value: V): V {
  const held = known.get(name);
  if (held === undefined) known.set(name, value);
  return held ?? value;
}
