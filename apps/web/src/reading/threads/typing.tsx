import type { AnnotationId, MemberId } from '#seminar';
import { m } from '../../messages/messages.ts';
import { useNames } from '../live/people.ts';
import { useRoom } from '../session.ts';

const sameMembers = (a: readonly MemberId[], b: readonly MemberId[]) => a.join() === b.join();

/** Who is writing in this thread just now. */
export function Typing({ thread }: { thread: AnnotationId }) {
  const nameOf = useNames();
  const members = useRoom(
    ({ here, you }) =>
      here.filter(({ typing, member }) => typing === thread && member !== you.member).map(({ member }) => member),
    sameMembers,
  );
  if (members.length === 0) return null;
  const names = members.slice(0, 3).map(nameOf);
  return (
    <p className="typing">
      <i aria-hidden="true" />
      {m.thread.typing(names, members.length)}
    </p>
  );
}
