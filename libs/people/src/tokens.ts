/**
 * Sessions and sign-in links are signed statements (JWT, RFC 7519, HS256), each for its own audience, so that one can't
 * be passed off as the other.
 */
import { jwtVerify, SignJWT } from 'jose';
import { SeminarId } from '#seminar';
import { PersonId } from './ids.ts';

const ALGORITHM = 'HS256';
const SESSION = 'session';
const SIGN_IN = 'sign-in';
const MAIL = 'mail';
const ADDRESS = 'address';
const OPERATOR = 'operator';
const OPERATOR_LINK = 'operator-link';

export interface SignIn {
  person: PersonId;
  /** Where to go once signed in: a path on this site. */
  to: string;
}

/** What stands in the links of a mail: whose mails these are, and of which seminar where it is one. */
export interface MailReader {
  person: PersonId;
  seminar?: SeminarId | undefined;
}

export interface AddressOf {
  person: PersonId;
  address: string;
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

  /** Opens the preferences of mails without signing in. It never runs out: a mail may be years old when its reader has enough. */
  mail({ person, seminar }: MailReader): Promise<string> {
    return this.#sign(seminar === undefined ? {} : { seminar }, MAIL, person);
  }

  async readMail(token: string): Promise<MailReader | undefined> {
    const read = await this.#read(token, MAIL);
    return read && { person: read.person, seminar: SeminarId.safeParse(read.seminar).data };
  }

  /** Stands in the question whether an address is theirs. */
  address({ person, address }: AddressOf, hours: number): Promise<string> {
    return this.#sign({ address }, ADDRESS, person, `${hours} hours`);
  }

  async readAddress(token: string): Promise<AddressOf | undefined> {
    const read = await this.#read(token, ADDRESS);
    return typeof read?.address === 'string' ? { person: read.person, address: read.address } : undefined;
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

  #sign(claims: Record<string, string>, audience: string, subject: string, lasts?: string): Promise<string> {
    const token = new SignJWT(claims)
      .setProtectedHeader({ alg: ALGORITHM })
      .setSubject(subject)
      .setAudience(audience)
      .setIssuedAt();
    if (lasts !== undefined) token.setExpirationTime(lasts);
    return token.sign(this.#secret);
  }

  #holds(token: string, audience: string): Promise<boolean> {
    return jwtVerify(token, this.#secret, { audience, algorithms: [ALGORITHM] }).then(
      () => true,
      () => false,
    );
  }

  async #read(token: string, audience: string): Promise<(Record<string, unknown> & { person: PersonId }) | undefined> {
    try {
      const { payload } = await jwtVerify(token, this.#secret, { audience, algorithms: [ALGORITHM] });
      const person = PersonId.safeParse(payload.sub);
      return person.success ? { ...payload, person: person.data } : undefined;
    } catch {
      return undefined;
    }
  }
}

/** Never an address of another site. */
const sitePath = (to: unknown): string => (typeof to === 'string' && /^\/(?![/\\])/.test(to) ? to : '/');
