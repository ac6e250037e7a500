/**
 * Who may do what, and who may read what. Gateway, worker, export and web ask here; nobody else decides.
 * Read a line aloud: 'annotation.delete may be done by its author or a moderator.'
 */
import { type Audience, asideWith, EVERYONE, forGroup, INSTRUCTORS, onlyFor, readershipOf } from './audience.ts';
import type { CommandType } from './commands.ts';
import { BALLOT_BOX, type GroupId, type MemberId, SCRIBE } from './ids.ts';
import type { SeminarState } from './state.ts';
import type { Role } from './vocabulary.ts';

/** How somebody stands to a seminar. */
export interface Standing {
  member: MemberId;
  /** `undefined` for somebody who has not joined. */
  role: Role | undefined;
  /** The groups that they are in. */
  groups: ReadonlySet<GroupId>;
}

/** Who asks, in which log, and whom or what it is about. */
export interface Request extends Standing {
  audience: Audience;
  /** The author of the annotation, question or thread that the action is about, if it is about one. */
  author?: MemberId | undefined;
  /** The member whom the action is about, if it is about one. */
  about?: MemberId | undefined;
  /** Of an action about a group: whether its members come and go as they like. */
  open?: boolean | undefined;
}

type Grant = (request: Request) => boolean;

const inTheOpen = ({ audience }: Request): boolean => audience === EVERYONE;
const inOwnNotes: Grant = ({ audience, member }) => audience === onlyFor(member);
const takesPart = ({ role }: Request): boolean => role === 'instructor' || role === 'participant';
const instructor: Grant = (request) => request.role === 'instructor' && inTheOpen(request);
/** An instructor, wherever they may read. */
const moderator: Grant = (request) => request.role === 'instructor' && mayRead(request, request.audience);
/** Whoever takes part, wherever they may read. */
const writer: Grant = (request) => takesPart(request) && mayRead(request, request.audience);
const itsAuthor: Grant = ({ member, author }) => member === author;
const anybody: Grant = inTheOpen;
const scribe: Grant = (request) => request.member === SCRIBE && inTheOpen(request);
const participant: Grant = (request) => request.role === 'participant' && inTheOpen(request);
/** Somebody who takes part, in their own log with the instructors. */
const participantAside: Grant = ({ role, audience, member }) =>
  role === 'participant' && audience === asideWith(member);
const ballotBox: Grant = (request) => request.member === BALLOT_BOX && inTheOpen(request);
/** Somebody for themselves, where the group lets its members come and go. */
const oneselfIfOpen: Grant = (request) =>
  takesPart(request) && request.member === request.about && request.open === true && inTheOpen(request);

const POLICIES: Record<CommandType, readonly Grant[]> = {
  'seminar.open': [anybody],
  'seminar.join': [anybody],
  'article.import': [instructor],
  'role.give': [instructor],
  'group.form': [instructor],
  'group.join': [instructor, oneselfIfOpen],
  'group.leave': [instructor, oneselfIfOpen],
  'annotation.create': [writer, inOwnNotes],
  'annotation.reply': [writer, inOwnNotes],
  'annotation.edit': [itsAuthor],
  'annotation.delete': [itsAuthor, moderator],
  'annotation.restore': [itsAuthor, moderator],
  'annotation.tag': [itsAuthor, moderator],
  'reaction.add': [writer, inOwnNotes],
  'reaction.remove': [writer, inOwnNotes],
  'question.answer': [itsAuthor, moderator],
  'answer.withdraw': [itsAuthor, moderator],
  'thread.resolve': [itsAuthor, moderator],
  'thread.reopen': [itsAuthor, moderator],
  'summary.make': [scribe],
  'summary.edit': [instructor],
  'summary.pin': [instructor],
  'summary.unpin': [instructor],
  'summary.hide': [instructor],
  'summary.show': [instructor],
  'reading.assign': [instructor],
  'reading.withdraw': [instructor],
  'session.start': [instructor],
  'session.end': [instructor],
  'attention.call': [instructor],
  'timer.set': [instructor],
  'timer.stop': [instructor],
  'poll.open': [instructor],
  'poll.answer': [instructor, participant],
  'ballot.cast': [ballotBox],
  'poll.close': [instructor],
  'hand.raise': [participantAside],
  'hand.lower': [participantAside, moderator],
};

/** May this be done? */
export function may(action: CommandType, request: Request): boolean {
  return POLICIES[action].some((grants) => grants(request));
}

/** May this log be read? */
export function mayRead({ member, role, groups }: Standing, audience: Audience): boolean {
  if (role === undefined) return false;
  const readers = readershipOf(audience);
  switch (readers.kind) {
    case 'everyone':
      return true;
    case 'instructors':
      return role === 'instructor';
    case 'member':
      return readers.member === member;
    case 'aside':
      return readers.member === member || role === 'instructor';
    case 'group':
      return groups.has(readers.group);
  }
}

/** Asked for each command, and most seminars have none. */
const NO_GROUPS: ReadonlySet<GroupId> = new Set();

/** How a member stands to the seminar whose main log has come to this state. */
export function standingOf(main: SeminarState, member: MemberId): Standing {
  const role = main.roster.get(member);
  if (main.groups.size === 0) return { member, role, groups: NO_GROUPS };
  const groups = [...main.groups.values()].filter(({ members }) => members.has(member)).map(({ group }) => group);
  return { member, role, groups: new Set(groups) };
}

/** Every log that a member may read, whether it has been used or not. */
export function audiencesFor(main: SeminarState, member: MemberId): readonly Audience[] {
  const standing = standingOf(main, member);
  const all = [
    EVERYONE,
    onlyFor(member),
    INSTRUCTORS,
    ...[...main.groups.keys()].map(forGroup),
    ...[...main.roster.keys()].map(asideWith),
  ];
  return all.filter((audience) => mayRead(standing, audience));
}

/** May somebody lead the others through the text? */
export const mayLead = (role: Role | undefined): boolean => role === 'instructor';

/** May invitations to this seminar be made and taken back? */
export function mayInvite(role: Role | undefined): boolean {
  return role === 'instructor';
}

/** May the log of everyone be taken away as a file? */
export function mayExport(role: Role | undefined): boolean {
  return role === 'instructor';
}
