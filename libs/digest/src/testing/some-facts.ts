/** What happened in a small seminar, for specs: an instructor, three participants, two sections. */
import { AnnotationId, MemberId, SeminarId } from '#seminar';
import type { ContributionFacts, MemberFacts } from '../facts.ts';
import type { ParticipantFacts } from '../participant-digest.ts';

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

export const ada = MemberId.parse(uuid(11));
export const ben = MemberId.parse(uuid(12));
export const cleo = MemberId.parse(uuid(13));
export const dora = MemberId.parse(uuid(14));
export const idOf = (n: number): AnnotationId => AnnotationId.parse(uuid(100 + n));

export const clock = { now: '2026-11-25T09:00:00.000Z', timeZone: 'UTC' };
export const PUBLIC = 'https://catena.example';

/** The nth contribution; its position is n. */
export const said = (n: number, author: MemberId, more: Partial<ContributionFacts> = {}): ContributionFacts => ({
  id: idOf(n),
  position: n,
  thread: more.thread ?? idOf(n),
  author,
  answers: undefined,
  section: 's-1',
  passage: 'A margin is a place to answer back.',
  motivation: 'commenting',
  body: `What ${n} says.`,
  agreed: 0,
  at: '2026-11-24T10:00:00.000Z',
  ...more,
});

const member = (id: MemberId, name: string, more: Partial<MemberFacts> = {}): MemberFacts => ({
  member: id,
  name,
  role: 'participant',
  joined: 2,
  contributions: 0,
  first: undefined,
  last: undefined,
  ...more,
});

export const facts = (more: Partial<ParticipantFacts> = {}): ParticipantFacts => ({
  seminar: { id: SeminarId.parse(uuid(1)), title: 'Margins' },
  since: 10,
  until: 40,
  sinceAt: '2026-11-23T09:00:00.000Z',
  members: [
    member(ada, 'Prof. Ada Sorrel', { role: 'instructor' }),
    member(ben, 'Ben Vetch', { contributions: 3, first: '2026-11-10T09:00:00.000Z', last: '2026-11-24T10:00:00.000Z' }),
    member(cleo, 'Cleo Tansy', {
      contributions: 1,
      first: '2026-11-02T09:00:00.000Z',
      last: '2026-11-02T09:00:00.000Z',
    }),
    member(dora, 'Dora Rush'),
  ],
  sections: [
    { id: 's-1', title: 'Margins', characters: 300, total: 4, summary: [] },
    { id: 's-2', title: 'Ends', characters: 100, total: 0, summary: [] },
  ],
  news: [],
  openQuestions: [],
  orphans: [],
  imports: [],
  assignments: [],
  mine: [],
  ...more,
});

/** Everything that a mail says, without what it looks like. */
export const wordsOf = (value: unknown): string => JSON.stringify(value);
