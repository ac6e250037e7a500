/** What concerns me over all my seminars: asked for when something in this one may, and when I look here again. */
import type { Notification } from '#protocol';
import { isRead, noMarks, type ReadMarks, readUpTo, type SeminarId } from '#seminar';
import { getNotifications, sendReadMarks } from '../../api/api.ts';
import type { MarksKeeper } from '../../kept/marks-keeper.ts';
import { createStore, type Store } from '../../store/store.ts';

/** How long to wait for more before asking, in milliseconds. */
const ASK_AFTER = 800;

export class NotificationsKeeper {
  readonly store: Store<readonly Notification[]> = createStore<readonly Notification[]>([]);
  readonly #seminar: SeminarId;
  readonly #marks: MarksKeeper;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param marks those of the seminar that is open: what is read here counts at once */
  constructor(seminar: SeminarId, marks: MarksKeeper) {
    this.#seminar = seminar;
    this.#marks = marks;
  }

  /** Asks soon: once, however often it is called until then. */
  ask(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void getNotifications().then(
        ({ notifications }) => this.store.set(notifications),
        () => undefined,
      );
    }, ASK_AFTER);
  }

  read(these: readonly Notification[]): void {
    const here = these.filter(({ seminar }) => seminar === this.#seminar);
    this.#marks.change((was) => marked(was, here));
    const others = new Set(these.map(({ seminar }) => seminar).filter((seminar) => seminar !== this.#seminar));
    for (const seminar of others) {
      const there = these.filter((it) => it.seminar === seminar);
      void sendReadMarks(seminar, marked(noMarks, there)).catch(() => undefined);
    }
    const read = new Set(these);
    this.store.update((was) => was.map((it) => (read.has(it) ? { ...it, unread: false } : it)));
  }

  close(): void {
    clearTimeout(this.#timer);
  }
}

const marked = (marks: ReadMarks, these: readonly Notification[]): ReadMarks =>
  these.reduce((so, it) => readUpTo(so, it), marks);

/** With what has been read here since. */
export const withMarks = (
  all: readonly Notification[],
  seminar: SeminarId,
  marks: ReadMarks | undefined,
): readonly Notification[] =>
  all.map((it) => (it.seminar === seminar && marks ? { ...it, unread: !isRead(marks, it) } : it));
