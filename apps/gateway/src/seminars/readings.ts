import {
  type EventStore,
  exportLog,
  type LogKey,
  type Seminars,
  type Snapshots,
  type Stood,
  type StoredChain,
} from '#log';
import type { People, PersonId } from '#people';
import {
  type AtAnswer,
  type EventsAnswer,
  type MeAnswer,
  type MembersAnswer,
  protocolError,
  type SeminarSummary,
} from '#protocol';
import type { SeminarOverview, SeminarOverviews } from '#read-models';

import { EVERYONE, mayExport, mayRead, type Role, type SeminarId, type Standing, standingOf } from '#seminar';

import type { Commands } from '../commands.ts';
import { Refused } from '../refused.ts';

interface Parts {
  people: People;
  seminars: Seminars;
  store: EventStore;
  chain: StoredChain;
  snapshots: Snapshots;
  commands: Commands;
  overviews: SeminarOverviews;
}

/** What is asked for by HTTP, each answer for those alone who may have it. */
export class Readings {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async me(person: PersonId): Promise<MeAnswer> {
    const { people, overviews } = this.#parts;
    const [name, memberships] = await Promise.all([people.nameOf(person), people.membershipsOf(person)]);
    const found = await overviews.upToDate(memberships.map(({ seminar }) => seminar));
    const seminars = await Promise.all(
      memberships.map(async ({ seminar, member }) => {
        const overview = found.get(seminar);
        const role = (await this.#parts.seminars.state({ seminar, audience: EVERYONE })).roster.get(member);
        return overview && role ? [summaryOf(overview, { member, role })] : [];
      }),
    );
    return {
      person: name === undefined ? null : { name },
      seminars: seminars.flat().sort((a, b) => b.lastActivity.localeCompare(a.lastActivity)),
    };
  }

  async seminar(person: PersonId, seminar: SeminarId): Promise<SeminarSummary> {
    const { member, role } = await this.reader(person, { seminar, audience: EVERYONE });
    const overview = (await this.#parts.overviews.upToDate([seminar])).get(seminar);
    if (!overview) throw new Refused('seminar/not-open');
    return summaryOf(overview, { member, role });
  }

  async members(person: PersonId, seminar: SeminarId): Promise<MembersAnswer> {
    await this.reader(person, { seminar, audience: EVERYONE });
    const [{ roster }, names] = await Promise.all([
      this.#parts.seminars.state({ seminar, audience: EVERYONE }),
      this.#parts.people.names(seminar),
    ]);
    return { members: [...roster].map(([member, role]) => ({ member, role, name: names.get(member) ?? '' })) };
  }

  async events(
    person: PersonId,
    log: LogKey,
    { after, limit }: { after: number; limit: number },
  ): Promise<EventsAnswer> {
    await this.reader(person, log);
    const [events, head] = [await this.#parts.store.read(log, after, limit), await this.#parts.store.head(log)];
    return { audience: log.audience, head, events };
  }

  /** A log as it stood at a position, for those who may read it now: an `AtAnswer` as JSON, in pieces. */
  async at(person: PersonId, log: LogKey, position: number): Promise<AsyncGenerator<string>> {
    await this.reader(person, log);
    return this.#stoodAt(log, position);
  }

  /** A log as it stood at a moment. */
  async atTime(person: PersonId, log: LogKey, time: string): Promise<AsyncGenerator<string>> {
    await this.reader(person, log);
    return this.#stoodAt(log, await this.#parts.store.positionAt(log, new Date(time)));
  }

  async #stoodAt(log: LogKey, position: number): Promise<AsyncGenerator<string>> {
    const { snapshots, store } = this.#parts;
    const stood = await snapshots.at(log, position);
    const head = await store.head(log);
    if (!stood) {
      const sentence = `This log ends at position ${head}; it has not come to ${position} yet.`;
      throw new Refused(protocolError('log/position-ahead', sentence, 'position'));
    }
    return answerOf({ audience: log.audience, head }, stood);
  }

  /** The log of everyone as the lines of a file, which anybody can check without us. */
  async log(person: PersonId, seminar: SeminarId): Promise<AsyncGenerator<string>> {
    const log = { seminar, audience: EVERYONE };
    const { role } = await this.reader(person, log);
    if (!mayExport(role)) throw new Refused('policy/not-allowed');
    const lines = await exportLog(this.#parts.chain, log);
    if (!lines) throw new Refused('seminar/not-open');
    return lines;
  }

  /** Who somebody is in a seminar who may read this log of it; else a refusal. */
  async reader(person: PersonId, { seminar, audience }: LogKey): Promise<Standing & { role: Role }> {
    const member = await this.#parts.commands.memberOf(seminar, person);
    const standing = standingOf(await this.#parts.seminars.state({ seminar, audience: EVERYONE }), member);
    const { role } = standing;
    if (role === undefined) throw new Refused('policy/not-a-member');
    if (!mayRead(standing, audience)) throw new Refused('policy/not-allowed');
    return { ...standing, role };
  }
}

async function* answerOf(where: Omit<AtAnswer, 'snapshot'>, stood: Stood): AsyncGenerator<string> {
  yield `${JSON.stringify(where).slice(0, -1)},"snapshot":`;
  yield* stood.json();
  yield '}';
}

const summaryOf = (overview: SeminarOverview, you: SeminarSummary['you']): SeminarSummary => ({ ...overview, you });
