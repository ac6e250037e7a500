/** Who reads what, in the order in which one is asked. */
import {
  type Audience,
  asideWith,
  audiencesFor,
  type GroupId,
  type MemberId,
  may,
  mayRead,
  readershipOf,
  type SeminarState,
  standingOf,
} from '#seminar';

const ORDER = ['everyone', 'group', 'instructors', 'aside', 'member'] as const;

/** The audiences that a member may write to: everybody, their groups, the instructors, themselves. */
export function audiencesToWriteTo(main: SeminarState, me: MemberId): readonly Audience[] {
  const standing = standingOf(main, me);
  const order = (audience: Audience) => ORDER.indexOf(readershipOf(audience).kind);
  return audiencesFor(main, me)
    .filter((audience) => may('annotation.create', { ...standing, audience }))
    .filter((audience) => isMineToChoose(audience, main, me))
    .toSorted((a, b) => order(a) - order(b));
}

/** An instructor's words to one participant, which the other instructors read as well: one audience for each participant. */
export function asidesToBegin(main: SeminarState, me: MemberId): readonly Audience[] {
  if (main.roster.get(me) !== 'instructor') return [];
  return [...main.roster].filter(([, role]) => role === 'participant').map(([member]) => asideWith(member));
}

/** Asides with single people are asked for apart, see `asidesToBegin`. */
function isMineToChoose(audience: Audience, { roster }: SeminarState, me: MemberId): boolean {
  const readers = readershipOf(audience);
  return readers.kind !== 'aside' || (readers.member === me && roster.get(me) !== 'instructor');
}

/** Everybody who may read it, apart from oneself. */
export const otherReaders = (main: SeminarState, audience: Audience, me: MemberId): readonly MemberId[] =>
  [...main.roster.keys()].filter((member) => member !== me && mayRead(standingOf(main, member), audience));

/** Participants who are in no group, dealt out so that the groups come to be as equal as they can. */
export function dealOut(main: SeminarState): readonly { group: GroupId; member: MemberId }[] {
  const sizes = new Map([...main.groups.values()].map(({ group, members }) => [group, members.size]));
  if (sizes.size === 0) return [];
  return unplaced(main).map((member) => {
    const [[group, size] = never()] = [...sizes].sort((a, b) => a[1] - b[1]);
    sizes.set(group, size + 1);
    return { group, member };
  });
}

/** Participants who are in no group. */
export function unplaced({ roster, groups }: SeminarState): readonly MemberId[] {
  const placed = new Set([...groups.values()].flatMap(({ members }) => [...members]));
  return [...roster]
    .filter(([member, role]) => role === 'participant' && !placed.has(member))
    .map(([member]) => member);
}

function never(): never {
  throw new Error('There is a group');
}
