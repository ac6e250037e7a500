import type { EventStore, LogKey, Seminars, Snapshots } from '#log';
import type { PersonId } from '#people';
import type { CatchUp, JoinRequest } from '#protocol';
import {
  audiencesFor,
  EVERYONE,
  type Limits,
  type MemberId,
  type Role,
  type SeminarId,
  type SeminarState,
} from '#seminar';
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

  /** Admits a member to the logs that they may read. */
  async admit(
    person: PersonId,
    { seminar, logs }: JoinRequest,
  ): Promise<{ you: { member: MemberId; role: Role }; limits: Limits; readable: { log: LogKey; held: number }[] }> {
    const member = await this.#commands.memberOf(seminar, person);
    const main = await this.#seminars.state({ seminar, audience: EVERYONE });
    const role = main.roster.get(member);
    if (role === undefined) throw new Refused('policy/not-a-member');
    const held = new Map(logs.map(({ audience, position }) => [audience, position]));
    // What is held of a log that one may read no longer is let go of, see docs/protocol.md.
    const readable = audiencesFor(main, member).map((audience) => ({
      log: { seminar, audience },
      held: held.get(audience) ?? 0,
    }));
    return { you: { member, role }, limits: this.#options.limits, readable };
  }

  /** The state that says who reads what, as it stands now. */
  main(seminar: SeminarId): Promise<SeminarState> {
    return this.#seminars.state({ seminar, audience: EVERYONE });
  }

  /** What is missing between the position held and the one that frames go on from. */
  missing(log: LogKey, held: number, live: number): Promise<CatchUp> {
    const { snapshotAfter } = this.#options;
    return catchUp(log, held, live, { store: this.#store, snapshots: this.#snapshots, snapshotAfter });
  }
}
