import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import type { Assets } from '#importing';
import type { EventStore, Outcome, Seminars } from '#log';
import { type People, type PersonId } from '#people';
import { type CommandRequest, type Done, protocolError } from '#protocol';
import {
  type Audience,
  audiencesFor,
  EVERYONE,
  type Intent,
  type MemberId,
  may,
  picturesIn,
  type SeminarId,
  standingOf,
} from '#seminar';
import type { Ballots } from './ballots.ts';
import { Refused } from './refused.ts';

type RestoreRequest = Extract<CommandRequest, { type: 'annotation.restore' }>;

export interface Membership {
  member: MemberId;
}

/** From a person's request to an answered command, the same over HTTP and over the socket. */
export class Commands {
  readonly #seminars: Seminars;
  readonly #store: Pick<EventStore, 'wordingOf'>;
  readonly #people: People;
  readonly #ballots: Ballots;
  readonly #assets: Pick<Assets, 'whileHeld'>;
  readonly #rate: RateLimiterMemory;

  constructor(
    parts: {
      seminars: Seminars;
      store: Pick<EventStore, 'wordingOf'>;
      people: People;
      ballots: Ballots;
      assets: Pick<Assets, 'whileHeld'>;
    },
    perMinute: number,
  ) {
    this.#seminars = parts.seminars;
    this.#store = parts.store;
    this.#people = parts.people;
    this.#ballots = parts.ballots;
    this.#assets = parts.assets;
    this.#rate = new RateLimiterMemory({ points: perMinute, duration: 60 });
  }

  /** Carries out what a member asks for. Refused where it is too much at once, or where the rules say no. */
  async carryOut(person: PersonId, request: CommandRequest): Promise<Done> {
    await this.limit(person);
    const by = await this.memberOf(request.seminar, person);
    if (request.type === 'poll.answer') return this.#answerPoll(request, by);
    const asked = request.type === 'annotation.restore' ? await this.#withItsWords(request) : request;
    const { seminar, id, data } = asked;
    // Pictures that were kept for a while are kept for good once they are shown.
    const pictures = 'body' in data ? picturesIn(data.body) : [];
    const shown = { hashes: pictures, to: request.audience, readable: await this.#readable(pictures, seminar, by) };
    const outcome = await this.#assets.whileHeld(seminar, id, shown, () =>
      this.#seminars.handle(seminar, { ...asked, by, at: now() }),
    );
    if (!outcome) throw new Refused('asset/gone');
    return done(outcome);
  }

  /** Where somebody may have found these pictures; what they can't see they can't show to others. */
  async #readable(pictures: readonly string[], seminar: SeminarId, by: MemberId): Promise<readonly Audience[]> {
    if (pictures.length === 0) return [];
    return audiencesFor(await this.#seminars.state({ seminar, audience: EVERYONE }), by);
  }

  /** What comes back is what stands in the log, whatever somebody says that it was. */
  async #withItsWords(request: RestoreRequest): Promise<RestoreRequest> {
    const { seminar, audience, data } = request;
    const body = await this.#store.wordingOf({ seminar, audience }, data.annotation);
    if (body === null) throw new Refused('annotation/words-erased');
    // Of what was never written the rules know what to say.
    return body === undefined ? request : { ...request, data: { ...data, body } };
  }

  async #answerPoll(request: CommandRequest, by: MemberId): Promise<Done> {
    const { seminar, audience } = request;
    const main = await this.#seminars.state({ seminar, audience: EVERYONE });
    // In an anonymous poll the log can't ask who it was.
    if (!may('poll.answer', { ...standingOf(main, by), audience })) throw new Refused('policy/not-allowed');
    return done(await this.#seminars.handle(seminar, this.#ballots.anonymised(request, by, now(), main)));
  }

  /** Counts something that a person does; refused where it is too much at once. */
  async limit(person: PersonId): Promise<void> {
    await this.#rate.consume(person).catch((_: RateLimiterRes) => {
      throw new Refused('request/too-many');
    });
  }

  /** Carries out what the gateway itself asks for on somebody's behalf, in the log of everyone. */
  async onBehalfOf(by: MemberId, seminar: SeminarId, id: CommandRequest['id'], intent: Intent): Promise<Outcome> {
    return this.#seminars.handle(seminar, { ...intent, id, by, at: now(), audience: EVERYONE });
  }

  /** The member that a person is, or a refusal. */
  async memberOf(seminar: SeminarId, person: PersonId): Promise<MemberId> {
    const member = await this.#people.memberOf(seminar, person);
    if (member) return member;
    throw new Refused('policy/not-a-member');
  }
}

/** What was done, or the refusal thrown. */
export function done(outcome: Outcome): Done {
  if (!outcome.ok) throw new Refused(protocolError(outcome.error.code, outcome.error.message));
  return { audience: outcome.audience, positions: outcome.positions };
}

const now = (): string => new Date().toISOString();
