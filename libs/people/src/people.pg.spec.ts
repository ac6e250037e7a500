import pg from 'pg';
import { v4 } from 'uuid';
import { MemberId, SeminarId } from '#seminar';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { Invites } from './invites.ts';
import { People } from './people.ts';
import { signingSecret } from './secret.ts';

let database: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});
const aSeminar = () => SeminarId.parse(v4());

describe('becoming a member', () => {
  it('again, or twice at once, is becoming the same member', async () => {
    const people = new People(pool);
    const [seminar, person] = [aSeminar(), People.newId()];
    const members = await Promise.all([1, 2, 3].map(() => people.becomeMember(seminar, person, 'Ottilie')));
    expect(new Set(members).size).toBe(1);
    expect(await people.membershipsOf(person)).toEqual([{ seminar, member: members[0] }]);
    expect(await people.names(seminar)).toEqual(new Map([[members[0], 'Ottilie']]));
  });

  it('goes by the latest name, and keeps in each seminar the one given there', async () => {
    const people = new People(pool);
    const [first, second, person] = [aSeminar(), aSeminar(), People.newId()];
    await people.becomeMember(first, person, 'Tilly');
    await people.becomeMember(second, person, 'Ottilie');
    expect(await people.nameOf(person)).toBe('Ottilie');
    expect([...(await people.names(first)).values()]).toEqual(['Tilly']);
  });

  it('has not happened to somebody unknown', async () => {
    const people = new People(pool);
    expect(await people.nameOf(People.newId())).toBeUndefined();
    expect(await people.memberOf(aSeminar(), People.newId())).toBeUndefined();
  });
});

describe('an invitation', () => {
  const by = MemberId.parse(v4());

  it('can be found until it is taken back', async () => {
    const invites = new Invites(pool);
    const seminar = aSeminar();
    const made = await invites.make(seminar, 'participant', by, 7);
    expect(await invites.open(seminar)).toEqual([made]);
    expect(await invites.takeBack(aSeminar(), made.token)).toBe(false);
    expect(await invites.takeBack(seminar, made.token)).toBe(true);
    expect(await invites.open(seminar)).toEqual([]);
    expect(await invites.find(made.token)).toEqual({ ...made, revoked: true });
  });

  it('runs out', async () => {
    const invites = new Invites(pool);
    const seminar = aSeminar();
    await invites.make(seminar, 'observer', by, -1);
    expect(await invites.open(seminar)).toEqual([]);
  });
});

it('the signing secret is made once, whoever asks', async () => {
  const secrets = await Promise.all([1, 2, 3, 4].map(() => signingSecret(pool)));
  expect(new Set(secrets.map(String)).size).toBe(1);
  expect(await signingSecret(pool, 'given')).toEqual(new TextEncoder().encode('given'));
});
