import { SignJWT } from 'jose';
import { People } from './people.ts';
import { Tokens } from './tokens.ts';

const secret = new TextEncoder().encode('a secret of at least thirty-two characters');
const tokens = new Tokens(secret);
const person = People.newId();

describe('a session', () => {
  it('says whose it is', async () => expect(await tokens.readSession(await tokens.session(person, 1))).toBe(person));
  it('of another server is none', async () => {
    const other = new Tokens(new TextEncoder().encode('another secret of thirty-two characters'));
    expect(await tokens.readSession(await other.session(person, 1))).toBeUndefined();
  });
  it('runs out', async () => expect(await tokens.readSession(await tokens.session(person, -1))).toBeUndefined());
  it('is no sign-in link, nor the other way round', async () => {
    expect(await tokens.readSignIn(await tokens.session(person, 1))).toBeUndefined();
    expect(await tokens.readSession(await tokens.signIn({ person, to: '/' }, 1))).toBeUndefined();
  });
  it('that nobody signed is none', async () => {
    const forged = `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify({ sub: person, aud: 'session' }))}.`;
    expect(await tokens.readSession(forged)).toBeUndefined();
    expect(await tokens.readSession('nonsense')).toBeUndefined();
  });
});

describe('a sign-in link', () => {
  it('leads to a place on this site', async () => {
    expect(await tokens.readSignIn(await tokens.signIn({ person, to: '/s/1' }, 1))).toEqual({ person, to: '/s/1' });
  });
  it.each(['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', ''])(
    'never to %p',
    async (to) => {
      const token = await new SignJWT({ to })
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(person)
        .setAudience('sign-in')
        .setExpirationTime('1 hour')
        .sign(secret);
      expect(await tokens.readSignIn(token)).toEqual({ person, to: '/' });
    },
  );
});
