import { type Audience, readershipOf } from '#seminar';
import { m } from '../../messages/messages.ts';
import { otherReaders } from '../../views/audiences.ts';
import { useNames } from '../live/people.ts';
import { useRoom } from '../session.ts';

/** Who reads it, in a word or two. */
export function useAudienceWord(audience: Audience): string {
  const nameOf = useNames();
  const readers = readershipOf(audience);
  const me = useRoom((room) => room.you.member);
  const group = useRoom(({ shown }) =>
    readers.kind === 'group' ? shown.everyone.state.groups.get(readers.group)?.name : undefined,
  );
  switch (readers.kind) {
    case 'everyone':
      return m.audience.everyone;
    case 'instructors':
      return m.audience.instructors;
    case 'member':
      return m.audience.onlyMe;
    case 'aside':
      return readers.member === me ? m.audience.instructors : m.audience.aside(nameOf(readers.member));
    case 'group':
      return group ?? '';
  }
}

/** How many are named before the rest are counted. */
const NAMED = 3;

/** Who that is, by name where they are few. */
export function useAudienceHint(audience: Audience): string {
  const nameOf = useNames();
  const me = useRoom((room) => room.you.member);
  const main = useRoom((room) => room.shown.everyone.state);
  const { kind } = readershipOf(audience);
  if (kind === 'everyone') return m.audience.everyoneHint(main.roster.size);
  if (kind === 'member') return m.audience.onlyMeHint;
  const others = otherReaders(main, audience, me);
  if (others.length === 0) return m.audience.alone;
  const named = others.length > NAMED + 1 ? others.slice(0, NAMED) : others;
  const rest = others.length - named.length;
  const names = [...named.map(nameOf), ...(rest > 0 ? [m.audience.others(rest)] : [])];
  return m.audience.youAnd(names);
}
