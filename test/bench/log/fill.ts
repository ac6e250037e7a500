/** Fills logs quickly: what would have been written by commands, sealed and appended in large groups. */
import { v4, v7 } from 'uuid';
import { type Append, type EventStore, type LogKey, seal } from '#log';
import { AnnotationId, CommandId, type MemberId, type PassageTarget, type RecordedEvent } from '#seminar';

/** Annotations of a log where nothing else is said. What follows edits them, so that the folded state stays as large as it is. */
const ANNOTATIONS = 2_000;
/** Where a log grows with all that is written: every so manieth event edits something, however old. */
const EDIT_EVERY = 5;
/** Spreads edits over all there is, and the same in each run. */
const STRIDE = 7_919;
const BODY =
  'Having read it again, the quotation seems to carry more than the argument asks of it; the second half is about something else.';
const EVENTS_PER_APPEND = 4_000;

export interface Filling {
  log: LogKey;
  member: MemberId;
  passage: PassageTarget;
  /** What is written stays: four events of five are annotations. */
  growing?: boolean;
}

/** Appends so many events to each of these logs, which nobody else writes to. `onProgress` is told how many there are. */
export async function fill(
  store: EventStore,
  fillings: readonly Filling[],
  count: number,
  onProgress: (done: number) => void = () => undefined,
): Promise<void> {
  const fillers = await Promise.all(fillings.map((filling) => Filler.at(store, filling)));
  const each = Math.max(1, Math.floor(EVENTS_PER_APPEND / fillers.length));
  for (let done = 0; done < count; done += each) {
    const most = Math.min(each, count - done);
    // No more logs in a group than there is room for: with many logs, several groups.
    for (let first = 0; first < fillers.length; first += EVENTS_PER_APPEND) {
      const appends = fillers.slice(first, first + EVENTS_PER_APPEND).map((filler) => filler.next(most));
      const verdicts = await store.append(appends);
      if (verdicts.some((verdict) => verdict !== 'written'))
        throw new Error('Somebody else writes to a log that is being filled');
    }
    onProgress((done + most) * fillers.length);
  }
}

class Filler {
  readonly #filling: Filling;
  readonly #ids: AnnotationId[] = [];
  #head: number;
  #hash: string;

  private constructor(filling: Filling, head: number, hash: string) {
    this.#filling = filling;
    this.#head = head;
    this.#hash = hash;
  }

  static async at(store: EventStore, filling: Filling): Promise<Filler> {
    const head = await store.head(filling.log);
    const hash = await store.hashAt(filling.log, head);
    if (hash === undefined) throw new Error('The log has no such position');
    return new Filler(filling, head, hash);
  }

  next(count: number): Append {
    const [head, hash] = [this.#head, this.#hash];
    const events = seal(
      hash,
      Array.from({ length: count }, (_, n) => this.#event(head + n + 1)),
    );
    this.#head += count;
    this.#hash = events.at(-1)?.hash ?? hash;
    return { log: this.#filling.log, head, hash, events };
  }

  #event(position: number): RecordedEvent {
    const { member, passage, growing } = this.#filling;
    const recorded = {
      version: 1,
      position,
      at: new Date().toISOString(),
      by: member,
      command: CommandId.parse(v7()),
      personal: { body: BODY },
    } as const;
    const edits = growing ? position % EDIT_EVERY === 0 : this.#ids.length >= ANNOTATIONS;
    const known = edits ? this.#ids[(growing ? position * STRIDE : position) % this.#ids.length] : undefined;
    if (known) {
      return { ...recorded, type: 'annotation.edited', data: { annotation: known, revision: position } };
    }
    const annotation = AnnotationId.parse(v4());
    this.#ids.push(annotation);
    const data = { annotation, motivation: 'commenting' as const, target: passage, tags: [] };
    return { ...recorded, type: 'annotation.created', data };
  }
}
