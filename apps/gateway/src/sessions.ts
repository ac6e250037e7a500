import type { IncomingHttpHeaders } from 'node:http';
import fastifyCookie from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { People, type PersonId, type Tokens } from '#people';

export const SESSION_COOKIE = 'catena_session';

/** Who is asking: read from the cookie and written to it. */
export class Sessions {
  readonly #tokens: Tokens;
  readonly #days: number;
  readonly #secure: boolean;

  /** `secure`: the cookie is sent over https only. */
  constructor(tokens: Tokens, days: number, secure: boolean) {
    this.#tokens = tokens;
    this.#days = days;
    this.#secure = secure;
  }

  async of(request: FastifyRequest): Promise<PersonId | undefined> {
    return this.#read(request.cookies[SESSION_COOKIE]);
  }

  async ofSocket({ cookie }: IncomingHttpHeaders): Promise<PersonId | undefined> {
    return this.#read(fastifyCookie.parse(cookie ?? '')[SESSION_COOKIE]);
  }

  /** Signs somebody in on this browser. */
  async begin(person: PersonId, reply: FastifyReply): Promise<void> {
    reply.setCookie(SESSION_COOKIE, await this.#tokens.session(person, this.#days), {
      httpOnly: true,
      sameSite: 'lax',
      secure: this.#secure,
      path: '/',
      maxAge: this.#days * 86_400,
    });
  }

  /**
   * Whoever is asking; somebody new where nobody is signed in. They get their cookie with the answer, before they do
   * anything that could be repeated under another id.
   */
  async ofOrNew(request: FastifyRequest, reply: FastifyReply): Promise<PersonId> {
    const known = await this.of(request);
    if (known) return known;
    const person = People.newId();
    await this.begin(person, reply);
    return person;
  }

  end(reply: FastifyReply): void {
    reply.clearCookie(SESSION_COOKIE, { path: '/' });
  }

  async #read(token: string | undefined): Promise<PersonId | undefined> {
    return token === undefined ? undefined : this.#tokens.readSession(token);
  }
}
