import type { EventStore, LogKey, Seminars, Snapshots } from '#log';
import type { PersonId } from '#people';
import type { CatchUp, JoinRequest } from '#protocol';
import { EVERYONE, type Limits, type MemberId, mayRead, onlyFor, type Role } from '#seminar';
import type { Commands } from '../commands.ts';
import { Refused } from '../refused.ts';
import { catchUp } from './catch-up.ts';

export interface JoiningOptions {
  limits: Limits;
  snapshotAfter: number;
  /** Milliseconds between two presence messages to a room. */
  presenceInterval: number;
}

/** Who may enter a room, which logs they may read there, and what they are missing of them. */
export class Joining {
  readonly #commands: Commands;
  readonly #seminars: Seminars;
  readonly #store: EventStore;
  readonly #snapshots: Snapshots;
  readonly #options: JoiningOptions;

  constructor(
    commands: Commands,
    log: { seminars: Seminars; store: EventStore; snapshots: Snapshots },
    options: JoiningOptions,
  ) {
    this.#commands = commands;
    this.#seminars = log.seminars;
    this.#store = log.store;
    this.#snapshots = log.snapshots;
    this.#options = options;
  }

  get presenceInterval(): number {
    return this.#options.presenceInterval;
  }

  /** Admits a member to the logs they may read: that of everyone, and their own notes. */
  async admit(
    person: PersonId,
    { seminar, logs }: JoinRequest,
  ): Promise<{ you: { member: MemberId; role: Role }; limits: Limits; readable: { log: LogKey; held: number }[] }> {
    const member = await this.#commands.memberOf(seminar, person);
    const { roster } = await this.#seminars.state({ seminar, audience: EVERYONE });
    const role = roster.get(member);
    if (role === undefined) throw new Refused('policy/not-a-member');
    for (const { audience } of logs) {
      if (!mayRead({ member, role, audience })) throw new Refused('policy/not-allowed');
    }
    const readable = [EVERYONE, onlyFor(member)].map((audience) => ({
      log: { seminar, audience },
      held: logs.find((log) => log.audience === audience)?.position ?? 0,
    }));
    return { you: { member, role }, limits: this.#options.limits, readable };
  }

  /** What is missing between the position held and the one that frames go on from. */
  missing(log: LogKey, held: number, live: number): Promise<CatchUp> {
    const { snapshotAfter } = this.#options;
    return catchUp(log, held, live, { store: this.#store, snapshots: this.#snapshots, snapshotAfter });
  }
}
