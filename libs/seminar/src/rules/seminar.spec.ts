import * as s from '../testing/a-seminar.ts';
import { given } from '../testing/given.ts';

const open = (title: string) => ({ type: 'seminar.open', data: { seminar: s.seminar, title } }) as const;

describe('opening a seminar', () => {
  it('makes whoever opens it its instructor', () => {
    given().when(s.ada, open('  Margins ')).then(s.opened[1], s.joined(s.ada, 'instructor')[1]);
  });
  it('happens once', () => given(s.opened).when(s.ada, open('Again')).thenRejected('seminar/already-open'));
  it('needs a title', () => given().when(s.ada, open('  ')).thenRejected('seminar/title-length'));
  it('needs a title that fits', () =>
    given()
      .when(s.ada, open('long'), { limits: { titleCharacters: 3 } })
      .thenRejected('seminar/title-length'));
});

describe('joining', () => {
  const join = { type: 'seminar.join', data: { role: 'participant' } } as const;

  it('gives the role of the invitation', () =>
    given(s.opened).when(s.ben, join).then(s.joined(s.ben, 'participant')[1]));
  it('happens once', () =>
    given(...s.underWay)
      .when(s.ben, join)
      .thenRejected('member/already-joined'));
  it('needs a seminar', () => given().when(s.ben, join).thenRejected('seminar/not-open'));
});

describe('giving a role', () => {
  const give = (member: typeof s.ben, role: 'instructor' | 'participant') =>
    ({ type: 'role.give', data: { member, role } }) as const;

  it('is for instructors', () => {
    given(...s.underWay)
      .when(s.ada, give(s.ben, 'instructor'))
      .then({ type: 'role.given', version: 1, data: { member: s.ben, role: 'instructor' }, personal: null });
    given(...s.underWay)
      .when(s.ben, give(s.ben, 'instructor'))
      .thenRejected('policy/not-allowed');
  });
  it('needs a member', () =>
    given(...s.underWay)
      .when(s.ada, give(s.stranger, 'instructor'))
      .thenRejected('member/unknown'));
  it('changes nothing where the member has it', () =>
    given(...s.underWay)
      .when(s.ada, give(s.ben, 'participant'))
      .thenNothing());
  it('leaves no seminar without an instructor', () =>
    given(...s.underWay)
      .when(s.ada, give(s.ada, 'participant'))
      .thenRejected('member/last-instructor'));
});
