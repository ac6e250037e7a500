import fc from 'fast-check';
import { type Audience, asideWith, EVERYONE, forGroup, INSTRUCTORS, onlyFor } from './audience.ts';
import { GroupId, type MemberId } from './ids.ts';
import { audiencesFor, may, mayInvite, mayRead, standingOf } from './policies.ts';
import { ada, ben, cleo, joined, opened, stranger } from './testing/a-seminar.ts';
import { type Past, stateAfter } from './testing/given.ts';
import { Role } from './vocabulary.ts';

const [tuesday, friday] = ['a', 'b'].map((n) => GroupId.parse(`00000000-0000-4000-8000-00000000000${n}`)) as [
  GroupId,
  GroupId,
];
const formed = (group: GroupId, open = false): Past => [
  ada,
  { type: 'group.formed', version: 1, data: { group, name: group, open }, personal: null },
];
const moved = (type: 'group.joined' | 'group.left', group: GroupId, member: MemberId): Past => [
  ada,
  { type, version: 1, data: { group, member }, personal: null },
];

const underWay = stateAfter([
  opened,
  joined(ada, 'instructor'),
  joined(ben, 'participant'),
  joined(cleo, 'observer'),
  formed(tuesday, true),
  formed(friday),
  moved('group.joined', tuesday, ben),
  moved('group.joined', friday, cleo),
]);
const reads = (member: MemberId, audience: Audience) => mayRead(standingOf(underWay, member), audience);
const writes = (member: MemberId, audience: Audience) =>
  may('annotation.create', { ...standingOf(underWay, member), audience });

describe('who may read', () => {
  it('what is said to everyone: every member, and nobody else', () => {
    expect([ada, ben, cleo, stranger].map((member) => reads(member, EVERYONE))).toEqual([true, true, true, false]);
  });
  it('notes to oneself: their writer alone, while a member', () => {
    expect([ada, ben, stranger].map((member) => reads(member, onlyFor(ben)))).toEqual([false, true, false]);
    expect(reads(stranger, onlyFor(stranger))).toBe(false);
  });
  it('what is said to a group: those in it, instructors or not', () => {
    expect([ada, ben, cleo].map((member) => reads(member, forGroup(tuesday)))).toEqual([false, true, false]);
    expect([ada, ben, cleo].map((member) => reads(member, forGroup(friday)))).toEqual([false, false, true]);
  });
  it('what somebody asks in confidence: they and the instructors', () => {
    expect([ada, ben, cleo, stranger].map((member) => reads(member, asideWith(ben)))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
  it('what instructors say among themselves: instructors', () => {
    expect([ada, ben, cleo].map((member) => reads(member, INSTRUCTORS))).toEqual([true, false, false]);
  });
});

describe('who may write', () => {
  it('whoever takes part, where they read; who looks on, to themselves alone', () => {
    expect([EVERYONE, forGroup(tuesday), asideWith(ben), onlyFor(ben)].map((to) => writes(ben, to))).toEqual(
      Array(4).fill(true),
    );
    expect([EVERYONE, forGroup(friday), asideWith(cleo)].map((to) => writes(cleo, to))).toEqual(Array(3).fill(false));
    expect(writes(cleo, onlyFor(cleo))).toBe(true);
    expect(writes(ada, asideWith(ben))).toBe(true);
  });
});

describe('whatever happens to the roster and the groups', () => {
  const people = [ada, ben, cleo, stranger];
  const groups = [tuesday, friday];
  const step: fc.Arbitrary<Past> = fc.oneof(
    fc
      .tuple(fc.constantFrom(...people), fc.constantFrom(...Role.options))
      .map(([member, role]) => joined(member, role)),
    fc.tuple(fc.constantFrom(...groups), fc.boolean()).map(([group, open]) => formed(group, open)),
    fc
      .tuple(
        fc.constantFrom('group.joined' as const, 'group.left' as const),
        fc.constantFrom(...groups),
        fc.constantFrom(...people),
      )
      .map(([type, group, member]) => moved(type, group, member)),
  );
  const audiences = [
    EVERYONE,
    INSTRUCTORS,
    ...groups.map(forGroup),
    ...people.flatMap((it) => [onlyFor(it), asideWith(it)]),
  ];

  it('nobody does anything in a log that they may not read, but for coming in', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (past) => {
        const state = stateAfter([opened, ...past]);
        for (const member of people) {
          const standing = standingOf(state, member);
          const known = audiencesFor(state, member);
          expect(known.every((audience) => mayRead(standing, audience))).toBe(true);
          for (const audience of audiences) {
            const readable = mayRead(standing, audience);
            // What is named after somebody who never came in is nobody's.
            const isHere = [...state.roster.keys(), ...state.groups.keys()].some((id) => audience.endsWith(id));
            if (readable && (isHere || !audience.includes(':'))) expect(known).toContain(audience);
            for (const action of ['annotation.create', 'annotation.reply', 'reaction.add'] as const) {
              if (may(action, { ...standing, audience })) expect(readable || audience === onlyFor(member)).toBe(true);
            }
          }
        }
      }),
    );
  });

  it('a log of few is read by those alone whom its name says', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (past) => {
        const state = stateAfter([opened, ...past]);
        const readers = (audience: Audience) => people.filter((member) => mayRead(standingOf(state, member), audience));
        const instructors = people.filter((member) => state.roster.get(member) === 'instructor');
        const inIt = people.filter((member) => state.roster.has(member));
        expect(readers(INSTRUCTORS)).toEqual(instructors);
        for (const member of inIt) {
          expect(readers(onlyFor(member))).toEqual([member]);
          expect(new Set(readers(asideWith(member)))).toEqual(new Set([member, ...instructors]));
        }
        for (const group of groups) {
          const members = inIt.filter((member) => state.groups.get(group)?.members.has(member));
          expect(readers(forGroup(group))).toEqual(members);
        }
      }),
    );
  });
});

it('instructors invite', () => {
  expect([mayInvite('instructor'), mayInvite('participant'), mayInvite(undefined)]).toEqual([true, false, false]);
});
