/**
 * What this person wants said and the server has not confirmed: in order, kept on the shelf until it is. A command
 * leaves when its event arrives; one that was refused stays, with the reason, until its writer decides.
 */
import type { CommandRequest, ProtocolError } from '#protocol';
import type { CommandId } from '#seminar';
import { keep, recall, type Shelf } from '../kept/kept.ts';

export interface Pending {
  request: CommandRequest;
  /** When it was written, ISO 8601. */
  at: string;
  /** Why it was refused for good; it is not sent again by itself. */
  refused?: ProtocolError | undefined;
  /** The last position of its events, once the server has said it is done; 0 where nothing had to change. */
  doneAt?: number | undefined;
}

export class Outbox {
  readonly #key: string;
  readonly #shelf: Shelf | undefined;
  #entries: readonly Pending[];

  /** @param key whose outbox it is: one per seminar and member */
  constructor(key: string, shelf?: Shelf) {
    this.#key = `outbox.${key}`;
    this.#shelf = shelf;
    this.#entries = read(recall(this.#key, shelf));
  }

  get entries(): readonly Pending[] {
    return this.#entries;
  }

  /** The one to send next. */
  get next(): Pending | undefined {
    return this.#entries.find(({ refused, doneAt }) => !refused && doneAt === undefined);
  }

  add(request: CommandRequest, at: string): void {
    this.#put([...this.#entries, { request, at }]);
  }

  /** The server did it; the events are still to come. */
  acknowledge(id: CommandId, positions: readonly number[]): void {
    this.#change(id, (was) => ({ ...was, doneAt: Math.max(0, ...positions) }));
  }

  /** The server, or the rule itself, says no. */
  refuse(id: CommandId, error: ProtocolError): void {
    this.#change(id, (was) => ({ ...was, refused: error }));
  }

  remove(id: CommandId): void {
    this.#put(this.#entries.filter(({ request }) => request.id !== id));
  }

  /** Lets go of what has happened: its event was seen, or the log is past the place where it stands. */
  settle(seen: ReadonlySet<CommandId>, positionOf: (audience: CommandRequest['audience']) => number): void {
    const waiting = this.#entries.filter(
      ({ request, doneAt }) => !seen.has(request.id) && (doneAt === undefined || doneAt > positionOf(request.audience)),
    );
    if (waiting.length < this.#entries.length) this.#put(waiting);
  }

  #change(id: CommandId, changed: (was: Pending) => Pending): void {
    this.#put(this.#entries.map((entry) => (entry.request.id === id ? changed(entry) : entry)));
  }

  #put(entries: readonly Pending[]): void {
    this.#entries = entries;
    keep(this.#key, entries.length > 0 ? entries : undefined, this.#shelf);
  }
}

/** What was kept by an earlier visit is trusted as our own; the server checks each command anyway. */
function read(kept: unknown): readonly Pending[] {
  if (!Array.isArray(kept)) return [];
  return kept.filter((entry): entry is Pending => typeof entry?.request?.id === 'string');
}
