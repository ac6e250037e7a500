/**
 * Who may do what, and who may read what. Gateway, worker, export and web ask here; nobody else decides.
 * Read a line aloud: 'annotation.delete may be done by its author or an instructor.'
 */
import { type Audience, EVERYONE, soleReader } from './audience.ts';
import type { CommandType } from './commands.ts';
import { type MemberId, SCRIBE } from './ids.ts';
import type { Role } from './vocabulary.ts';

/** Who asks, in which log, and who wrote what it is about. */
export interface Request {
  member: MemberId;
  /** `undefined` for somebody who has not joined. */
  role: Role | undefined;
  audience: Audience;
  /** The author of the annotation, question or thread that the action is about, if it is about one. */
  author?: MemberId | undefined;
}

type Grant = (request: Request) => boolean;

const inTheOpen = ({ audience }: Request): boolean => audience === EVERYONE;
const inOwnNotes: Grant = ({ audience, member }) => soleReader(audience) === member;
const instructor: Grant = (request) => request.role === 'instructor' && inTheOpen(request);
const participant: Grant = (request) => request.role === 'participant' && inTheOpen(request);
const itsAuthor: Grant = ({ member, author }) => member === author;
const anybody: Grant = inTheOpen;
const scribe: Grant = (request) => request.member === SCRIBE && inTheOpen(request);

const POLICIES: Record<CommandType, readonly Grant[]> = {
  'seminar.open': [anybody],
  'seminar.join': [anybody],
  'article.import': [instructor],
  'role.give': [instructor],
  'annotation.create': [instructor, participant, inOwnNotes],
  'annotation.reply': [instructor, participant, inOwnNotes],
  'annotation.edit': [itsAuthor],
  'annotation.delete': [itsAuthor, instructor],
  'annotation.tag': [itsAuthor, instructor],
  'reaction.add': [instructor, participant, inOwnNotes],
  'reaction.remove': [instructor, participant, inOwnNotes],
  'question.answer': [itsAuthor, instructor],
  'answer.withdraw': [itsAuthor, instructor],
  'thread.resolve': [itsAuthor, instructor],
  'thread.reopen': [itsAuthor, instructor],
  'summary.make': [scribe],
  'summary.edit': [instructor],
  'summary.pin': [instructor],
  'summary.unpin': [instructor],
  'summary.hide': [instructor],
  'summary.show': [instructor],
  'reading.assign': [instructor],
  'reading.withdraw': [instructor],
};

/** May this be done? */
export function may(action: CommandType, request: Request): boolean {
  return POLICIES[action].some((grants) => grants(request));
}

/** May this log be read? Members read what is said to everyone; private notes are for their writer alone. */
export function mayRead({ member, role, audience }: Omit<Request, 'author'>): boolean {
  return role !== undefined && (audience === EVERYONE || soleReader(audience) === member);
}

/** May invitations to this seminar be made and taken back? */
export function mayInvite(role: Role | undefined): boolean {
  return role === 'instructor';
}

/** May the log of everyone be taken away as a file? */
export function mayExport(role: Role | undefined): boolean {
  return role === 'instructor';
}
