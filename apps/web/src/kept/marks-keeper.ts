/**
 * What I have read of a seminar, in step over all my devices: kept in this browser, merged with what the server knows
 * (libs/seminar/src/read-marks.ts), and sent there a moment after it changed. Without a network it waits; nothing is lost,
 * since marks of any age may be merged.
 */
import {
  type AudienceOf,
  allRead,
  beginVisit,
  EVERYONE,
  isRead,
  lookedAt,
  mergeMarks,
  type ReadMarks,
  tidyMarks,
} from '#seminar';
import { createStore, type Store } from '../store/store.ts';
import type { IsNew } from '../views/threads.ts';
import { keep, recall, type Shelf } from './kept.ts';

/** Where the marks of all devices come together. */
export interface MarksPort {
  fetch(): Promise<ReadMarks>;
  /** Answers with what holds on all devices. */
  send(marks: ReadMarks): Promise<ReadMarks>;
}

type Heads = Readonly<ReadMarks['upTo']>;

/** How long to wait for more before sending, in milliseconds. */
const SEND_AFTER = 1_500;

export class MarksKeeper {
  /** `undefined` until it is known what was read before: then nothing is new. */
  readonly store: Store<ReadMarks | undefined> = createStore<ReadMarks | undefined>(undefined);
  readonly #key: string;
  readonly #port: MarksPort;
  readonly #audienceOf: AudienceOf;
  readonly #shelf: Shelf | undefined;
  /** Read on another visit, here or elsewhere; the visit begins when the log is there too. */
  #before: ReadMarks | undefined;
  #heads: Heads | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param key whose marks they are: one shelf per seminar and member */
  constructor(key: string, port: MarksPort, audienceOf: AudienceOf, shelf?: Shelf) {
    this.#key = `marks.${key}`;
    this.#port = port;
    this.#audienceOf = audienceOf;
    this.#shelf = shelf;
    this.#before = this.#kept();
  }

  /** Asks what other devices know, and says what this one does. To be called at the start and whenever one is back. */
  async meet(): Promise<void> {
    const mine = this.store.get() ?? this.#before;
    const answer = await (mine ? this.#port.send(this.#tidy(mine)) : this.#port.fetch()).catch(() => undefined);
    if (answer) this.hear(answer);
  }

  /** The logs are there, and have come this far. */
  reached(heads: Heads): void {
    this.#heads = heads;
    if (!this.store.get()) this.#begin();
  }

  /** Something was read, or is unread again. */
  change(change: (was: ReadMarks) => ReadMarks): void {
    const was = this.store.get();
    if (!was) return;
    const next = change(was);
    if (next === was) return;
    this.#show(this.#looked(next));
    this.#soon();
  }

  /** All there is has been read. */
  readAll(): void {
    const heads = this.#heads;
    if (heads) this.change((was) => allRead(was, heads, this.#audienceOf));
  }

  /** The visit goes on for as long as somebody looks; what is known is sent, as the page may be left now. */
  leave(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const marks = this.store.get();
    if (!marks) return;
    this.#keep(this.#looked(marks));
    void this.#port.send(this.#tidy(this.#looked(marks))).catch(() => undefined);
  }

  /** What another tab of this browser has kept meanwhile, under this key. */
  heardOf(key: string | null): void {
    const [kept, marks] = [this.#kept(), this.store.get()];
    if (key === `catena.${this.#key}` && kept && marks) this.store.set(mergeMarks(marks, kept));
  }

  /** What holds on all devices, asked for or told. */
  hear(answer: ReadMarks): void {
    const marks = this.store.get();
    if (marks) {
      this.#show(mergeMarks(marks, answer));
      return;
    }
    this.#before = this.#before ? mergeMarks(this.#before, answer) : answer;
    this.#begin();
  }

  #begin(): void {
    if (!this.#before || !this.#heads) return;
    this.#show(beginVisit(this.#before, this.#heads, new Date()));
    this.#soon();
  }

  #show(marks: ReadMarks): void {
    this.#keep(marks);
    this.store.set(marks);
  }

  #keep(marks: ReadMarks): void {
    const kept = this.#kept();
    keep(this.#key, kept ? mergeMarks(kept, marks) : marks, this.#shelf);
  }

  #soon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.meet();
    }, SEND_AFTER);
  }

  #looked = (marks: ReadMarks): ReadMarks => lookedAt(marks, this.#heads?.[EVERYONE] ?? 0, new Date());

  #tidy = (marks: ReadMarks): ReadMarks => tidyMarks(marks, this.#audienceOf);

  /** What this class kept itself; a shape from another day is none. */
  #kept(): ReadMarks | undefined {
    const kept = recall(this.#key, this.#shelf) as Partial<ReadMarks> | undefined;
    return kept?.upTo && kept.subjects ? (kept as ReadMarks) : undefined;
  }
}

/** Tells what is new to this member: said by others, and not read yet. */
export const newTo =
  (marks: ReadMarks | undefined, me: string): IsNew =>
  ({ audience, thread, author, position }) =>
    marks !== undefined && author !== me && !isRead(marks, { audience, subject: thread, position });
