import { EVERYONE, onlyFor } from './audience.ts';
import { mayInvite, mayRead } from './policies.ts';
import { ada, ben } from './testing/a-seminar.ts';

describe('who may read', () => {
  it('what is said to everyone: every member, and nobody else', () => {
    for (const role of ['instructor', 'participant', 'observer'] as const) {
      expect(mayRead({ member: ada, role, audience: EVERYONE })).toBe(true);
    }
    expect(mayRead({ member: ada, role: undefined, audience: EVERYONE })).toBe(false);
  });
  it('notes to oneself: their writer alone, while a member', () => {
    expect(mayRead({ member: ben, role: 'participant', audience: onlyFor(ben) })).toBe(true);
    expect(mayRead({ member: ada, role: 'instructor', audience: onlyFor(ben) })).toBe(false);
    expect(mayRead({ member: ben, role: undefined, audience: onlyFor(ben) })).toBe(false);
  });
});

it('instructors invite', () => {
  expect([mayInvite('instructor'), mayInvite('participant'), mayInvite(undefined)]).toEqual([true, false, false]);
});
