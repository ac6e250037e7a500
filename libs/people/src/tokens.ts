/**
 * Sessions and sign-in links are signed statements (JWT, RFC 7519, HS256), each for its own audience, so that one can't
 * be passed off as the other.
 */
import { jwtVerify, SignJWT } from 'jose';
import { PersonId } from './ids.ts';

const ALGORITHM = 'HS256';
const SESSION = 'session';
const SIGN_IN = 'sign-in';
const OPERATOR = 'operator';
const OPERATOR_LINK = 'operator-link';

export interface SignIn {
  person: PersonId;
  /** Where to go once signed in: a path on this site. */
  to: string;
}

export class Tokens {
  readonly #secret: Uint8Array;

  constructor(secret: Uint8Array) {
    this.#secret = secret;
  }

  /** What the session's cookie holds. */
  session(person: PersonId, days: number): Promise<string> {
    return this.#sign({}, SESSION, person, `${days} days`);
  }

  /** Whose session this is; `undefined` where it is none of ours, or has run out. */
  async readSession(token: string): Promise<PersonId | undefined> {
    return (await this.#read(token, SESSION))?.person;
  }

  /** What stands in a sign-in link. */
  signIn({ person, to }: SignIn, hours: number): Promise<string> {
    return this.#sign({ to }, SIGN_IN, person, `${hours} hours`);
  }

  async readSignIn(token: string): Promise<SignIn | undefined> {
    const read = await this.#read(token, SIGN_IN);
    return read && { person: read.person, to: sitePath(read.to) };
  }

  /** What an operator's cookie holds. An operator is nobody in a seminar: whoever has the link is one. */
  operator(minutes: number): Promise<string> {
    return this.#sign({}, OPERATOR, OPERATOR, `${minutes} minutes`);
  }

  isOperator(token: string): Promise<boolean> {
    return this.#holds(token, OPERATOR);
  }

  /** What stands in a link that makes whoever opens it an operator. */
  operatorLink(minutes: number): Promise<string> {
    return this.#sign({}, OPERATOR_LINK, OPERATOR, `${minutes} minutes`);
  }

  isOperatorLink(token: string): Promise<boolean> {
    return this.#holds(token, OPERATOR_LINK);
  }

  #sign(claims: Record<string, string>, audience: string, subject: string, lasts: string): Promise<string> {
    return new SignJWT(claims)
      .setProtectedHeader({ alg: ALGORITHM })
      .setSubject(subject)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(lasts)
      .sign(this.#secret);
  }

  #holds(token: string, audience: string): Promise<boolean> {
    return jwtVerify(token, this.#secret, { audience, algorithms: [ALGORITHM] }).then(
      () => true,
      () => false,
    );
  }

  async #read(token: string, audience: string): Promise<{ person: PersonId; to: unknown } | undefined> {
    try {
      const { payload } = await jwtVerify(token, this.#secret, { audience, algorithms: [ALGORITHM] });
      const person = PersonId.safeParse(payload.sub);
      return person.success ? { person: person.data, to: payload.to } : undefined;
    } catch {
      return undefined;
    }
  }
}

/** Never an address of another site. */
const sitePath = (to: unknown): string => (typeof to === 'string' && /^\/(?![/\\])/.test(to) ? to : '/');
