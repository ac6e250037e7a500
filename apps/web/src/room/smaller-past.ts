/**
 * What was said among few as it stood at a moment. Logs have no order with each other but that of the clock, so it is
 * the time that one looks back to, not a position. These logs are short: whoever looks back loads them whole, once.
 */
import type { EventsAnswer } from '#protocol';
import { type Audience, evolve, evolveContents, type Folded, nothingFolded, type RecordedEvent } from '#seminar';

type LoadEvents = (audience: Audience, after: number, limit: number) => Promise<EventsAnswer>;

/** Events that are asked for together. */
const PAGE = 500;
/** How often a state is kept on the way. */
const KEEP_EVERY = 25;

export class SmallerPast {
  readonly #load: LoadEvents;
  readonly #logs = new Map<Audience, { events: RecordedEvent[]; kept: Folded[] }>();

  constructor(load: LoadEvents) {
    this.#load = load;
  }

  /**
   * Each of these logs as it stood at a moment (ISO 8601); one that had not begun is left out.
   * @param now the logs that may be read, as they stand now
   */
  async at(moment: string, now: ReadonlyMap<Audience, Folded>): Promise<ReadonlyMap<Audience, Folded>> {
    const stood = await Promise.all(
      [...now].map(async ([audience, { state }]) => ({
        audience,
        folded: await this.#stoodAt(audience, moment, state.position),
      })),
    );
    return new Map(stood.flatMap(({ audience, folded }) => (folded ? [[audience, folded] as const] : [])));
  }

  async #stoodAt(audience: Audience, moment: string, head: number): Promise<Folded | undefined> {
    const log = this.#logs.get(audience) ?? { events: [], kept: [nothingFolded] };
    this.#logs.set(audience, log);
    while (log.events.length < head) {
      const held = log.events.length;
      const { events } = await this.#load(audience, held, PAGE);
      if (events.length === 0) throw new Error('The log ends before its head');
      // Somebody else may have asked for the same meanwhile.
      log.events.push(...events.filter(({ position }) => position > log.events.length));
    }
    const until = Date.parse(moment);
    const count = 1 + log.events.findLastIndex(({ at }) => Date.parse(at) <= until);
    return count === 0 ? undefined : foldedTo(log, count);
  }
}

/** The state after so many events, from the nearest one that was kept. */
function foldedTo({ events, kept }: { events: readonly RecordedEvent[]; kept: Folded[] }, count: number): Folded {
  const from = Math.min(kept.length - 1, Math.floor(count / KEEP_EVERY));
  let folded = kept[from] ?? nothingFolded;
  for (const event of events.slice(from * KEEP_EVERY, count)) {
    folded = { state: evolve(folded.state, event), contents: evolveContents(folded.contents, event) };
    if (event.position === kept.length * KEEP_EVERY) kept.push(folded);
  }
  return folded;
}
