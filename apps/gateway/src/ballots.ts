import { createHmac } from 'node:crypto';
import type { CommandRequest } from '#protocol';
import { BALLOT_BOX, type Command, type MemberId, type SeminarState } from '#seminar';

/** Made from the secret that signs sessions, and not usable in its place. */
const PURPOSE = 'catena ballot';

/**
 * Keeps anonymous polls anonymous. In the log every event says whose doing it was, so an answer to such a poll is put there by nobody in
 * particular, with a ballot: the same one whenever the same member answers, so that each counts once. Only who has the secret of the
 * server can tell whose it is.
 */
export class Ballots {
  readonly #secret: Uint8Array;

  constructor(secret: Uint8Array) {
    this.#secret = secret;
  }

  /** The command as it goes into the log: an answer to an anonymous poll as a ballot, all else as it is. */
  anonymised(request: CommandRequest, by: MemberId, at: string, main: SeminarState): Command {
    const command = { ...request, by, at };
    if (request.type !== 'poll.answer') return command;
    const { poll, option } = request.data;
    if (main.live.polls.get(poll)?.named !== false) return command;
    const { id, audience } = request;
    const ballot = this.#of(poll, by);
    return { type: 'ballot.cast', data: { poll, ballot, option }, id, audience, by: BALLOT_BOX, at };
  }

  #of(poll: string, member: MemberId): string {
    const hash = createHmac('sha256', this.#secret).update(`${PURPOSE} ${poll} ${member}`).digest('base64url');
    return hash.slice(0, 22);
  }
}
