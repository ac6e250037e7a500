import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Seminars } from '#log';
import type { Invites, People, PersonId, StoredInvite } from '#people';
import type {
  Invite,
  InviteAnswer,
  InvitesAnswer,
  JoinByInviteRequest,
  MembershipAnswer,
  OpenSeminarRequest,
} from '#protocol';
import type { SeminarOverviews } from '#read-models';
import { EVERYONE, type MemberId, mayInvite, type Role, type SeminarId, type SeminarState } from '#seminar';
import { type Commands, done } from '../commands.ts';
import { Refused } from '../refused.ts';

export interface AdmissionOptions {
  publicUrl: string;
  inviteDays: number;
  nameCharacters: number;
  /** Seminars opened and joined from one network address in a minute; a class may share one. */
  admissionsPerMinute: number;
}

interface Parts {
  people: People;
  invites: Invites;
  seminars: Seminars;
  commands: Commands;
  overviews: SeminarOverviews;
}

/** How people come into a seminar: by opening it, or by an invitation. */
export class Admissions {
  readonly #people: People;
  readonly #invites: Invites;
  readonly #seminars: Seminars;
  readonly #commands: Commands;
  readonly #overviews: SeminarOverviews;
  readonly #options: AdmissionOptions;
  readonly #rate: RateLimiterMemory;

  constructor(parts: Parts, options: AdmissionOptions) {
    this.#people = parts.people;
    this.#invites = parts.invites;
    this.#seminars = parts.seminars;
    this.#commands = parts.commands;
    this.#overviews = parts.overviews;
    this.#options = options;
    this.#rate = new RateLimiterMemory({ points: options.admissionsPerMinute, duration: 60 });
  }

  async open(person: PersonId, request: OpenSeminarRequest, from: string): Promise<MembershipAnswer> {
    const { command, seminar, title, name } = request;
    await this.#consume(from);
    this.#check(name);
    const member = await this.#people.becomeMember(seminar, person, name);
    const opening = { type: 'seminar.open', data: { seminar, title } } as const;
    done(await this.#commands.onBehalfOf(member, seminar, command, opening));
    return { seminar, member, role: 'instructor' };
  }

  /** What the invitation invites to, for somebody who may or may not have joined. */
  async invitation(person: PersonId, token: string): Promise<InviteAnswer> {
    const { seminar, role } = await this.#usable(token);
    const [state, overviews] = await Promise.all([this.#state(seminar), this.#overviews.upToDate([seminar])]);
    const member = await this.#people.memberOf(seminar, person);
    return {
      seminar: { seminar, title: state.seminar?.title ?? '' },
      role,
      articles: overviews.get(seminar)?.articles.map(({ title }) => title) ?? [],
      members: state.roster.size,
      joined: member !== undefined && state.roster.has(member),
    };
  }

  async join(person: PersonId, token: string, request: JoinByInviteRequest, from: string): Promise<MembershipAnswer> {
    const { seminar, role } = await this.#usable(token);
    await this.#consume(from);
    this.#check(request.name);
    const member = await this.#people.becomeMember(seminar, person, request.name);
    const joining = { type: 'seminar.join', data: { role } } as const;
    const outcome = await this.#commands.onBehalfOf(member, seminar, request.command, joining);
    if (!outcome.ok && outcome.error.code !== 'member/already-joined') throw new Refused(outcome.error);
    return { seminar, member, role: (await this.#state(seminar)).roster.get(member) ?? role };
  }

  async invite(person: PersonId, seminar: SeminarId, role: Role): Promise<Invite> {
    const member = await this.#inviter(person, seminar);
    return this.#shown(await this.#invites.make(seminar, role, member, this.#options.inviteDays));
  }

  async invites(person: PersonId, seminar: SeminarId): Promise<InvitesAnswer> {
    await this.#inviter(person, seminar);
    return { invites: (await this.#invites.open(seminar)).map((invite) => this.#shown(invite)) };
  }

  async takeBack(person: PersonId, seminar: SeminarId, token: string): Promise<void> {
    await this.#inviter(person, seminar);
    if (!(await this.#invites.takeBack(seminar, token))) throw new Refused('invite/unknown');
  }

  async #inviter(person: PersonId, seminar: SeminarId): Promise<MemberId> {
    const member = await this.#commands.memberOf(seminar, person);
    if (!mayInvite((await this.#state(seminar)).roster.get(member))) throw new Refused('policy/not-allowed');
    return member;
  }

  async #usable(token: string): Promise<StoredInvite> {
    const invite = await this.#invites.find(token);
    if (!invite || invite.revoked) throw new Refused('invite/unknown');
    if (invite.expires.getTime() <= Date.now()) throw new Refused('invite/expired');
    return invite;
  }

  #shown({ token, role, expires }: StoredInvite): Invite {
    return {
      token,
      url: new URL(`/join/${token}`, this.#options.publicUrl).href,
      role,
      expires: expires.toISOString(),
    };
  }

  #check(name: string): void {
    if (name === '' || name.length > this.#options.nameCharacters) throw new Refused('member/name-length');
  }

  async #consume(from: string): Promise<void> {
    await this.#rate.consume(from).catch(() => {
      throw new Refused('request/too-many');
    });
  }

  #state(seminar: SeminarId): Promise<SeminarState> {
    return this.#seminars.state({ seminar, audience: EVERYONE });
  }
}
