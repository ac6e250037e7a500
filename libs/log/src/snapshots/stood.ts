import { type AnnotationSnapshot, type Folded, Restoring, type Snapshot } from '#seminar';
import type { LogKey } from '../log-key.ts';
import type { KeptStates } from './kept-states.ts';
import type { TurnedState } from './turn-on.ts';

/** Positions whose annotations are fetched at once: a megabyte or two, so that a large past takes time on its way and no memory. */
const AT_ONCE = 4_096;

/** A log as it stood. What nobody has touched since it was kept goes out as it was kept, unread. */
export class Stood {
  readonly #log: LogKey;
  readonly #kept: KeptStates;
  readonly #state: TurnedState;

  constructor(log: LogKey, kept: KeptStates, state: TurnedState) {
    this.#log = log;
    this.#kept = kept;
    this.#state = state;
  }

  get position(): number {
    return this.#state.frame.position;
  }

  /** The snapshot as JSON, in pieces. Reads on as they are taken. */
  async *json(): AsyncGenerator<string> {
    yield `${JSON.stringify(this.#state.frame).slice(0, -1)},"annotations":[`;
    let first = true;
    for await (const annotations of this.#annotations()) {
      if (annotations.length > 0) yield `${first ? '' : ','}${annotations.join(',')}`;
      first &&= annotations.length === 0;
    }
    yield ']}';
  }

  async snapshot(): Promise<Snapshot> {
    const annotations: AnnotationSnapshot[] = [];
    for await (const some of this.#annotations()) annotations.push(...some.map(parsed));
    return { ...this.#state.frame, annotations };
  }

  /** The folded log. With only what rules ask for it takes a fraction of the memory, however much was said. */
  async folded(only?: 'rules'): Promise<Folded> {
    const restoring = new Restoring(this.#state.frame, only);
    for await (const some of this.#annotations()) restoring.add(some.map(parsed));
    return restoring.folded();
  }

  /** All annotations in their order, a batch of them at a time, each as JSON. */
  async *#annotations(): AsyncGenerator<string[]> {
    const { kept, changed } = this.#state;
    for (let after = 0; after < kept.position; after += AT_ONCE) {
      const upTo = Math.min(after + AT_ONCE, kept.position);
      const annotations = await this.#kept.made(this.#log, kept.position, after, upTo);
      yield annotations.map(({ id, json }) => {
        const now = changed.get(id);
        return now ? JSON.stringify(now) : json;
      });
    }
    // Made since, so behind all the others.
    yield [...changed.values()].filter(({ position }) => position > kept.position).map((one) => JSON.stringify(one));
  }
}

const parsed = (json: string): AnnotationSnapshot => JSON.parse(json);
