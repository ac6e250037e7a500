import { RateLimiterMemory } from 'rate-limiter-flexible';
import { type People, type PersonId, type ReadMarksShelf, TooManyMarks } from '#people';
import type { NotificationsAnswer, SearchAnswer, SearchQuery } from '#protocol';
import type { Notifications, Searches } from '#read-models';
import { type Audience, EVERYONE, mayRead, type ReadMarks, type SeminarId } from '#seminar';
import { Refused } from '../refused.ts';
import type { Devices } from '../room/devices.ts';
import type { Readings } from './readings.ts';

interface Parts {
  people: People;
  readings: Readings;
  searches: Searches;
  notifications: Notifications;
  marks: ReadMarksShelf;
  devices: Devices;
  searchesPerMinute: number;
}

/** Notifications that are listed. */
const NEWEST = 100;

/** Finding one's way: searching, what one has read, what concerns oneself. */
export class Finding {
  readonly #parts: Parts;
  readonly #rate: RateLimiterMemory;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#rate = new RateLimiterMemory({ points: parts.searchesPerMinute, duration: 60 });
  }

  /** Looks in every log of the seminar that this person may read. */
  async search(person: PersonId, seminar: SeminarId, { q, ...filter }: SearchQuery): Promise<SearchAnswer> {
    await this.#rate.consume(person).catch(() => {
      throw new Refused('request/too-many');
    });
    const reader = await this.#parts.readings.reader(person, { seminar, audience: EVERYONE });
    return this.#parts.searches.find(seminar, (audience) => mayRead(reader, audience), q, filter);
  }

  async readMarks(person: PersonId, seminar: SeminarId): Promise<ReadMarks> {
    const { member } = await this.#parts.readings.reader(person, { seminar, audience: EVERYONE });
    return this.#parts.marks.of(seminar, member);
  }

  /** Takes what a device says, and tells the person's other devices where it is news. */
  async mergeReadMarks(person: PersonId, seminar: SeminarId, marks: ReadMarks): Promise<ReadMarks> {
    const { member } = await this.#parts.readings.reader(person, { seminar, audience: EVERYONE });
    const { merged, isNews } = await this.#parts.marks.merge(seminar, member, marks).catch((cause: unknown) => {
      throw cause instanceof TooManyMarks ? new Refused('request/too-large') : cause;
    });
    if (isNews) void this.#parts.devices.tell(member, { seminar, marks: merged });
    return merged;
  }

  /** What concerns this person, as far as they may still read the log that it stands in. */
  async notifications(person: PersonId): Promise<NotificationsAnswer> {
    const { people, readings } = this.#parts;
    const memberships = await people.membershipsOf(person);
    const all = await this.#parts.notifications.of(memberships, NEWEST);
    const seminars = new Set(all.filter(({ audience }) => audience !== EVERYONE).map(({ seminar }) => seminar));
    const readers = new Map(
      await Promise.all(
        [...seminars].map(async (seminar) => {
          return [seminar, await readings.reader(person, { seminar, audience: EVERYONE })] as const;
        }),
      ),
    );
    const mayStill = ({ seminar, audience }: { seminar: SeminarId; audience: Audience }) => {
      const reader = readers.get(seminar);
      return audience === EVERYONE || (reader !== undefined && mayRead(reader, audience));
    };
    return { notifications: all.filter(mayStill) };
  }
}
