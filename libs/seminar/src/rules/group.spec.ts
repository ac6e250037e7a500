import { forGroup } from '../audience.ts';
import type { Intent } from '../commands.ts';
import type { Event } from '../events.ts';
import { GroupId, type MemberId } from '../ids.ts';
import * as s from '../testing/a-seminar.ts';
import { given, type Past } from '../testing/given.ts';

const group = GroupId.parse('00000000-0000-4000-8000-0000000000a1');
const another = GroupId.parse('00000000-0000-4000-8000-0000000000a2');
const isFormed = (name = 'Tuesday', open = false): Event => ({
  type: 'group.formed',
  version: 1,
  data: { group, name, open },
  personal: null,
});
const formed = (name?: string, open?: boolean): Past => [s.ada, isFormed(name, open)];
const form = (name: string, open = false, id = group) =>
  ({ type: 'group.form', data: { group: id, name, open } }) as const;
const join = (member: MemberId, id = group) => ({ type: 'group.join', data: { group: id, member } }) as const;
const leave = (member: MemberId) => ({ type: 'group.leave', data: { group, member } }) as const;
const isIn = (member: MemberId): Event => ({
  type: 'group.joined',
  version: 1,
  data: { group, member },
  personal: null,
});
const isOut = (member: MemberId): Event => ({
  type: 'group.left',
  version: 1,
  data: { group, member },
  personal: null,
});

describe('a group', () => {
  it('is formed by an instructor, under a name of its own', () => {
    given(...s.underWay)
      .when(s.ada, form(' Tuesday '))
      .then(isFormed());
    given(...s.underWay)
      .when(s.ben, form('Tuesday'))
      .thenRejected('policy/not-allowed');
    given(...s.underWay)
      .when(s.ada, form('  '))
      .thenRejected('group/name');
    given(...s.underWay, formed())
      .when(s.ada, form('TUESDAY', false, another))
      .thenRejected('group/name');
  });
  it('is no more than so many', () => {
    given(...s.underWay, formed())
      .when(s.ada, form('Friday', false, another), { limits: { groups: 1 } })
      .thenRejected('group/too-many');
  });
  it('is named or opened otherwise, and keeps its members', () => {
    given(...s.underWay, formed(), [s.ada, isIn(s.ben)])
      .when(s.ada, form('Tuesday', true))
      .then(isFormed('Tuesday', true));
    given(...s.underWay, formed())
      .when(s.ada, form('Tuesday'))
      .thenNothing();
  });
  it('is entered by those whom an instructor puts in', () => {
    given(...s.underWay, formed())
      .when(s.ada, join(s.ben))
      .then(isIn(s.ben));
    given(...s.underWay, formed(), [s.ada, isIn(s.ben)])
      .when(s.ada, join(s.ben))
      .thenNothing();
    given(...s.underWay, formed())
      .when(s.ben, join(s.ben))
      .thenRejected('policy/not-allowed');
    given(...s.underWay, formed())
      .when(s.ada, join(s.stranger))
      .thenRejected('member/unknown');
    given(...s.underWay)
      .when(s.ada, join(s.ben))
      .thenRejected('group/unknown');
  });
  it('where it is open is entered and left by oneself, not by others for one', () => {
    given(...s.underWay, formed('Tuesday', true))
      .when(s.ben, join(s.ben))
      .then(isIn(s.ben));
    given(...s.underWay, formed('Tuesday', true), [s.ben, isIn(s.ben)])
      .when(s.ben, leave(s.ben))
      .then(isOut(s.ben));
    given(...s.underWay, formed('Tuesday', true))
      .when(s.ben, join(s.ada))
      .thenRejected('policy/not-allowed');
    given(...s.underWay, formed('Tuesday', true))
      .when(s.cleo, join(s.cleo))
      .thenRejected('policy/not-allowed');
  });
  it('is written to by its members, until they leave', () => {
    const comment: Intent = {
      type: 'annotation.create',
      data: { annotation: s.note(1), motivation: 'commenting', target: s.passage, body: 'Indeed.', tags: [] },
    };
    const to = { audience: forGroup(group) };
    given(...s.underWay, formed(), [s.ada, isIn(s.ben)])
      .when(s.ben, comment, to)
      .then(s.created(1));
    given(...s.underWay, formed(), [s.ada, isIn(s.ben)], [s.ada, isOut(s.ben)])
      .when(s.ben, comment, to)
      .thenRejected('policy/not-allowed');
    given(...s.underWay, formed(), [s.ada, isIn(s.ben)])
      .when(s.ada, comment, to)
      .thenRejected('policy/not-allowed');
  });
});
